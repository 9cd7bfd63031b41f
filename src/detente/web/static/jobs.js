// Long work tells how far it is; when it is over, the page goes to what came of it.
"use strict";
(() => {
  let source = null;
  const close = () => { source?.close(); source = null; };
  function listen() {
    const place = document.querySelector("[data-events]");
    if (!place) return close();
    if (source && source.url === new URL(place.dataset.events, location.href).href) return;
    close();
    source = new EventSource(place.dataset.events);
    const show = (event) => {
      const job = JSON.parse(event.data);
      const bar = place.querySelector("[data-progress]");
      place.querySelector("[data-step]").textContent = job.step;
      if (job.total) {
        bar.max = job.total;
        bar.value = job.done;
        place.querySelector("[data-count]").textContent =
          `${job.done.toLocaleString("en")} of ${job.total.toLocaleString("en")}`;
      }
    };
    source.addEventListener("progress", show);
    source.addEventListener("over", () => {
      close();
      if (document.activeElement?.matches("#page :is(input, textarea, select)")) {
        const link = document.createElement("a"); // somebody is writing: the page waits for them
        link.href = place.dataset.back;
        link.textContent = "It is over: show what came of it";
        place.replaceChildren(link);
        return;
      }
      window.htmx.ajax("GET", place.dataset.back, { source: place, target: "#page" });
    });
    source.addEventListener("error", () => {
      if (source?.readyState === EventSource.CLOSED) {
        place.querySelector("[data-step]").textContent = "Load the page again to see how far it is.";
      }
    });
  }
  document.addEventListener("DOMContentLoaded", listen);
  document.addEventListener("htmx:afterSettle", listen);
  window.addEventListener("pagehide", close);
})();
