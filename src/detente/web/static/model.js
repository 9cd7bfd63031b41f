// Lists that are put in order within a form: buttons, Alt with an arrow key, or dragging.
// Without this script the order is written into the field below the list, by number.
"use strict";
(() => {
  let dragged = null;

  function numbers(list) {
    const field = document.getElementById(list.dataset.order);
    if (field) field.value = [...list.children].map((line) => line.dataset.n).join(" ");
  }

  function moved(line, by) {
    const list = line.parentNode;
    if (by < 0 && line.previousElementSibling) list.insertBefore(line, line.previousElementSibling);
    else if (by > 0 && line.nextElementSibling) list.insertBefore(line.nextElementSibling, line);
    numbers(list);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".statements [data-by]");
    if (!button) return;
    moved(button.closest("li"), Number(button.dataset.by));
    button.focus();
  });
  document.addEventListener("keydown", (event) => {
    const line = event.target.closest?.(".statements > li");
    if (!line || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    const at = document.activeElement;
    moved(line, event.key === "ArrowUp" ? -1 : 1);
    at.focus();
  });
  document.addEventListener("dragstart", (event) => {
    const line = event.target.closest?.(".statements > li");
    if (!line) return;
    dragged = line;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    line.classList.add("dragged");
  });
  document.addEventListener("dragover", (event) => {
    const line = event.target.closest?.(".statements > li");
    if (!dragged || !line || line.parentNode !== dragged.parentNode) return;
    event.preventDefault();
    if (line === dragged) return;
    const box = line.getBoundingClientRect();
    line.parentNode.insertBefore(dragged, event.clientY < box.top + box.height / 2 ? line : line.nextSibling);
    numbers(line.parentNode);
  });
  document.addEventListener("drop", (event) => dragged && event.preventDefault());
  document.addEventListener("dragend", () => {
    dragged?.classList.remove("dragged");
    dragged = null;
  });

  // what a question leaves as it is needn't stand in its address
  document.addEventListener("htmx:configRequest", (event) => {
    if (!event.target.matches?.("form.whatif, form.filters")) return;
    for (const field of event.target.elements) {
      const own = field.dataset.own ?? "";
      if (field.name && field.value === own) delete event.detail.parameters[field.name];
    }
  });

  function look() {
    for (const arrows of document.querySelectorAll(".statements .arrows[hidden]")) arrows.hidden = false;
  }
  document.addEventListener("htmx:afterSettle", look);
  look();
})();
