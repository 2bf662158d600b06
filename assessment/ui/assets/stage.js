// Turns the slides of a meeting. All of them are drawn already; one rule of style shows one of them.
const STEP = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1, n: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1, p: -1 };
const SWIPE = 50;
const SIZES = ["roomy", "close", "full", "tight", "least"];

// The largest letters with which a slide's title and table fit; the smallest are 24 px of 1920.
const fit = slide => {
  const title = slide.querySelector("h2");
  for (const size of ["long", "longer"]) if (title.scrollHeight > title.clientHeight + title.clientHeight / 4) title.className = `sj-written ${size}`;
  const body = slide.querySelector(".stg-body"), table = slide.querySelector(".stg-table");
  const wide = () => [...table.querySelectorAll("td.num")].some(cell => cell.scrollWidth > cell.clientWidth + 1);
  const over = () => wide() || Math.max(table.getBoundingClientRect().bottom, body.lastElementChild.getBoundingClientRect().bottom) > body.getBoundingClientRect().bottom + 1;
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
  const isOpen = () => !panel.hidden;
  const open = shown => {
    panel.hidden = !shown;
    if (!shown) return document.activeElement?.blur();
    field.value = "";
    fill();
    field.focus();
  };

  button("◀", words.previous, () => turn(at - 1));
  const place = bar.appendChild(document.createElement("output"));
  place.setAttribute("aria-live", "polite");
  button("▶", words.next, () => turn(at + 1));
  button("≡", words.list, () => open(!isOpen()));
  button("□", words.full, full);
  button("×", words.leave, leave);
  const way = parentElement.appendChild(document.createElement("a"));
  way.href = data.leave;
  way.dataset.go = "";
  way.hidden = true;
  // The panel finds a slide by its title and a unit by its name; a unit leads to its profile, and back to this slide.
  const panel = parentElement.appendChild(document.createElement("div"));
  panel.className = "stg-panel";
  panel.hidden = true;
  const field = panel.appendChild(document.createElement("input"));
  field.type = "search";
  field.placeholder = words.find;
  field.setAttribute("aria-label", words.find);
  const list = panel.appendChild(document.createElement("ol"));
  panel.appendChild(document.createElement("p")).textContent = words.keys;
  const units = new Map([...deck.querySelectorAll("a[data-go]")].map(link => [new URL(link.href).searchParams.get("unit"), link]));
  const line = (text, act, number) => {
    const item = list.appendChild(document.createElement("li"));
    if (number) item.value = number; else item.className = "unit";
    const made = item.appendChild(document.createElement("button"));
    made.textContent = text;
    made.addEventListener("click", act);
  };
  const visit = link => {
    const to = new URL(link.href);
    to.searchParams.set("meeting", `${to.searchParams.get("meeting").split(".")[0]}.${at}`);
    way.href = to;
    if (document.fullscreenElement) document.exitFullscreen();
    way.click();
  };
  const fill = () => {
    const asked = field.value.trim().toLowerCase(), has = text => text.toLowerCase().includes(asked);
    list.replaceChildren();
    if (asked) [...units.values()].filter(link => has(link.textContent)).slice(0, 40).forEach(link => line(link.textContent, () => visit(link)));
    data.titles.forEach((title, i) => { if (!asked || has(title)) line(title, () => { open(false); turn(i + 1); }, i + 1); });
  };
  field.addEventListener("input", fill);

  const inPanel = event => {
    const lines = [...list.querySelectorAll("button")], here = lines.indexOf(document.activeElement);
    if (event.key === "Escape") { open(false); event.preventDefault(); }
    if (event.key === "Enter" && document.activeElement === field) { lines[0]?.click(); event.preventDefault(); }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const to = here + (event.key === "ArrowDown" ? 1 : -1);
      (to < 0 ? field : lines[Math.min(lines.length - 1, to)])?.focus();
      event.preventDefault();
    }
  };
  const press = event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isOpen()) return inPanel(event);
    if (event.target.matches?.("input,textarea,select")) return;
    const key = event.key;
    if (key >= "0" && key <= "9" && key.length === 1) { typed = (typed + key).slice(-3); return; }
    if (key === "Enter" && event.target.closest?.("a,button")) return;
    if (key === "Tab") {
      const links = [...deck.querySelectorAll(`.stg-slide[data-n="${at}"] a`)], here = links.indexOf(document.activeElement);
      links.at((here + (event.shiftKey ? -1 : 1)) % (links.length || 1))?.focus();
      return event.preventDefault();
    }
    const act = { f: full, F5: full, o: () => open(true), "/": () => open(true), "?": () => open(true), b: dim, ".": dim, Home: () => turn(1), End: () => turn(count) }[key];
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
