// Turns the slides of a meeting. All of them are drawn already; one rule of style shows one of them.
const STEP = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1, n: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1, p: -1 };
const SWIPE = 50;
const SIZES = ["roomy", "close", "full", "tight"];

// The largest letters with which a slide's title and table fit; the smallest are 24 px of 1920.
const fit = slide => {
  const title = slide.querySelector("h2");
  for (const size of ["long", "longer"]) if (title.scrollHeight > title.clientHeight + title.clientHeight / 4) title.className = `sj-written ${size}`;
  const body = slide.querySelector(".stg-body"), table = slide.querySelector(".stg-table");
  const over = () => Math.max(table.getBoundingClientRect().bottom, body.lastElementChild.getBoundingClientRect().bottom) > body.getBoundingClientRect().bottom + 1;
  for (let size = 1; table && over() && size < SIZES.length; size++) table.className = `stg-table ${SIZES[size]}`;
};

export default function ({ data, parentElement }) {
  const bar = parentElement.querySelector(".stg-bar");
  if (bar.dataset.ready) return;
  bar.dataset.ready = "yes";
  const deck = parentElement.querySelector(".stg");
  deck.innerHTML = data.slides;
  deck.querySelectorAll(".stg-slide").forEach(fit);
  const count = data.titles.length, words = data.words;
  const style = document.head.appendChild(document.createElement("style"));
  const button = (sign, label, act) => {
    const made = bar.appendChild(document.createElement("button"));
    made.textContent = sign;
    made.title = label;
    made.setAttribute("aria-label", label);
    made.tabIndex = -1;
    made.addEventListener("click", act);
    return made;
  };
  let at = Math.min(count, Math.max(1, +new URLSearchParams(location.search).get("slide") || 1)), typed = "", timer;

  const show = () => {
    style.textContent = `.stg-slide[data-n="${at}"]{visibility:visible!important}`;
    place.textContent = `${at} / ${count}`;
    const url = new URL(location.href);
    url.searchParams.set("slide", at);
    history.replaceState(history.state, "", url);
    // A unit's profile finds the way back to this very slide.
    document.querySelectorAll(`.stg-slide[data-n="${at}"] a[data-go]`).forEach(link => {
      const to = new URL(link.href);
      to.searchParams.set("meeting", `${to.searchParams.get("meeting").split(".")[0]}.${at}`);
      link.href = to;
    });
  };
  const turn = to => { if (to >= 1 && to <= count && to !== at) { at = to; show(); } };
  const full = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  const leave = () => { if (document.fullscreenElement) document.exitFullscreen(); way.click(); };
  const isOpen = () => !list.hidden;
  const open = shown => {
    list.hidden = !shown;
    if (shown) list.children[at - 1].firstChild.focus();
  };

  button("◀", words.previous, () => turn(at - 1));
  const place = bar.appendChild(document.createElement("output"));
  place.setAttribute("aria-live", "polite");
  button("▶", words.next, () => turn(at + 1));
  button("☰", words.list, () => open(!isOpen()));
  button("⛶", words.full, full);
  button("✕", words.leave, leave);
  const way = parentElement.appendChild(document.createElement("a"));
  way.href = data.leave;
  way.dataset.go = "";
  way.hidden = true;
  const list = parentElement.appendChild(document.createElement("ol"));
  list.className = "stg-list";
  list.hidden = true;
  data.titles.forEach((title, i) => {
    const made = list.appendChild(document.createElement("li")).appendChild(document.createElement("button"));
    made.textContent = title;
    made.addEventListener("click", () => { turn(i + 1); open(false); });
  });

  const inList = event => {
    const lines = [...list.querySelectorAll("button")], here = lines.indexOf(document.activeElement);
    if (event.key === "Escape" || event.key === "o") { open(false); event.preventDefault(); }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      lines[Math.min(count - 1, Math.max(0, here + (event.key === "ArrowDown" ? 1 : -1)))].focus();
      event.preventDefault();
    }
  };
  const press = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.("input,textarea,select")) return;
    if (isOpen()) return inList(event);
    const key = event.key;
    if (key >= "0" && key <= "9" && key.length === 1) { typed = (typed + key).slice(-3); return; }
    if (key === "Enter" && event.target.closest?.("a,button")) return;
    if (key === "Tab") {
      const links = [...deck.querySelectorAll(`.stg-slide[data-n="${at}"] a`)], here = links.indexOf(document.activeElement);
      links.at((here + (event.shiftKey ? -1 : 1)) % (links.length || 1))?.focus();
      return event.preventDefault();
    }
    const act = { f: full, F5: full, o: () => open(true), b: dim, ".": dim, Home: () => turn(1), End: () => turn(count) }[key];
    if (key === "Escape") {
      event.preventDefault();
      document.body.classList.contains("stg-dark") ? dim() : leave();
    } else if (key === "Enter" && typed) turn(+typed);
    else if (act) { event.preventDefault(); act(); }
    else if (STEP[key]) { event.preventDefault(); turn(at + STEP[key]); }
    typed = "";
  };
  const dim = () => document.body.classList.toggle("stg-dark");
  let began = null;
  const touch = event => { began = event.changedTouches[0]; };
  const lift = event => {
    const way = began ? event.changedTouches[0].clientX - began.clientX : 0;
    const across = began ? Math.abs(event.changedTouches[0].clientY - began.clientY) : 0;
    if (Math.abs(way) > SWIPE && Math.abs(way) > 2 * across) turn(at + (way < 0 ? 1 : -1));
  };
  const wake = () => {
    document.body.classList.add("stg-awake");
    clearTimeout(timer);
    timer = setTimeout(() => document.body.classList.remove("stg-awake"), 2500);
  };
  const heard = { keydown: press, touchstart: touch, touchend: lift, mousemove: wake };
  Object.entries(heard).forEach(([name, act]) => addEventListener(name, act, { passive: false }));
  show();
  wake();
  return () => {
    Object.entries(heard).forEach(([name, act]) => removeEventListener(name, act));
    clearTimeout(timer);
    document.body.classList.remove("stg-dark", "stg-awake");
    style.remove();
  };
}
