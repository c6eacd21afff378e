// Narrows the shelf by topic and kind. The form is hidden in the page, for without JavaScript it can do nothing.
const form = document.querySelector("form.filter");
const output = form.querySelector("output");

function narrow() {
  const { topic, shelf } = Object.fromEntries(new FormData(form));
  let count = 0;
  for (const section of document.querySelectorAll("section[data-shelf]")) {
    const wanted = !shelf || section.dataset.shelf === shelf;
    let here = 0;
    for (const entry of section.querySelectorAll("li[data-topics]")) {
      entry.hidden = !wanted || Boolean(topic && !entry.dataset.topics.split(" ").includes(topic));
      here += !entry.hidden;
    }
    section.hidden = !here;
    count += here;
  }
  output.textContent = `${count} ${output.dataset.text}`;
}

form.addEventListener("input", narrow);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
narrow(); // a browser restores the choice made before
