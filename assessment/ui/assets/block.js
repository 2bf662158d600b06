// A block of our own HTML and pictures, put in place when it changed. Streamlit's own way runs DOMPurify over every
// letter of it in script, which took longer than drawing it; here the browser's sanitizer does it where it has one.
const BARRED = ["script", "style", "iframe", "object", "embed", "form", "meta", "link", "base", "frame", "template"];
const NEAR = 22;

export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".sj-block");
  if (box.shown === data) return;
  box.shown = data;
  put(box, data);
  for (const drawing of box.querySelectorAll(".sj-drawing")) read(drawing);
}

// Everything a page is made of but what could run, load or lead elsewhere. The text is escaped where it is made, and the
// content security policy lets no inline script run: this is the third lock.
export function put(box, html) {
  if (box.setHTML) box.setHTML(html, { sanitizer: { removeElements: BARRED } });
  else box.replaceChildren(cleaned(html));
  for (const link of box.querySelectorAll("a[href]")) if (!isHere(link)) link.removeAttribute("href");
}

// The same for a browser without a sanitizer of its own.
export function cleaned(html) {
  const inert = document.createElement("template");
  inert.innerHTML = html;
  for (const barred of inert.content.querySelectorAll(BARRED.join())) barred.remove();
  for (const part of inert.content.querySelectorAll("*"))
    for (const { name, value } of [...part.attributes])
      if (/^on|^(xlink:href|formaction|srcdoc)$/i.test(name) || /^(src|href)$/i.test(name) && /^\W*(javascript|vbscript|data:text)/i.test(value))
        part.removeAttribute(name);
  return inert.content;
}

function isHere(link) {
  const to = link.getAttribute("href");
  return /^\/[^/\\]/.test(to) || new URL(to, location.href).origin === location.origin;
}

// On a picture the mark nearest to the pointer says its words.
function read(drawing) {
  const tip = drawing.appendChild(document.createElement("div"));
  tip.className = "sj-tip";
  tip.hidden = true;
  for (const title of drawing.querySelectorAll("svg title")) {
    title.parentElement.words = title.textContent; // else the browser shows its own, later and elsewhere
    title.remove();
  }
  let lit = null;
  const light = mark => {
    if (mark === lit) return;
    lit?.classList.remove("lit");
    mark?.classList.add("lit");
    lit = mark;
    tip.textContent = mark?.words ?? "";
    tip.hidden = !mark;
  };
  drawing.onpointermove = drawing.onpointerdown = event => {
    light(nearest(drawing, event));
    if (lit) place(tip, drawing, event);
  };
  drawing.onpointerleave = () => light(null);
}

// The closest dot around the pointer, else the mark under it.
function nearest(drawing, event) {
  let best = null, least = NEAR;
  for (const dot of drawing.querySelectorAll("circle")) {
    const at = dot.getBoundingClientRect();
    const far = Math.hypot(at.x + at.width / 2 - event.clientX, at.y + at.height / 2 - event.clientY);
    if (dot.words && at.width && far < least) [best, least] = [dot, far];
  }
  return best ?? (event.target.words ? event.target : null);
}

function place(tip, drawing, event) {
  const around = drawing.getBoundingClientRect();
  const x = Math.min(event.clientX - around.x + 14, around.width - tip.offsetWidth);
  const above = event.clientY - around.y - tip.offsetHeight - 12;
  tip.style.left = `${Math.max(0, x)}px`;
  tip.style.top = `${above < 0 ? event.clientY - around.y + 18 : above}px`;
}
