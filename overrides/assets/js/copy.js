// A button beside each sentence to say aloud, which copies it.
const chinese = document.documentElement.lang.startsWith("zh");
const [copy, copied] = chinese ? ["复制", "已复制"] : ["Copy", "Copied"];

const status = document.createElement("span");
status.className = "hushed";
status.setAttribute("role", "status");

function button(sentence) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = copy;
  made.setAttribute("aria-label", `${copy}${chinese ? "：" : ": "}${sentence}`);
  made.addEventListener("click", async () => {
    await navigator.clipboard.writeText(sentence);
    made.textContent = status.textContent = copied;
    setTimeout(() => {
      made.textContent = copy;
      status.textContent = "";
    }, 2000);
  });
  return made;
}

// Only a page served securely may write to the clipboard.
if (navigator.clipboard) {
  document.querySelector("article").append(status);
  for (const line of document.querySelectorAll(".say__line")) {
    line.parentElement.append(button(line.textContent.trim()));
  }
}
