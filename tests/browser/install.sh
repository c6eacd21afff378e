# Makes sure that the tests find Chromium, a Chinese font, epubcheck and npm; installs Debian's packages when it may.
set -eu
found() {
  for name in "$@"; do command -v "$name" >/dev/null && return 0; done
  return 1
}
if found chromium chromium-browser google-chrome && found epubcheck && found npm && fc-list :lang=zh-cn 2>/dev/null | grep -q .; then
  exit 0
fi
packages="chromium fonts-noto-cjk fontconfig epubcheck"
found npm || packages="$packages npm"
if found apt-get && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  # shellcheck disable=SC2086 # several packages
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages >/dev/null
  exit 0
fi
echo "The tests need Chromium, a Chinese font, epubcheck and npm; on Debian or Ubuntu: sudo apt-get install $packages" >&2
exit 1
