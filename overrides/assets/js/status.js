// One line that screen readers speak, and that everybody sees where something went wrong.

const line = document.createElement("p");
line.setAttribute("role", "status");
line.className = "hushed";
document.body.append(line);
let timer = 0;

export function say(words, seen = false) {
  clearTimeout(timer);
  line.className = seen ? "toast" : "hushed";
  line.textContent = words;
  timer = setTimeout(() => {
    line.className = "hushed";
    line.textContent = "";
  }, 6000);
}
