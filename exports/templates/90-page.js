// The page: what a click and a key do, the column of the legend, and the link between the view and the address bar.

/** Select an entity: light it and its neighbours, show what is said of it, and with `focus` bring it to the middle. */
function select(number, focus = false) {
  change({ ...including([number]), ...revealing([number]), selection: { entity: number } });
  if (!focus) return;
  network.focus(number, { scale: Math.max(network.getScale(), 0.9), animation: false });
}

/** Select a statement: light its two ends, and show its sentences. */
function selectStatement(number) {
  const both = ends(number);
  change({ ...including(both), ...revealing(both, number), selection: { statement: number } });
}

const home = () => change({ selection: null });

network.on("click", ({ nodes: [node], edges: [drawn], pointer }) => {
  const edge = drawn ?? strokeAt(pointer.canvas);
  if (node !== undefined) select(node);
  else if (edge !== undefined) selectStatement(edge);
  else home();
});

function switchButton(text, on, change) {
  return make("button", { type: "button", "aria-pressed": String(on), onclick: ({ currentTarget }) => {
    const now = currentTarget.getAttribute("aria-pressed") !== "true";
    currentTarget.setAttribute("aria-pressed", String(now));
    change(now);
  } }, text);
}

let parts = []; // the sections of the legend

/** The column with the title, the search and the legend, in the language of the view. */
function drawLegend() {
  parts = sections();
  const sizes = { entities: entities.length, links: statements.length, articles: Object.keys(articles).length };
  const counts = Object.entries(sizes).map(([key, n]) => count(key, n)).join(" · ");
  const legend = make("details", { id: "filters" }, make("summary", { class: "soft small" }, texts.legend), make("p", { id: "passing", role: "status" }), ...parts.map(({ element }) => element));
  legend.open = folds.get("legend") ?? !window.matchMedia("(max-width: 820px)").matches;
  legend.addEventListener("toggle", () => folds.set("legend", legend.open));
  const column = document.getElementById("legend");
  column.setAttribute("aria-label", texts.legend);
  column.replaceChildren(
    make("h1", {}, bidi(data.title)), make("p", { class: "soft small" }, counts),
    entityBox("search", texts.search, (i, input) => { input.blur(); select(i, true); }), legend);
  document.getElementById("panel").setAttribute("aria-label", texts.reading);
}

const filtered = () => !alike(view.filters, NO_FILTERS) || view.hidden.length > 0;
const reset = () => change({ filters: NO_FILTERS, hidden: [] });

/** How many statements pass, and the way back to all of them. */
function drawPassing() {
  const n = passing.reduce((sum, one) => sum + one, 0);
  const place = document.getElementById("passing");
  const back = make("button", { type: "button", class: "plainbutton", "data-key": "reset", onclick: reset }, texts.reset);
  keepingFocus(place, () => place.replaceChildren(...(filtered() ? [count("passing", statements.length, n), " ", back] : [])));
  place.hidden = !filtered();
  const nothing = document.getElementById("nothing");
  nothing.hidden = n > 0;
  const way = statements.length ? [make("p", {}, texts.nonepass), make("button", { type: "button", onclick: reset }, texts.reset)] : [make("p", {}, texts.empty)];
  nothing.replaceChildren(...(nothing.hidden ? [] : way));
}

function drawTools() {
  document.getElementById("tools").replaceChildren(
    make("button", { type: "button", onclick: fit }, texts.fit),
    switchButton(texts.labels, ink.links, (on) => { ink.links = on; network.redraw(); }),
    switchButton(texts.motion, moving, setMotion));
}

// Before all other listeners: what they draw has words and colours.
listeners.unshift((now) => {
  if (now.language !== language) speak(now.language);
  if (now.theme !== theme) wear(now.theme);
});

dark.addEventListener("change", () => { if (view.theme === "auto") retell("theme"); });

onChange((now, before) => {
  const spoken = before === null || now.language !== before.language;
  if (spoken) { drawLegend(); drawTools(); }
  drawBar();
  if (!spoken && alike(now.filters, before.filters) && alike(now.hidden, before.hidden) && now.theme === before.theme) return;
  for (const part of parts) part.update();
  drawPassing();
});

/** Keep the address bar a link to the view. */
onChange((now, before) => {
  if (before !== null) window.history.replaceState(null, "", toHash(now) || window.location.pathname + window.location.search);
});

/** The view of the address bar; what it names that is not here is told. */
function linkedView() {
  const { view: found, unknown } = fromHash(window.location.hash);
  if (unknown.length) say(texts.unknown.replace("{names}", unknown.slice(0, 5).join(", ") + (unknown.length > 5 ? ", …" : "")));
  return found;
}

window.addEventListener("hashchange", () => change(linkedView()));

speak(fromHash(window.location.hash).view.language);
showFirst(linkedView());
window.liaisons = {
  data: { ...data, entities, statements, articles }, network, select, selectStatement, matches, toggle, showAll, home,
  nodesView: nodes, edgesView: { getIds: () => stage.statements }, ink, stage, bundles, read, reading: () => reading,
  pathBetween, expand, focusOn, hide, pin, fit, change, settle, undo, redo, toHash, fromHash, tableRows, toCsv, svgText, pngBlob, view: () => view,
};
