// What the pages do beyond their forms. Everything here has a way without it:
// arrows beside dragging, a button beside a choice, pasting beside selecting.
"use strict";
document.documentElement.classList.add("scripted");

const page = () => document.getElementById("page");
let dragged = null;

// priorities: drag a line, or Alt with an arrow key on it
document.addEventListener("dragstart", (event) => {
  const line = event.target.closest?.(".priorities > li[draggable]");
  if (!line) return;
  dragged = line;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
  line.classList.add("dragged");
});
document.addEventListener("dragover", (event) => {
  const line = event.target.closest?.(".priorities > li[draggable]");
  if (dragged && line && line !== dragged && line.parentNode === dragged.parentNode) {
    event.preventDefault();
    for (const one of line.parentNode.children) one.classList.toggle("aim", one === line);
  } else if (event.dataTransfer?.types.includes("Files") && document.getElementById("drop")) {
    event.preventDefault();
    document.getElementById("drop").classList.add("aim");
  }
});
document.addEventListener("dragend", () => {
  for (const one of document.querySelectorAll(".aim, .dragged")) one.classList.remove("aim", "dragged");
  dragged = null;
});
document.addEventListener("drop", (event) => {
  const line = event.target.closest?.(".priorities > li[draggable]");
  const drop = document.getElementById("drop");
  if (dragged && line && line !== dragged && line.parentNode === dragged.parentNode) {
    event.preventDefault();
    const button = dragged.querySelector(".moves button:not([disabled])");
    button.value = line.dataset.at;
    button.click();
  } else if (event.dataTransfer?.files.length && drop) {
    event.preventDefault();
    const field = drop.querySelector("input[type=file]");
    field.files = event.dataTransfer.files;
    drop.classList.remove("aim");
    drop.requestSubmit();
  }
});
document.addEventListener("keydown", (event) => {
  if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  const line = event.target.closest?.(".priorities > li[draggable]");
  if (!line || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  const button = line.querySelector(event.key === "ArrowUp" ? ".up" : ".down");
  button.click(); // htmx takes a form's button from the click
});

// a choice in an option form is saved as it is made
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form.auto");
  if (form) form.requestSubmit();
});

// words selected in the report go into the form that adds a claim
document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  const article = document.getElementById("article");
  const field = document.getElementById("a-quote");
  if (!field || !article || !chosen.rangeCount || chosen.isCollapsed) return;
  if (!article.contains(chosen.anchorNode) || !article.contains(chosen.focusNode)) return;
  const part = chosen.getRangeAt(0).cloneContents();
  for (const mark of part.querySelectorAll(".refs, .more")) mark.remove();
  field.value = part.textContent.trim();
});

// after a page was put in: focus stays with the line that was moved, or goes to the page
let moved = "";
document.addEventListener("click", (event) => {
  moved = event.target.closest?.(".moves") ? event.target.closest("li").id : "";
});
document.addEventListener("htmx:afterSettle", () => {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (!lost || document.querySelector("[hx-trigger^='load']")) return;
  (document.getElementById(`${moved}-open`) ?? page())?.focus({ preventScroll: true });
});
let path = location.pathname;
document.addEventListener("htmx:pushedIntoHistory", () => {
  if (location.pathname !== path && !location.hash) window.scrollTo(0, 0);
  path = location.pathname;
});
document.addEventListener("htmx:sendError", () => {
  document.getElementById("said").textContent =
    "The workbench doesn't answer. Is 'detente serve' still running?";
});
