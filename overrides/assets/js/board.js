// Boards: replay by stage, full screen, copying the source. Without this file the whole drawing shows.

import { copy } from "./clipboard.js";

const PACE = 3200; // milliseconds that a step stays while playing

export function wake(root) {
  for (const figure of root.querySelectorAll("figure.board:not(.awake)")) {
    figure.classList.add("awake");
    view(figure);
    source(figure);
    if (figure.querySelector(".board-steps")) replay(figure);
  }
}

// Steps: the slider holds the state, everything else follows it.
function replay(figure) {
  const stages = figure.dataset.steps.split(" ");
  const panel = figure.querySelector(".board-steps");
  const [slider, previous, next, play, said] = ["input", ".board-previous", ".board-next", ".board-play", ".board-said"].map((name) =>
    panel.querySelector(name),
  );
  const marks = [...panel.querySelectorAll(".board-marks span")];
  const captions = stages.map((stage) => figure.querySelector(`.board-captions [data-step="${stage}"]`));
  const whole = figure.querySelector(".board-whole");
  let timer = 0;

  function show(step, caption) {
    slider.value = step;
    figure.dataset.step = stages[step - 1];
    slider.setAttribute("aria-valuetext", captions[step - 1].querySelector(".board-clock").textContent);
    previous.disabled = step === 1;
    next.disabled = step === stages.length;
    marks.forEach((mark, position) => mark.classList.toggle("now", position === step - 1));
    for (const each of [...captions, whole]) each.classList.toggle("now", each === caption);
  }

  function go(step) {
    show(step, captions[step - 1]);
    follow(figure.querySelector(".board-view"), stages[step - 1]);
    said.textContent = captions[step - 1].textContent;
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    label(play.dataset.play, "▶");
  }

  function start(tell = go) {
    tell(+slider.value === stages.length ? 1 : +slider.value + 1);
    label(play.dataset.pause, "❚❚");
    timer = setInterval(() => {
      if (+slider.value === stages.length) stop();
      else tell(+slider.value + 1);
    }, PACE);
  }

  function label(text, sign) {
    play.setAttribute("aria-label", text);
    play.title = text;
    play.textContent = sign;
  }

  function step(by) {
    stop();
    go(Math.min(stages.length, Math.max(1, +slider.value + by)));
    const spent = by < 0 ? previous : next;
    if (spent.disabled) (by < 0 ? next : previous).focus(); // a disabled button would drop the focus
  }

  previous.addEventListener("click", () => step(-1));
  next.addEventListener("click", () => step(1));
  play.addEventListener("click", () => (timer ? stop() : start()));
  slider.addEventListener("input", () => {
    stop();
    go(+slider.value);
  });
  panel.hidden = false;
  whole.hidden = false;
  show(stages.length, whole);
  delete figure.dataset.step; // the whole board, without badges, until somebody steps
  if (figure.closest(".front") && matchMedia("(prefers-reduced-motion: no-preference)").matches) {
    const quietly = (step) => show(step, captions[step - 1]); // nobody asked, so nothing is announced
    const untouched = () => !timer && !whole.matches(":not(.now)");
    seen(figure, () => setTimeout(() => untouched() && start(quietly), PACE)); // the whole board first
  }
}

// Scrolls a drawing larger than its window to the first node that the stage draws.
function follow(frame, stage) {
  const node = frame.querySelector(`.node[data-stage="${stage}"]`);
  if (!node) return;
  const [box, seen] = [node, frame].map((each) => each.getBoundingClientRect());
  const by = (first, last) => Math.min(box[first] - seen[first], Math.max(box[last] - seen[last], 0));
  frame.scrollBy({ left: by("left", "right"), top: by("top", "bottom"), behavior: "instant" });
}

// Calls `then` once, when most of the figure has come into view.
function seen(figure, then) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      then();
    },
    { threshold: 0.7 },
  );
  watch.observe(figure);
}

// A drawing wider than its window says so; any drawing opens full screen, with its stepper.
function view(figure) {
  const body = figure.querySelector(".board-body");
  const frame = figure.querySelector(".board-view");
  const button = figure.querySelector(".board-full");
  const hint = figure.querySelector(".board-hint");
  button.hidden = false;
  new ResizeObserver(() => {
    const wide = frame.scrollWidth > frame.clientWidth + 1;
    hint.hidden = !wide;
    if (wide || frame.scrollHeight > frame.clientHeight + 1) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  }).observe(frame);

  button.addEventListener("click", () => {
    const open = figure.querySelector("dialog");
    if (open) open.close();
    else enlarge(figure, body, button);
  });
}

function enlarge(figure, body, button) {
  const dialog = document.createElement("dialog");
  const place = document.createComment("board");
  dialog.className = "board-dialog";
  dialog.setAttribute("aria-label", figure.querySelector(".board-title").textContent);
  body.before(place);
  dialog.append(body);
  place.before(dialog);
  button.textContent = button.dataset.close;
  dialog.addEventListener("close", () => {
    place.replaceWith(body);
    dialog.remove();
    button.textContent = button.dataset.open;
    button.focus();
  });
  dialog.showModal();
}

function source(figure) {
  const button = figure.querySelector(".board-copy");
  const code = figure.querySelector(".board-source code");
  const details = figure.querySelector(".board-source");
  const words = { copy: button.textContent, ...button.dataset };
  details.addEventListener("toggle", () => (button.hidden = !details.open));
  button.addEventListener("click", () => copy(code, button, words));
}
