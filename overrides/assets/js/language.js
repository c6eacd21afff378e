// The language switch keeps the section: both languages share their heading ids.
const link = document.querySelector("a.language");

const follow = () => {
  link.hash = location.hash;
};

addEventListener("hashchange", follow);
follow();
