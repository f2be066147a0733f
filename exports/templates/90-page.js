// The page: what a click does, the legend with its filters, the search.

/** Select an entity: light it and its neighbours, show what is said of it, and with `focus` bring it to the middle. */
function select(number, focus = false) {
  change({ ...including([number]), ...revealing([number]), selection: { entity: number } });
  if (!focus) return;
  network.focus(number, { scale: Math.max(network.getScale(), 0.9), animation: false });
  paint(); // the names of links have a size for the zoom
}

/** Select a statement: light its two ends, and show its sentences. */
function selectStatement(number) {
  const both = ends(number);
  change({ ...including(both), ...revealing(both, number), selection: { statement: number } });
}

const home = () => change({ selection: null });

network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node !== undefined) select(node);
  else if (edge !== undefined) selectStatement(edge);
  else home();
});
let zoomed = null;
network.on("zoom", () => {
  clearTimeout(zoomed);
  if (lit !== null) zoomed = setTimeout(paint, 150);
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") home(); });

const filters = make("div");

function toggle(kind, key) {
  const without = view.filters[kind];
  change({ filters: { [kind]: without.includes(key) ? without.filter((other) => other !== key) : [...without, key].sort() } });
}

function drawFilters() {
  const counts = {
    types: tallyTypes(),
    statuses: tally(BIT.statuses, (r) => statements[r.statement].status),
    relations: tally(BIT.relations, (r) => statements[r.statement].relation),
  };
  const line = (kind, key, icon, name) => make("button", {
    type: "button",
    class: "filter",
    "aria-pressed": String(!view.filters[kind].includes(key)),
    "data-kind": kind,
    "data-key": key,
    onclick: () => toggle(kind, key),
  }, icon, make("span", { class: "name" }, name), make("span", { class: "count" }, integer.format(counts[kind].get(key) || 0)));
  const lines = (kind, table, icon, name) =>
    Object.keys(table).filter((key) => counts[kind].has(key) || view.filters[kind].includes(key)).map((key) => line(kind, key, icon(key), name(key)));
  const relations = make("details", {}, make("summary", {}, make("h3", {}, texts.relations)),
    ...lines("relations", data.relations, () => "", (key) => data.relations[key].label));
  relations.open = Boolean(filters.querySelector("details")?.open);
  filters.replaceChildren(
    make("h3", {}, texts.types), ...lines("types", data.types, typeIcon, (key) => data.types[key].label),
    make("h3", {}, texts.statuses), ...lines("statuses", data.statuses, statusIcon, (key) => texts[key]),
    relations);
}

/** The entities whose names hold the text: first those with a name, then those with a word that begins with it. */
function matches(text) {
  const wanted = plain(text.trim());
  if (!wanted) return [];
  const rank = (name) => {
    if (name.startsWith(wanted)) return 0;
    if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 1;
    return name.includes(wanted) ? 2 : 3;
  };
  const ranks = entities.map((entity, i) => [Math.min(...[entity.name, ...entity.aliases].map((name) => rank(plain(name)))), i]);
  return ranks.filter(([r]) => r < 3).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, i]) => i);
}

function searchBox() {
  const list = make("ul", { role: "listbox", id: "found", hidden: "" });
  const input = make("input", {
    type: "search", id: "search", placeholder: texts.search, "aria-label": texts.search, autocomplete: "off", spellcheck: "false", dir: "auto",
    role: "combobox", "aria-controls": "found", "aria-expanded": "false", "aria-autocomplete": "list",
  });
  let found = [];
  let at = 0;
  const draw = () => {
    const items = found.map((i, k) => make("li", {
      role: "option", id: `found-${k}`, "aria-selected": String(k === at), onmousedown: (event) => { event.preventDefault(); choose(i); },
    }, typeIcon(entities[i].type), bidi(entities[i].name)));
    const none = make("li", { class: "soft" }, texts.none);
    list.replaceChildren(...(items.length ? items : [none]));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (items.length) input.setAttribute("aria-activedescendant", `found-${at}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const choose = (i) => {
    input.value = "";
    found = [];
    draw();
    input.blur();
    select(i, true);
  };
  input.addEventListener("input", () => { found = matches(input.value).slice(0, 12); at = 0; draw(); });
  input.addEventListener("blur", () => { list.hidden = true; });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) { at = (at + step + found.length) % found.length; draw(); event.preventDefault(); }
    if (event.key === "Enter" && found.length) choose(found[at]);
    if (event.key === "Escape") { input.value = ""; draw(); event.stopPropagation(); }
  });
  return make("div", { class: "search" }, input, list);
}

function switchButton(text, on, change) {
  return make("button", { type: "button", "aria-pressed": String(on), onclick: ({ currentTarget }) => {
    const now = currentTarget.getAttribute("aria-pressed") !== "true";
    currentTarget.setAttribute("aria-pressed", String(now));
    change(now);
  } }, text);
}

function drawLegend() {
  const sizes = { entities: entities.length, links: statements.length, articles: Object.keys(articles).length };
  const counts = Object.entries(sizes).map(([key, n]) => count(key, n)).join(" · ");
  const legend = make("details", {}, make("summary", { class: "soft small" }, texts.legend), filters);
  legend.open = !window.matchMedia("(max-width: 820px)").matches;
  document.getElementById("legend").replaceChildren(
    make("h1", {}, bidi(data.title)), make("p", { class: "soft small" }, counts), searchBox(), legend);
}

function drawTools() {
  document.getElementById("tools").replaceChildren(
    make("button", { type: "button", onclick: fit }, texts.fit),
    switchButton(texts.labels, names, (on) => { names = on; restyle(); }),
    switchButton(texts.motion, moving, setMotion));
}

// Before all other listeners: what they draw has words and colours.
listeners.unshift((now) => {
  if (now.language !== language) speak(now.language);
  if (now.theme !== theme) wear(now.theme);
});

onChange((now, before) => {
  if (before === null || now.language !== before.language) { drawLegend(); drawTools(); }
  drawFilters();
});

/** Keep the address bar a link to the view. */
onChange((now, before) => {
  if (before !== null) window.history.replaceState(null, "", toHash(now) || window.location.pathname);
});

window.addEventListener("hashchange", () => change(fromHash(window.location.hash).view));
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target.closest("input, textarea")) return;
  const back = event.key.toLowerCase() === "z" && !event.shiftKey;
  const again = event.key.toLowerCase() === "y" || (event.key.toLowerCase() === "z" && event.shiftKey);
  if (back || again) { event.preventDefault(); (back ? undo : redo)(); }
});

showFirst(fromHash(window.location.hash).view);
window.liaisons = {
  data, network, select, selectStatement, matches, toggle, showAll, home, nodesView, edgesView,
  change, settle, undo, redo, toHash, fromHash, view: () => view,
};
