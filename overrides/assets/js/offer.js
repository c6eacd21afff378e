// At the front door only: a reader whose language is not the page's is told that theirs exists. Nobody is sent anywhere.
import { get, set } from "./store.js";

const offer = document.querySelector(".offer");
const page = document.documentElement.lang.slice(0, 2);
const theirs = offer.lang.slice(0, 2);

/** The language chosen before, else the browser's first that the guide has. */
const wanted = () =>
  get("language") ?? navigator.languages.map((each) => each.slice(0, 2)).find((each) => each === page || each === theirs);

function choose(language) {
  set("language", language);
  offer.hidden = true;
}

offer.querySelector(".offer__go").addEventListener("click", () => choose(theirs));
offer.querySelector(".offer__stay").addEventListener("click", () => choose(page));
offer.hidden = wanted() !== theirs;
