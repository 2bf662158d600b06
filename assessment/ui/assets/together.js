// What the server sends together is handed over together. A browser gives every message a task of its own and may draw
// the page between two of them: the same work twice, and half of the page pale in between (see ui/whole_runs.py).
(() => {
  const quiet = 2, longest = 16; // ms without a message that end a group, and ms that a message may wait at most
  window.WebSocket = class WebSocket extends window.WebSocket {
    constructor(...address) {
      super(...address);
      let held = [], since = 0, timer;
      const handOver = () => {
        clearTimeout(timer);
        const group = held;
        held = [];
        for (const { data, origin } of group) this.dispatchEvent(new MessageEvent("message", { data, origin }));
      };
      this.addEventListener("message", event => {
        if (!event.isTrusted) return; // handed over above
        event.stopImmediatePropagation();
        if (!held.length) since = event.timeStamp;
        held.push(event);
        clearTimeout(timer);
        // A hidden page draws nothing, and its timers are slow.
        if (document.hidden || event.timeStamp - since > longest) handOver();
        else timer = setTimeout(handOver, quiet);
      });
      this.addEventListener("close", handOver);
    }
  };
})();
