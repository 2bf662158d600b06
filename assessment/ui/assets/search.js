// The search field of the sidebar: filters as one types, jumps with one history entry, and empties itself.
const SHOWN = 8;
const KEPT = ["period", "type", "lang"];
let current = { items: [] };

const matches = words => current.items
  .map(item => [item, words.every(word => item.text.includes(word)) ? rank(item, words[0]) : -1])
  .filter(([, place]) => place >= 0)
  .sort((one, other) => one[1] - other[1])
  .slice(0, SHOWN)
  .map(([item]) => item);
// A name that begins with what was typed comes before one that holds it.
const rank = (item, word) => item.text.split("\n").some(name => name.startsWith(word)) ? 0 : 1;

export default function ({ data, parentElement }) {
  current = data;
  const box = parentElement.querySelector(".sj-search"), input = box.querySelector("input"), list = box.querySelector("ul");
  input.placeholder = data.label;
  input.setAttribute("aria-label", data.label);
  if (box.dataset.ready) return;
  box.dataset.ready = "yes";
  list.id = "sj-search-list";
  input.setAttribute("aria-controls", list.id);
  let found = [], at = -1;

  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const mark = place => {
    at = place;
    [...list.children].forEach((line, i) => line.setAttribute("aria-selected", String(i === at)));
    const line = list.children[at];
    if (line?.id) { input.setAttribute("aria-activedescendant", line.id); line.scrollIntoView({ block: "nearest" }); }
  };
  const go = item => {
    const to = new URL(item.to, location.origin), now = new URLSearchParams(location.search);
    for (const name of KEPT) if (now.get(name)) to.searchParams.set(name, now.get(name));
    input.value = ""; close(); input.blur();
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    if (innerWidth < 768) document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
  };
  const line = (item, i) => {
    const made = document.createElement("li"), name = document.createElement("b"), beside = document.createElement("span");
    made.id = `sj-search-${i}`; made.setAttribute("role", "option");
    name.textContent = item.name; beside.textContent = item.beside;
    made.append(name, beside);
    made.addEventListener("pointerdown", event => event.preventDefault());
    made.addEventListener("click", () => go(item));
    return made;
  };
  const show = () => {
    const words = input.value.toLowerCase().normalize("NFKC").split(/\s+/).filter(Boolean);
    if (!words.length) { list.replaceChildren(); close(); return; }
    found = matches(words);
    if (found.length) list.replaceChildren(...found.map(line));
    else { const none = document.createElement("li"); none.className = "none"; none.textContent = current.none; list.replaceChildren(none); }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(found.length ? 0 : -1);
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => input.value && show());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "Escape") { input.value = ""; list.replaceChildren(); close(); }
    if (list.hidden || !found.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark((at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length);
    }
    if (event.key === "Enter" && at >= 0) { event.preventDefault(); go(found[at]); }
  });
}
