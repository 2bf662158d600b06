// In-app links of our own HTML (<a data-go>): no reload, one history entry, ctrl-click and "copy link" still work.
document.addEventListener("click", event => {
  const link = event.composedPath().find(node => node.matches?.("a[data-go]"));
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const to = new URL(link.getAttribute("href"), location.origin); // in a picture `link.href` is no text
  const language = new URLSearchParams(location.search).get("lang");
  if (language && !to.searchParams.has("lang")) to.searchParams.set("lang", language);
  history.pushState({}, "", to);
  // Streamlit takes it as history navigation: the address wins over what its widgets hold.
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}, true);
// From a page that the stage led to, Escape goes back to the slide.
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && !event.target.matches?.("input,textarea,select")) document.querySelector("a[data-back]")?.click();
});
