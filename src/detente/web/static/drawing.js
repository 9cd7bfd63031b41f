// The drawing of the page Outcomes, on a canvas that can be moved about. Without
// this script the page shows the same drawing as a picture whose cards are links;
// the tables beside it say the same. cytoscape draws the arrows and moves things;
// the cards over it are the page's own, so that they are read out and take focus.
// (The library would add a style element, which the page's policy forbids; it doesn't
// where an element has that element's id: the link to screens.css has it.)
"use strict";
(() => {
  const WIDE = "(min-width: 44rem)";
  const NEAREST = 0.35, FARTHEST = 2.2;
  let shown = null; // what is on the page now

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function library(address) {
    if (window.cytoscape) return Promise.resolve(window.cytoscape);
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => done(window.cytoscape);
      script.onerror = failed;
      document.head.append(script);
    });
  }

  function element(kind, classes, text) {
    const made = document.createElement(kind);
    made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function card(state) {
    const made = element("button", `node${state.now ? " now" : ""}${state.holds ? " holds" : ""}`);
    made.type = "button";
    made.dataset.state = state.state;
    const head = element("span", "node-head");
    head.append(element("span", "node-letter", state.letter));
    const tags = [...(state.now ? ["now"] : []), ...(state.holds ? ["holds"] : [])];
    head.append(element("span", "node-tag", tags.join(" · ")));
    made.append(head);
    for (const line of state.lines) made.append(element("span", "node-line", line));
    return made;
  }

  function styles() {
    const paint = (k) => colour(`--p${k % 8}`);
    const kinds = {
      taken: { "line-style": "solid" },
      deterred: { "line-style": "dashed", "line-dash-pattern": [8, 5] },
      threatened: { "line-style": "dashed", "line-dash-pattern": [12, 4, 2, 4] },
      reply: { "line-style": "dashed", "line-dash-pattern": [2, 4] },
    };
    return [
      { selector: "core", style: { "active-bg-opacity": 0, "selection-box-opacity": 0 } },
      {
        selector: "node",
        style: {
          shape: "round-rectangle", width: "data(width)", height: "data(height)",
          "background-opacity": 0, "border-width": 0, "overlay-opacity": 0,
        },
      },
      {
        selector: "edge",
        style: {
          width: 2, "curve-style": "unbundled-bezier", "control-point-distances": "data(bend)",
          "control-point-weights": 0.5, "edge-distances": "endpoints",
          "source-endpoint": "data(leaves)", "target-endpoint": "data(enters)",
          "line-color": (edge) => paint(edge.data("mover")),
          "target-arrow-color": (edge) => paint(edge.data("mover")),
          "target-arrow-shape": (edge) => (edge.data("final") ? "triangle-tee" : "triangle"),
          "arrow-scale": 1.1, "overlay-opacity": 0,
          color: colour("--paper"), "source-text-offset": 40, "target-text-offset": 40, "font-family": "system-ui, sans-serif",
          "font-size": 10, "font-weight": 700, "text-background-shape": "round-rectangle",
          "text-background-opacity": 1, "text-background-padding": 4,
          "text-background-color": (edge) => paint(edge.data("mover")),
          "min-zoomed-font-size": 0,
        },
      },
      // badges of arrows from one card stand at different places, so that they don't cover each other
      { selector: "edge[slot = 0]", style: { label: "data(badge)" } },
      { selector: "edge[slot = 1]", style: { "source-label": "data(badge)" } },
      { selector: "edge[slot = 2]", style: { "target-label": "data(badge)" } },
      ...Object.entries(kinds).map(([kind, style]) => ({ selector: `edge[kind = "${kind}"]`, style })),
      { selector: ".faded", style: { opacity: 0.25 } },
      { selector: "edge.chosen", style: { width: 5, "z-index": 9, opacity: 1 } },
    ];
  }

  // cards stand in columns by the number of moves from the present state
  function places(states, cards) {
    const columns = [];
    for (const one of states) (columns[one.column] ??= []).push(one);
    const found = new Map();
    let x = 0;
    const heights = columns.map((column) =>
      column.reduce((sum, one) => sum + cards.get(one.state).offsetHeight + 26, -26));
    const tallest = Math.max(...heights);
    columns.forEach((column, n) => {
      let y = (tallest - heights[n]) / 2;
      for (const one of column.sort((a, b) => a.row - b.row)) {
        const high = cards.get(one.state).offsetHeight;
        found.set(one.state, { x, y: y + high / 2 });
        y += high + 26;
      }
      x += Math.max(...column.map((one) => cards.get(one.state).offsetWidth)) + 76;
    });
    return found;
  }

  // an arrow leaves a card at the side that faces where it goes; within a column, at the right
  function way(move, place, nth) {
    const from = place.get(move.before), to = place.get(move.after);
    if (from.x === to.x) return { leaves: "50% 0%", enters: "50% 0%", bend: (to.y > from.y ? -1 : 1) * (60 + 24 * nth) };
    const forth = from.x < to.x;
    const far = Math.abs(from.x - to.x) > 320;
    return {
      leaves: forth ? "50% 0%" : "-50% 0%",
      enters: forth ? "-50% 0%" : "50% 0%",
      bend: (far ? 70 : 0) + 22 * nth,
    };
  }

  function ways(moves, place) {
    const pairs = new Map();
    return moves.map((move, n) => {
      const key = [move.before, move.after].sort((a, b) => a - b).join("-");
      const nth = pairs.get(key) ?? 0;
      pairs.set(key, nth + 1);
      return { ...way(move, place, nth), slot: n % 3 };
    });
  }

  async function start(holder) {
    const cytoscape = await library(holder.dataset.library);
    if (!holder.isConnected || holder.dataset.begun) return;
    holder.dataset.begun = "yes";
    const { states, moves } = JSON.parse(holder.dataset.graph);
    const figure = holder.closest("figure");
    holder.hidden = false;
    figure.querySelector(".flat").hidden = true;
    figure.querySelector(".keys").hidden = false;

    const stage = element("div", "graph-stage");
    const layer = element("div", "graph-layer");
    layer.setAttribute("role", "group");
    layer.setAttribute("aria-label", "Outcomes: arrow keys go from one to the next, M through the moves from it");
    const cards = new Map(states.map((one) => [one.state, card(one)]));
    layer.append(...cards.values());
    const tools = element("p", "graph-tools");
    for (const [name, text] of [["nearer", "+"], ["farther", "−"], ["whole", "Whole"]]) {
      const button = element("button", "small", text);
      button.type = "button";
      button.dataset.zoom = name;
      button.setAttribute("aria-label", { nearer: "Nearer", farther: "Farther", whole: "Show the whole drawing" }[name]);
      tools.append(button);
    }
    const speech = element("p", "unseen");
    speech.setAttribute("role", "status");
    holder.append(stage, layer, tools, speech);

    const place = places(states, cards);
    const drawn = ways(moves, place);
    const cy = cytoscape({
      container: stage,
      elements: [
        ...states.map((one) => ({
          data: {
            id: `s${one.state}`, state: one.state,
            width: cards.get(one.state).offsetWidth, height: cards.get(one.state).offsetHeight,
          },
          position: place.get(one.state),
        })),
        ...moves.map((one, n) => ({
          data: { ...one, id: `m${one.before}-${one.after}`, source: `s${one.before}`, target: `s${one.after}`, ...drawn[n] },
        })),
      ],
      layout: { name: "preset" },
      style: styles(),
      userZoomingEnabled: false,
      boxSelectionEnabled: false,
      autounselectify: true,
      minZoom: NEAREST,
      maxZoom: FARTHEST,
      pixelRatio: "auto",
    });
    const here = { holder, cy, cards, states, moves, speech, at: null, nth: -1 };
    shown = here;

    const follow = () => {
      const { x, y } = cy.pan();
      layer.style.transform = `translate(${x}px, ${y}px) scale(${cy.zoom()})`;
    };
    const carry = () => {
      for (const node of cy.nodes()) {
        const one = cards.get(node.data("state"));
        const { x, y } = node.position();
        one.style.transform = `translate(${x - one.offsetWidth / 2}px, ${y - one.offsetHeight / 2}px)`;
      }
    };
    cy.on("pan zoom resize", follow);
    cy.on("position", "node", carry);
    cy.on("tap", "node", (event) => ask(here, `[data-state="${event.target.data("state")}"]`));
    cy.on("tap", "edge", (event) => {
      const one = event.target.data();
      ask(here, `[data-move="${one.before}-${one.after}"]`);
    });
    cy.on("mouseover", "node, edge", () => stage.classList.add("over"));
    cy.on("mouseout", "node, edge", () => stage.classList.remove("over"));
    carry();
    whole(here);
    mark(here);
  }

  // as large as fits, but never so small that it can't be read
  function whole({ cy, holder }) {
    const box = cy.elements().boundingBox();
    const across = Math.min(1, (cy.width() - 32) / box.w);
    holder.style.height = `${Math.round(Math.min(Math.max(box.h * across + 56, 240), Math.max(360, window.innerHeight * 0.74)))}px`;
    cy.resize();
    cy.zoom(Math.max(NEAREST, Math.min(across, (cy.height() - 32) / box.h)));
    cy.center();
  }

  // a choice on the canvas is the choice of the link that stands in the tables
  function ask({ holder }, link) {
    const found = [...document.querySelectorAll(`#page a${link}`)].find((one) => !holder.contains(one));
    if (found) found.click();
    else {
      const [kind, which] = link.slice(6, -2).split('="');
      const query = kind === "state" ? `state=${which}` : `before=${which.replace("-", "&after=")}`;
      window.htmx?.ajax("GET", `${location.pathname}?${query}`, { target: "#why", select: "#why", swap: "outerHTML" });
    }
  }

  function mark({ cy, cards, holder }) {
    const why = document.getElementById("why");
    const fits = new Set((holder.dataset.fits || "").split(",").map(Number));
    cy.edges().removeClass("chosen faded");
    for (const [state, one] of cards) {
      one.classList.toggle("chosen", why?.dataset.state === String(state));
      one.classList.toggle("faded", !fits.has(state));
      if (why?.dataset.state === String(state)) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
    for (const edge of cy.edges()) {
      const { before, after } = edge.data();
      if (!fits.has(before) && !fits.has(after)) edge.addClass("faded");
    }
    if (why?.dataset.move) cy.getElementById(`m${why.dataset.move}`).addClass("chosen");
    for (const link of document.querySelectorAll("#page a[data-state], #page a[data-move]")) {
      const on = link.dataset.state ? link.dataset.state === why?.dataset.state : link.dataset.move === why?.dataset.move;
      if (on) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function zoom({ cy }, by) {
    cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  function reveal({ cy, cards }, state) {
    const box = cy.getElementById(`s${state}`).renderedBoundingBox();
    const dx = box.x1 < 8 ? 8 - box.x1 : box.x2 > cy.width() - 8 ? cy.width() - 8 - box.x2 : 0;
    const dy = box.y1 < 8 ? 8 - box.y1 : box.y2 > cy.height() - 8 ? cy.height() - 8 - box.y2 : 0;
    if (dx || dy) cy.panBy({ x: dx, y: dy });
    cards.get(state).focus({ preventScroll: true });
  }

  // the nearest card in a direction: what lies aside counts twice
  function next({ cy }, state, [ax, ay]) {
    const from = cy.getElementById(`s${state}`).position();
    let best = null, least = Infinity;
    for (const node of cy.nodes()) {
      const to = node.position();
      const along = (to.x - from.x) * ax + (to.y - from.y) * ay;
      const aside = Math.abs((to.x - from.x) * ay) + Math.abs((to.y - from.y) * ax);
      if (along > 4 && along + 2 * aside < least) [best, least] = [node.data("state"), along + 2 * aside];
    }
    return best;
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  document.addEventListener("keydown", (event) => {
    const here = shown;
    if (!here?.holder.contains(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") zoom(here, 1.25);
    else if (event.key === "-") zoom(here, 0.8);
    else if (event.key === "0") whole(here);
    else if (!event.target.matches(".node")) return;
    else {
      const state = Number(event.target.dataset.state);
      if (here.at !== state) [here.at, here.nth] = [state, -1];
      const out = here.moves.filter((one) => one.before === state);
      if (ARROWS[event.key]) {
        const to = next(here, state, ARROWS[event.key]);
        if (to !== null) reveal(here, to);
      } else if (event.key.toLowerCase() === "m" && out.length) {
        here.nth = (here.nth + 1) % out.length;
        const one = out[here.nth];
        here.cy.edges().removeClass("chosen");
        here.cy.getElementById(`m${one.before}-${one.after}`).addClass("chosen");
        const aim = here.states.find((two) => two.state === one.after);
        here.speech.textContent = `Move ${here.nth + 1} of ${out.length}, to ${aim.letter}: ${one.says}. Enter asks why.`;
      } else if (event.key === "Escape" && here.nth >= 0) {
        here.nth = -1;
        mark(here);
      } else if (event.key === "Enter" && here.nth >= 0) {
        const one = out[here.nth];
        ask(here, `[data-move="${one.before}-${one.after}"]`);
      } else return;
    }
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const here = shown;
    if (!here?.holder.contains(event.target)) return;
    const node = event.target.closest(".node"), tool = event.target.closest("[data-zoom]");
    if (node) ask(here, `[data-state="${node.dataset.state}"]`);
    else if (tool?.dataset.zoom === "whole") whole(here);
    else if (tool) zoom(here, tool.dataset.zoom === "nearer" ? 1.25 : 0.8);
  });
  document.addEventListener("wheel", (event) => {
    if (!event.ctrlKey || !shown?.holder.contains(event.target)) return;
    event.preventDefault(); // with Ctrl the drawing is made larger, not the page
    zoom(shown, event.deltaY < 0 ? 1.15 : 0.87);
  }, { passive: false });

  function look() {
    if (shown && !shown.holder.isConnected) {
      shown.cy.destroy();
      shown = null;
    }
    const holder = document.querySelector(".graph[data-graph]");
    if (holder && !holder.dataset.begun && window.matchMedia(WIDE).matches) {
      start(holder).catch(() => {}); // the picture stays
    }
    if (shown) mark(shown);
  }
  document.addEventListener("htmx:afterSettle", (event) => {
    look();
    const why = document.getElementById("why");
    if (event.detail.target?.id !== "why" && event.detail.elt?.id !== "why") return;
    if (shown?.holder.contains(document.activeElement)) { // read out what was asked for, from there
      shown.speech.textContent = [...why.querySelectorAll("h2, h2 ~ p")].slice(0, 3).map((one) => one.textContent.trim()).join(". ");
    }
    const box = why.getBoundingClientRect();
    if (box.top >= 0 && box.top <= window.innerHeight - 120) return;
    why.scrollIntoView({ block: "start" });
    if (!shown?.holder.contains(document.activeElement)) why.focus({ preventScroll: true });
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => shown?.cy.style(styles()));
  window.matchMedia(WIDE).addEventListener("change", look);
  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => shown && whole(shown), 150);
  });
  look();
})();
