// A picture of the server on the page: put in place when it changed; the mark nearest to the pointer says its words.
const NEAR = 22;

export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".sj-drawing");
  if (box.drawn === data) return;
  box.innerHTML = box.drawn = data;
  const tip = box.appendChild(document.createElement("div"));
  tip.className = "sj-tip";
  tip.hidden = true;
  for (const title of box.querySelectorAll("svg title")) {
    title.parentElement.words = title.textContent; // else the browser shows its own, later and elsewhere
    title.remove();
  }
  let lit = null;
  const say = event => {
    const mark = nearest(box, event);
    if (mark !== lit) {
      lit?.classList.remove("lit");
      mark?.classList.add("lit");
      lit = mark;
      tip.textContent = mark?.words ?? "";
      tip.hidden = !mark;
    }
    if (mark) place(tip, box, event);
  };
  box.onpointermove = box.onpointerdown = say;
  box.onpointerleave = () => { lit?.classList.remove("lit"); lit = null; tip.hidden = true; };
}

// The mark under the pointer, or the closest dot around it.
function nearest(box, event) {
  if (event.target.words && event.target.localName !== "circle" && event.target.localName !== "path") return event.target;
  let best = null, least = NEAR;
  for (const dot of box.querySelectorAll("circle")) {
    if (!dot.words) continue;
    const at = dot.getBoundingClientRect();
    const far = Math.hypot(at.x + at.width / 2 - event.clientX, at.y + at.height / 2 - event.clientY);
    if (at.width && far < least) [best, least] = [dot, far];
  }
  return best ?? (event.target.words ? event.target : null);
}

function place(tip, box, event) {
  const around = box.getBoundingClientRect();
  const x = Math.min(event.clientX - around.x + 14, around.width - tip.offsetWidth);
  const above = event.clientY - around.y - tip.offsetHeight - 12;
  tip.style.left = `${Math.max(0, x)}px`;
  tip.style.top = `${above < 0 ? event.clientY - around.y + 18 : above}px`;
}
