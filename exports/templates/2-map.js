// The map: the pyvis drawing in a vis-network, what of it is shown, what is lit.

const nodes = new vis.DataSet(drawing.nodes);
const edges = new vis.DataSet(drawing.edges);
const hidden = { types: new Set(), statuses: new Set(), relations: new Set() };
const linked = new Set(); // entities with a statement that the filters let through
let everything = entities.length <= data.opening;
let lit = null; // the entities in the light; null when all are
let centre = null; // the entity that is selected
let chosen = null; // the statement that is selected
let names = statements.length <= 40; // whether links bear their names from afar, not only from near and when selected
let moving = false;

const passes = (s) => !hidden.statuses.has(s.status) && !hidden.relations.has(s.relation);
const shownNode = (i) => (everything || i < data.opening) && !hidden.types.has(entities[i].type) && linked.has(i);
const shownEdge = (i) => passes(statements[i]) && shownNode(statements[i].subject) && shownNode(statements[i].object);
const nodesView = new vis.DataView(nodes, { filter: (node) => shownNode(node.id) });
const edgesView = new vis.DataView(edges, { filter: (edge) => shownEdge(edge.id) });

function refreshLinked() {
  linked.clear();
  for (const s of statements) if (passes(s)) linked.add(s.subject).add(s.object);
}

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

refreshLinked();
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
  refreshLinked();
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

function showAll() {
  everything = true;
  nodes.update(data.full.map(([x, y], id) => ({ id, x, y })));
  refresh();
  restyle();
  fit();
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

/** Make the filters let these entities and statements through. */
function reveal(entityNumbers, statementNumbers = []) {
  let changed = false;
  const open = (set, key) => { changed = set.delete(key) || changed; };
  for (const i of entityNumbers) open(hidden.types, entities[i].type);
  for (const i of statementNumbers) {
    open(hidden.statuses, statements[i].status);
    open(hidden.relations, statements[i].relation);
  }
  const lone = entityNumbers.filter((i) => !linked.has(i));
  if (!statementNumbers.length && lone.length) {
    for (const { status, relation } of lone.flatMap((i) => linksOf[i].map((k) => statements[k]))) {
      open(hidden.statuses, status);
      open(hidden.relations, relation);
    }
  }
  if (!everything && entityNumbers.some((i) => i >= data.opening)) showAll();
  else if (changed) refresh();
  if (changed) drawFilters();
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

dark.addEventListener("change", () => { restyle(); drawFilters(); });
