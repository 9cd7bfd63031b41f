// The fields that statements are written in: names of options are completed where the
// caret is, and under the field stands how the statement reads, or what is wrong with it.
// Without this script a plain list of names is offered, and faults are told on saving.
"use strict";
(() => {
  const LISTED = 12, WORD = /[\p{L}\p{N}_.-]*$/u;
  let open = null; // { field, list, words, from, at }
  let waiting = 0, asked = 0;

  const names = () => [...(document.getElementById("options")?.options ?? [])]
    .filter((one) => !one.value.startsWith("!"))
    .map((one) => [one.value, one.label]);

  function close() {
    if (!open) return;
    open.list.remove();
    open.field.setAttribute("aria-expanded", "false");
    open.field.removeAttribute("aria-activedescendant");
    open = null;
  }

  // what may stand at the caret: names that begin as the word does, then those that have it within
  function fitting(field) {
    const before = field.value.slice(0, field.selectionStart);
    const word = WORD.exec(before)[0], typed = word.toLowerCase();
    const own = `${field.dataset.dm}.`;
    const words = [];
    for (const [name, label] of names()) {
      const short = field.dataset.dm && name.startsWith(own) ? name.slice(own.length) : name;
      const last = name.slice(name.indexOf(".") + 1).toLowerCase();
      const rank = short.toLowerCase().startsWith(typed) ? 0
        : name.toLowerCase().startsWith(typed) || last.startsWith(typed) ? 1
        : name.toLowerCase().includes(typed) || (typed.length > 2 && label.toLowerCase().includes(typed)) ? 2 : 9;
      if (rank < 9 && short !== word) words.push([rank, short, label]);
    }
    if (/[\p{L}\p{N}_)]\s+$/u.test(before.slice(0, before.length - word.length))) {
      for (const [joint, says] of [["if", "only if what follows"], ["iff", "if, and only if"]]) {
        if (joint.startsWith(typed) && joint !== word) words.push([typed ? 0 : 3, joint, says]);
      }
    }
    words.sort((a, b) => a[0] - b[0]);
    return { from: before.length - word.length, words: words.slice(0, LISTED).map(([, name, says]) => [name, says]) };
  }

  function offer(field) {
    const { from, words } = fitting(field);
    close();
    if (!words.length) return;
    const list = document.createElement("ul");
    list.className = "choices";
    list.id = "choices";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Options");
    words.forEach(([name, says], n) => {
      const line = document.createElement("li");
      line.id = `choice-${n}`;
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      const code = document.createElement("code"), span = document.createElement("span");
      code.textContent = name;
      span.textContent = says;
      line.append(code, span);
      list.append(line);
    });
    field.closest(".field").append(list);
    field.setAttribute("aria-expanded", "true");
    field.setAttribute("aria-controls", "choices");
    open = { field, list, words, from, at: -1 };
  }

  function choose(n) {
    const { field, from, words } = open;
    const name = words[n][0], end = field.selectionStart;
    field.setRangeText(`${name} `, from, end, "end");
    close();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    field.focus();
  }

  function point(at) {
    const { field, list, words } = open;
    open.at = (at + words.length) % words.length;
    [...list.children].forEach((line, n) => line.setAttribute("aria-selected", String(n === open.at)));
    field.setAttribute("aria-activedescendant", `choice-${open.at}`);
    list.children[open.at].scrollIntoView({ block: "nearest" });
  }

  async function read(field) {
    const turn = ++asked;
    let line = field.closest(".field").querySelector(".reads");
    if (!line) {
      line = document.createElement("span");
      line.className = "reads";
      line.id = `${field.id}-reads`;
      line.setAttribute("role", "status");
      field.after(line);
      field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), line.id].filter(Boolean).join(" "));
    }
    const query = new URLSearchParams({ statement: field.value, dm: field.dataset.dm ?? "" });
    try {
      const answer = await fetch(`${location.pathname.replace(/\/model[^/]*$/, "/model")}/check?${query}`);
      const found = await answer.json();
      if (turn !== asked) return;
      line.classList.toggle("odd", Boolean(found.wrong));
      line.textContent = found.wrong ?? found.reads ?? "";
    } catch { /* told on saving */ }
  }

  function ready(field) {
    if (field.getAttribute("role") === "combobox") return;
    field.removeAttribute("list");
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", "choices");
  }

  const statement = (event) => event.target.closest?.("input.statement");
  document.addEventListener("focusin", (event) => {
    const field = statement(event);
    if (field) ready(field);
    else close();
  });
  document.addEventListener("input", (event) => {
    const field = statement(event);
    if (!field) return;
    ready(field);
    offer(field);
    clearTimeout(waiting);
    waiting = setTimeout(() => read(field), 250);
  });
  document.addEventListener("keydown", (event) => {
    const field = statement(event);
    if (!field) return;
    if (!open && event.key === "ArrowDown" && !event.altKey) offer(field);
    if (!open) return;
    if (event.key === "ArrowDown") point(open.at + 1);
    else if (event.key === "ArrowUp") point(open.at - 1);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && open.at >= 0) choose(open.at);
    else return;
    event.preventDefault();
  });
  document.addEventListener("pointerdown", (event) => {
    const line = event.target.closest?.(".choices li");
    if (line && open) {
      event.preventDefault(); // the field keeps the focus
      choose([...open.list.children].indexOf(line));
    } else if (open && event.target !== open.field) close();
  });
  document.addEventListener("htmx:beforeSwap", close);
})();
