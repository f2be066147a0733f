// The keyboard: everything that a mouse does, from the map to the legend.

const typing = (target) => target.closest("input, textarea, select, dialog, [contenteditable]");

/** What a key does wherever the focus is, unless one is typing. */
const SHORTCUTS = {
  "/": () => document.getElementById("search").focus(),
  "?": openHelp,
  Escape: () => home(),
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || typing(event.target)) return;
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    const back = key === "z" && !event.shiftKey;
    const again = key === "y" || (key === "z" && event.shiftKey);
    if (back || again) { event.preventDefault(); (back ? undo : redo)(); }
    return;
  }
  const act = !event.altKey && SHORTCUTS[event.key];
  if (act) { event.preventDefault(); act(); }
});

// The map: arrow keys walk from the selected node to the neighbour that lies nearest in that direction.

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The node to walk to, or null; `near` tells how far aside it may lie: neighbours count before all others. */
function towards(from, [dx, dy], candidates) {
  const start = network.getPosition(from);
  let [best, least] = [null, Infinity];
  for (const i of candidates) {
    if (i === from) continue;
    const { x, y } = network.getPosition(i);
    const [along, aside] = [(x - start.x) * dx + (y - start.y) * dy, Math.abs((x - start.x) * dy - (y - start.y) * dx)];
    if (along <= 0 || aside > 2 * along) continue;
    const cost = along + 2 * aside;
    if (cost < least) [best, least] = [i, cost];
  }
  return best;
}

function walk(way) {
  const from = view.selection && "entity" in view.selection ? view.selection.entity : null;
  const there = stage.entities;
  if (from === null || !there.has(from)) {
    const [first] = [...there].sort((a, b) => a - b);
    if (first !== undefined) select(first);
    return;
  }
  const neighbours = linksOf[from].filter((i) => passing[i]).flatMap(ends).filter((i) => there.has(i));
  const next = towards(from, way, new Set(neighbours)) ?? towards(from, way, there);
  if (next !== null) select(next);
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: false });
}

const ON_MAP = { "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: () => fit(), Enter: () => panel.focus() };

container.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = WAYS[event.key] ? () => walk(WAYS[event.key]) : ON_MAP[event.key];
  if (act) { event.preventDefault(); act(); }
});

/** The map as one thing to focus, with its name and how to use it. */
function nameMap() {
  const inner = container.querySelector(".vis-network"); // has a tab stop of its own, before all others
  inner.tabIndex = -1;
  inner.querySelector("canvas").setAttribute("aria-hidden", "true");
  const attributes = { tabindex: "0", role: "application", "aria-label": texts.map, "aria-describedby": "map-help" };
  for (const [name, value] of Object.entries(attributes)) container.setAttribute(name, value);
  document.getElementById("map-help").textContent = texts.maphelp;
}

onChange((now, before) => { if (before === null || now.language !== before.language) nameMap(); });
