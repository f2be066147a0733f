// The map: the pyvis drawing in a vis-network, what of it is shown, what is lit.

const nodes = new vis.DataSet(drawing.nodes);
const edges = new vis.DataSet(drawing.edges);
let extra = new Set(); // the entities that the view shows beyond the opening ones
let everything = entities.length <= data.opening;
let lit = null; // the entities in the light; null when all are
let centre = null; // the entity that is selected
let chosen = null; // the statement that is selected
let names = statements.length <= 40; // whether links bear their names from afar, not only from near and when selected
let moving = false;

const shownNode = (i) => (everything || i < data.opening || extra.has(i)) && linked[i] === 1;
const shownEdge = (i) => passing[i] === 1 && shownNode(statements[i].subject) && shownNode(statements[i].object);
const nodesView = new vis.DataView(nodes, { filter: (node) => shownNode(node.id) });
const edgesView = new vis.DataView(edges, { filter: (edge) => shownEdge(edge.id) });

function css(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Colours that follow the light or dark theme, for all nodes and edges. */
function themed() {
  const label = (colour) => ({ color: colour, strokeColor: css("--ground") });
  const groups = {};
  for (const [type, { colour }] of Object.entries(data.types)) {
    const ringed = { background: colour, border: css("--ink") };
    const border = everything && entities.length > data.opening ? colour : css("--ground");
    groups[type] = { color: { background: colour, border, highlight: ringed, hover: ringed } };
  }
  const near = { label: { drawThreshold: names ? 4 : 8.5 } };
  return { groups, nodes: { font: label(css("--ink")) }, edges: { font: label(css("--soft")), scaling: near } };
}

function merged(a, b) {
  const result = { ...a };
  for (const [key, value] of Object.entries(b)) {
    result[key] = value !== null && typeof value === "object" && !Array.isArray(value) ? merged(a[key] || {}, value) : value;
  }
  return result;
}

sift(view);
nodesView.refresh();
edgesView.refresh();
const container = document.getElementById("mynetwork");
const network = new vis.Network(container, { nodes: nodesView, edges: edgesView }, merged(drawing.options, themed()));

/** The size of a lit link's name: readable at this zoom, and no longer than the link; 0 where both cannot be. */
function nameSize(id) {
  const large = Math.min(60, Math.max(drawing.options.edges.font.size, 12.5 / network.getScale()));
  if (id === chosen) return large;
  const [a, b] = [statements[id].subject, statements[id].object].map((i) => ({ ...network.getPosition(i), size: nodes.get(i).size }));
  const length = Math.hypot(a.x - b.x, a.y - b.y) - a.size - b.size;
  const fitting = Math.min(large, length / (0.52 * edges.get(id).label.length));
  return fitting * network.getScale() < 8 ? 0 : fitting;
}

/** Give all that is shown its colours: of the theme, and faint outside the light, where links lose their names. */
function paint() {
  if (moving) network.storePositions();
  const [ink, soft, faint, ground] = ["--ink", "--soft", "--faint", "--ground"].map(css);
  const { size } = drawing.options.edges.font;
  const usual = edgesView.length > 1000 ? 0.4 : 1;
  nodes.update(nodesView.map(({ id }) => {
    const dim = lit !== null && !lit.has(id);
    return { id, opacity: dim ? 0.3 : 1, font: { color: dim ? faint : ink, strokeColor: dim ? "rgba(0,0,0,0)" : ground } };
  }));
  edges.update(edgesView.map(({ id }) => {
    const { subject, object, status } = statements[id];
    const bright = lit !== null && (chosen === null ? subject === centre || object === centre : id === chosen);
    const colour = colourOf(status);
    return {
      id,
      color: { color: colour, highlight: colour, hover: colour, opacity: bright ? 1 : lit === null ? usual : 0.22 },
      font: {
        color: bright ? ink : soft,
        strokeColor: ground,
        size: bright ? nameSize(id) : lit === null ? size : 0,
        align: id === chosen ? "horizontal" : "middle",
      },
    };
  }));
}

/** Apply the filters anew, and say how much of the graph they let through. */
function refresh() {
  nodesView.refresh();
  edgesView.refresh();
  paint();
  const total = entities.length;
  const text = nodesView.length < total ? count("shown", total, nodesView.length) : null;
  const notice = document.getElementById("notice");
  notice.hidden = text === null;
  notice.className = everything ? "plain" : "";
  notice.replaceChildren(text || "", everything ? "" : make("button", { type: "button", onclick: showAll }, texts.all));
}

const showAll = () => change({ shown: "all" });

/** Let all entities in or only the opening ones, which have other places then. */
function stretch(all) {
  everything = all;
  nodes.update(data.full.map(([x, y], id) => (all ? { id, x, y } : { id, x: drawing.nodes[id].x, y: drawing.nodes[id].y })));
}

const fit = () => network.fit({ maxZoomLevel: 1.15, animation: false });

/** Put in the light the entity `node` with its neighbours, or the statement `edge` with its ends, or everything. */
function light(node = null, edge = null) {
  [centre, chosen] = [node, edge];
  const near = edge === null ? (node === null ? [] : linksOf[node]) : [edge];
  lit = near.length && nodesView.length <= 1500 ? new Set(near.flatMap((i) => [statements[i].subject, statements[i].object])) : null;
  paint();
}

/** Bring these entities into view if one of them is out of it. */
function bringIntoView(entityNumbers) {
  const inside = entityNumbers.every((i) => {
    const { x, y } = network.canvasToDOM(network.getPosition(i));
    return x > 0 && y > 0 && x < container.clientWidth && y < container.clientHeight;
  });
  if (!inside) network.fit({ nodes: entityNumbers, maxZoomLevel: 1, animation: false });
}

/** What must change in the view for the map to show these entities. */
function including(entityNumbers) {
  return !everything && entityNumbers.some((i) => i >= data.opening && !extra.has(i)) ? { shown: "all" } : {};
}

function setMotion(on) {
  network.setOptions({ physics: { enabled: on } });
  if (!on) network.storePositions();
  moving = on;
}

network.on("dragEnd", ({ nodes: dragged }) => { if (dragged.length && !moving) network.storePositions(); });
for (const event of ["hoverNode", "hoverEdge"]) network.on(event, () => { container.style.cursor = "pointer"; });
for (const event of ["blurNode", "blurEdge"]) network.on(event, () => { container.style.cursor = ""; });

function restyle() {
  network.setOptions(themed());
  nodes.update(nodes.get());
  paint();
}

dark.addEventListener("change", () => { if (view.theme === "auto") restyle(); });

onChange((now, before) => {
  const changed = (...keys) => before === null || keys.some((key) => now[key] !== before[key] && !alike(now[key], before[key]));
  if (changed("shown")) {
    extra = new Set(now.shown === "all" ? [] : now.shown);
    const all = now.shown === "all" || entities.length <= data.opening;
    if (all !== everything) stretch(all);
  }
  if (changed("filters", "hidden")) sift(now);
  if (changed("language")) edges.update(statements.map((s, id) => ({ id, label: relationName(s) })));
  if (changed("pinned")) nodes.update(Object.entries(now.pinned).map(([i, [x, y]]) => ({ id: Number(i), x, y })));
  if (changed("theme")) restyle();
  if (changed("shown", "filters", "hidden", "language")) refresh();
  if (changed("shown")) { restyle(); fit(); }
  if (changed("selection")) highlight(now.selection || {});
});

/** Mark and light what is selected. */
function highlight({ entity = null, statement = null }) {
  const ends = statement === null ? [] : [statements[statement].subject, statements[statement].object];
  network.unselectAll();
  if (entity !== null && nodesView.get(entity)) { network.selectNodes([entity], false); bringIntoView([entity]); }
  if (statement !== null && edgesView.get(statement)) { network.selectEdges([statement]); bringIntoView(ends); }
  light(entity, statement);
}
