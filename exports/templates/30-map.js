// The map: a vis-network of what the view shows, at its places and in its colours.

const nodes = new vis.DataSet([]);
const edges = new vis.DataSet([]);
const stage = { entities: new Set(), statements: [] }; // what is on the map
const container = document.getElementById("mynetwork");
let moving = false;
takeForm(container);

const sizes = new Map(drawing.nodes.map(({ id, size }) => [id, size]));
const WIDER = { star: 1.45, triangleDown: 1.1, diamond: 1.15 }; // shapes that fill less of their square
const sizeOf = (i) => sizes.get(i) ?? data.looks.crowd * (6 + 2.6 * Math.sqrt(Math.min(linksOf[i].length, 60)));

function css(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The entity as vis-network draws it; its name is ink of ours. */
function nodeOf(i, [x, y]) {
  const { name, type } = entities[i];
  return { id: i, x, y, group: type, shape: data.types[type].shape, size: sizeOf(i) * (WIDER[data.types[type].shape] || 1), title: `${name}\n${data.types[type].label}` };
}

const MANY = 1500; // entities: so many are dots without a rim, and only the foremost have names

/** Colours that follow the theme: a node has a rim of the ground, so that neighbours stay apart. */
function themed() {
  const rim = isDark() ? "rgba(255, 255, 255, .45)" : css("--ground");
  const ink = css("--ink");
  const groups = {};
  for (const [type, { colour }] of Object.entries(data.types)) {
    const ringed = { background: colour, border: ink };
    groups[type] = { color: { background: colour, border: stage.entities.size > MANY ? colour : rim, highlight: ringed, hover: ringed } };
  }
  return { groups };
}

const network = new vis.Network(container, { nodes, edges }, { ...drawing.options, ...themed() });

/** The entities on the map of this view: those in focus, or the opening ones, or all, and whom the reader called. */
function entitiesOf({ shown, focus, hidden, selection }) {
  const found = new Set();
  const put = (i) => { if (linked[i]) found.add(i); };
  if (focus !== null) around(focus).forEach(put);
  else for (let i = 0; i < (shown === "all" ? entities.length : Math.min(data.opening, entities.length)); i++) put(i);
  if (shown !== "all") shown.forEach(put);
  if (selection?.path) [selection.path[1], ...stations(selection.path[0], pathBetween(...selection.path) || [])].forEach(put);
  if (focus !== null && !hidden.includes(focus)) found.add(focus);
  return found;
}

/** An entity and those that what passes the filters links it to. */
const around = (entity) => [entity, ...linksOf[entity].filter((number) => passing[number]).map((number) => otherEnd(number, entity))];

/** Bring the map to this view: what is on it, where, in which words and colours. */
function draw(now) {
  stage.entities = entitiesOf(now);
  stage.statements = [];
  for (let i = 0; i < statements.length; i++) {
    if (passing[i] && stage.entities.has(statements[i].subject) && stage.entities.has(statements[i].object)) stage.statements.push(i);
  }
  bundle(stage.statements);
  network.setOptions(themed());
  const places = placesOf(stage.entities, now);
  sync(nodes, [...places].map(([i, place]) => nodeOf(i, place)));
  sync(edges, isHeavy() ? [] : [...bundles.keys()].map(edgeOf));
  makeStrokes();
  network.setOptions({ interaction: { hover: !isHeavy() } });
}

/** Make a DataSet hold these items and no others. */
function sync(set, items) {
  const kept = new Set(items.map(({ id }) => id));
  const gone = set.getIds().filter((id) => !kept.has(id));
  if (gone.length === set.length) set.clear();
  else set.remove(gone);
  set.update(items);
}

const FRAME = { side: 36, top: 58, bottom: 26 }; // pixels around what is fitted: for its names, and the bar above it

/** Bring these entities into the frame, no nearer than `most`. */
function fitTo(numbers, most) {
  const places = Object.values(network.getPositions(numbers));
  if (!places.length) return;
  const range = (axis) => places.reduce(([low, high], place) => [Math.min(low, place[axis]), Math.max(high, place[axis])], [Infinity, -Infinity]);
  const [[left, right], [top, bottom]] = [range("x"), range("y")];
  const [width, height] = [container.clientWidth - 2 * FRAME.side, container.clientHeight - FRAME.top - FRAME.bottom].map((size) => Math.max(40, size));
  const scale = Math.min(most, width / (right - left), height / (bottom - top)); // of one place by the limit alone: x / 0 is Infinity
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
  network.moveTo({ scale, position, offset: { x: 0, y: (FRAME.top - FRAME.bottom) / 2 }, animation: false });
}

const fit = () => fitTo([...stage.entities], 1.25);
const showAll = () => change({ shown: "all", focus: null, pinned: {} });

/** Say how much of the graph is on the map, and how to see all of it. */
function notice(now) {
  const [k, n] = [stage.entities.size, entities.length];
  const element = document.getElementById("notice");
  const whole = (now.shown === "all" || n <= data.opening) && now.focus === null; // what else is missing, filters keep back
  element.hidden = k === n;
  element.className = whole ? "plain" : "";
  const leave = () => make("button", { type: "button", onclick: () => change({ focus: null }) }, texts.unfocus);
  const all = () => make("button", { type: "button", onclick: showAll }, texts.all);
  element.replaceChildren(...(k === n ? [] : [count("shown", n, k), ...(whole ? [] : [(now.focus === null ? all : leave)()])]));
}

/** Bring these entities into view if one of them is out of it. */
function bringIntoView(numbers) {
  const there = numbers.filter((i) => stage.entities.has(i));
  const inside = there.every((i) => {
    const { x, y } = network.canvasToDOM(network.getPosition(i));
    return x > 20 && y > FRAME.top && x < container.clientWidth - 20 && y < container.clientHeight - 20;
  });
  if (!inside) fitTo(there, Math.max(1, network.getScale()));
}

/** What must change in the view for the map to show these entities. */
function including(numbers) {
  const missing = numbers.filter((i) => !stage.entities.has(i) && !(view.focus === null && i < data.opening));
  if (!missing.length || view.shown === "all") return missing.length && view.focus !== null ? { focus: null } : {};
  return { shown: [...new Set([...view.shown, ...missing])] };
}

// What a reader does with an entity.

/** Show its neighbours too. */
const expand = (i) => change({ ...including(around(i)), selection: { entity: i } });

/** Show it with its neighbours alone, or, with null, what was shown before. */
const focusOn = (i) => change({ focus: i, selection: i === null ? view.selection : { entity: i } });

const hide = (i) => change({ hidden: [...view.hidden, i].sort((a, b) => a - b), selection: null, focus: view.focus === i ? null : view.focus });

function pin(i, place = null) {
  const { [i]: was, ...others } = view.pinned;
  change({ pinned: was && !place ? others : { ...others, [i]: place || kept(network.getPosition(i)) } });
}

function setMotion(on) {
  network.setOptions({ physics: { enabled: on } });
  if (!on) network.storePositions();
  moving = on;
}

network.on("dragEnd", ({ nodes: dragged }) => {
  if (!dragged.length || moving) return;
  const places = dragged.map((i) => [i, kept(network.getPosition(i))]);
  change({ pinned: { ...view.pinned, ...Object.fromEntries(places) } });
});
network.on("doubleClick", ({ nodes: [node] }) => { if (node !== undefined) expand(node); });
for (const event of ["hoverNode", "hoverEdge"]) network.on(event, () => { container.style.cursor = "pointer"; });
for (const event of ["blurNode", "blurEdge"]) network.on(event, () => { container.style.cursor = ""; });

onChange((now, before) => {
  const changed = (...keys) => before === null || keys.some((key) => !alike(now[key], before[key]));
  const paths = now.selection?.path || before?.selection?.path;
  if (changed("filters", "hidden")) sift(now);
  if (changed("shown", "focus", "filters", "hidden", "pinned", "language", "theme") || (paths && changed("selection"))) {
    draw(now);
    notice(now);
  }
  if (before === null || now.focus !== before.focus || (changed("shown") && [now.shown, before.shown].includes("all"))) fit();
  if (changed("selection", "shown", "focus", "filters", "hidden")) light(now.selection);
});

/** Select on the map what is selected in the view, and put it in the light with what belongs to it. */
function light(selection) {
  const { entity = null, statement = null, path = null } = selection || {};
  const way = path && pathBetween(...path);
  const numbers = statement !== null ? [statement] : way || (entity === null ? [] : linksOf[entity]);
  const lines = new Set(numbers.map(lineOf).filter((line) => line !== undefined));
  const before = ink.light?.lines ?? [];
  const wanted = new Set([...(entity === null ? [] : [entity]), ...(path || []).slice(0, 2), ...[...lines].flatMap(ends)].filter((i) => stage.entities.has(i)));
  ink.light = wanted.size ? { entities: wanted, lines, centre: entity, chosen: new Set(entity === null ? numbers : []) } : null;
  edges.update([...new Set([...before, ...lines])].filter((line) => edges.get(line)).map(edgeOf));
  network.unselectAll();
  if (entity !== null && wanted.has(entity)) network.selectNodes([entity], false);
  if (statement !== null) network.selectEdges([...lines].filter((line) => edges.get(line)));
  if (wanted.size) bringIntoView(entity === null ? [...wanted] : [entity]);
  network.redraw();
}
