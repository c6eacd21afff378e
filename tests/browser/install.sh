# Makes sure that the tests find Chromium, a Chinese font and epubcheck; installs Debian's packages when it may.
set -eu
found() {
  for name in chromium chromium-browser google-chrome; do command -v "$name" >/dev/null && return 0; done
  return 1
}
if found && fc-list :lang=zh-cn 2>/dev/null | grep -q . && [ -e /usr/bin/epubcheck ]; then exit 0; fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk fontconfig epubcheck >/dev/null
  exit 0
fi
echo "The tests need Chromium, a Chinese font and epubcheck; on Debian or Ubuntu: sudo apt-get install chromium fonts-noto-cjk epubcheck" >&2
exit 1
