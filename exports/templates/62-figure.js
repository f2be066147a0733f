// The map as a drawing of its own, SVG 1.1: what the view shows at its places, each line with its words, and a legend.

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 28;
const WIDE = 1600; // to which a wide map is drawn closer, as far as its names allow, so that they can be read on paper
let nearer = 1; // by how much distances shrink; set by `figure`

const at = ({ x, y }) => ({ x: x * nearer, y: y * nearer });
const radius = (i) => sizeOf(i) * Math.sqrt(nearer);

/** Text that XML 1.0 can hold. */
const forXml = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");

function drawn(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  element.append(...children.filter((child) => child !== null).map((child) => (typeof child === "string" ? forXml(child) : child)));
  return element;
}

const xy = ({ x, y }) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

/** A name with a halo of the ground: twice the text, since not every program knows how to put a stroke behind a letter. */
function haloed(lines, x, y, { size, weight, colour, ground }) {
  const spans = () => lines.map((line, k) => drawn("tspan", { x, y: y + (k + 0.8) * size * 1.2 }, line));
  const look = { "font-size": size, "font-weight": weight, "text-anchor": "middle" };
  return [
    drawn("text", { ...look, fill: "none", stroke: ground, "stroke-width": 3.5, "stroke-linejoin": "round", "aria-hidden": "true" }, ...spans()),
    drawn("text", { ...look, fill: colour }, ...spans()),
  ];
}

/** How far along a line, 0 to 1, the border of the node at its end (or its beginning) is. */
function border(edge, atEnd) {
  const node = network.body.nodes[atEnd ? edge.toId : edge.fromId];
  let [inside, outside] = [atEnd ? 1 : 0, 0.5];
  for (let i = 0; i < 12; i += 1) {
    const middle = (inside + outside) / 2;
    const { x, y } = edge.edgeType.getPoint(middle);
    if (nearer * Math.hypot(x - node.x, y - node.y) < radius(node.id) + 1.5) inside = middle;
    else outside = middle;
  }
  return outside;
}

function arrowHead(edge, atEnd, colour, width) {
  const t = border(edge, atEnd);
  const [tip, behind] = [t, atEnd ? t - 0.05 : t + 0.05].map((place) => at(edge.edgeType.getPoint(place)));
  const angle = Math.atan2(tip.y - behind.y, tip.x - behind.x);
  const corner = (turn) => ({ x: tip.x - (6 + 1.5 * width) * Math.cos(angle + turn), y: tip.y - (6 + 1.5 * width) * Math.sin(angle + turn) });
  return drawn("path", { d: `M${xy(tip)}L${xy(corner(0.4))}L${xy(corner(-0.4))}Z`, fill: colour });
}

/** One line of the map with its arrows; `words` become its title, which programs show as a tooltip. */
function drawnLine(id, words) {
  const edge = network.body.edges[id];
  const [from, to] = [network.body.nodes[edge.fromId], network.body.nodes[edge.toId]];
  const { arrows, width, color, dashes, smooth } = edgeOf(id);
  const via = smooth ? edge.edgeType.getViaNode() : null;
  const path = drawn("path", {
    d: `M${xy(at(from))}${via ? `Q${xy(at(via))} ` : "L"}${xy(at(to))}`, fill: "none", stroke: color.color, "stroke-width": width, "stroke-dasharray": dashes ? dashes.join(" ") : null,
  });
  const heads = [["to", true], ["from", false]].filter(([end]) => arrows.split(",").includes(end)).map(([, atEnd]) => arrowHead(edge, atEnd, color.color, width));
  return drawn("g", { class: "link" }, drawn("title", {}, words), path, ...heads);
}

function drawnNode(i, { x, y }, ground) {
  const { name, type } = entities[i];
  const size = radius(i) / 6;
  return drawn("g", { class: "entity" }, drawn("title", {}, `${name} (${data.types[type].label})`),
    drawn("path", { d: OUTLINES[data.types[type].shape], fill: data.types[type].colour, stroke: ground, "stroke-width": 1.5 / size, transform: `translate(${xy({ x, y })}) scale(${size.toFixed(3)}) translate(-7 -7)` }));
}

/** What lies on a line at its middle: its sign, the cross of what is denied, its name where it fits. */
function drawnMarks(id, room, ctx, colours) {
  const numbers = bundles.get(id);
  const line = onScreen(network.body.edges[id], { scale: nearer, x: 0, y: 0 });
  const sign = signOf(numbers);
  const denied = surest(numbers) === "negated";
  const width = widthOf(ctx, `${LINKNAME}px ${FACE}`, nameOfLine(numbers));
  const marked = (sign ? 15 : 0) + (denied ? 15 : 0);
  const named = ink.links && width < line.length - 16 - marked && takeAlong(room, line, width + marked, LINKNAME * 1.25);
  if (!named && !(marked && line.length > 10 + marked)) return null;
  const begin = -((named ? width : 0) + marked) / 2;
  const parts = [];
  if (sign) parts.push(drawnSign(begin + 7, sign, surest(numbers) === "ended", colours));
  if (denied) parts.push(drawnCross(begin + 7 + (sign ? 15 : 0), colours));
  if (named) parts.push(...drawnName(nameOfLine(numbers), begin + marked, width, colours));
  return drawn("g", { transform: `translate(${xy(line)}) rotate(${((line.angle * 180) / Math.PI).toFixed(1)})` }, ...parts);
}

/** The name of a line, on a piece of ground that interrupts it. */
const drawnName = (text, x, width, { soft, ground }) => [
  drawn("rect", { x: x - 2, y: -7, width: width + 4, height: 14, fill: ground }),
  drawn("text", { x: x + width / 2, y: LINKNAME * 0.35, "font-size": LINKNAME, "text-anchor": "middle", fill: soft }, text),
];

function drawnSign(x, sign, over, { ground }) {
  const stroke = over ? shade(data.looks.over) : signColour(sign);
  const bar = sign > 0 ? `M${x - 2.8} 0h5.6M${x} -2.8v5.6` : `M${x - 2.8} 0h5.6`;
  return drawn("g", { stroke, "stroke-width": 1.5 }, drawn("circle", { cx: x, cy: 0, r: 5.5, fill: ground }), drawn("path", { d: bar }));
}

const drawnCross = (x, { denied, ground }) => drawn("g", { fill: "none" },
  ...[[ground, 5], [denied, 2.2]].map(([stroke, width]) => drawn("path", { d: `M${x - 4.5} -4.5l9 9M${x + 4.5} -4.5l-9 9`, stroke, "stroke-width": width })));

/** The kinds of entity and of statement that the drawing has, in rows as wide as it is; `height` is theirs together. */
function drawnLegend(left, top, width, ctx, { ink: black }) {
  const types = Object.keys(data.types).filter((type) => [...stage.entities].some((i) => entities[i].type === type));
  const statuses = Object.keys(data.statuses).filter((status) => stage.statements.some((i) => statements[i].status === status));
  const signs = [1, -1].filter((sign) => [...bundles.values()].some((numbers) => signOf(numbers) === sign));
  const items = [
    ...types.map((type) => [typeIcon(type), 14, data.types[type].label]),
    ...statuses.map((status) => [statusIcon(status), 30, texts[status]]),
    ...signs.map((sign) => [signIcon(sign), 14, sign > 0 ? texts.support : texts.opposition]),
  ];
  const group = drawn("g", { class: "legend", "font-size": 12, fill: black });
  let [x, y] = [left, top];
  for (const [icon, iconWidth, text] of items) {
    const size = iconWidth + 7 + widthOf(ctx, `12px ${FACE}`, text) + 22;
    if (x > left && x + size - 22 > left + width) [x, y] = [left, y + 22];
    icon.setAttribute("x", x);
    icon.setAttribute("y", y - Number(icon.getAttribute("height")) / 2);
    group.append(icon, drawn("text", { x: x + iconWidth + 7, y: y + 4 }, text));
    x += size;
  }
  return { group, height: items.length ? y - top + 22 : 0 };
}

const plainWords = (id) => titleOf(bundles.get(id));

/** The drawing of all that the map shows, as an element; `wordsOf(line)` tells the title of a line. */
function figure(wordsOf = plainWords) {
  const ctx = document.createElement("canvas").getContext("2d");
  const colours = Object.fromEntries(["--ink", "--soft", "--ground", "--denied"].map((name) => [name.slice(2), css(name)]));
  const found = network.getPositions();
  nearer = closeness(Object.values(found));
  const places = Object.fromEntries(Object.entries(found).map(([i, place]) => [i, at(place)]));
  const order = [...stage.entities].filter((i) => places[i]).sort((a, b) => linksOf[b].length - linksOf[a].length || a - b);
  const lines = [...bundles.keys()].filter((id) => network.body.edges[id]?.connected);
  const room = new Room();
  for (const i of order) room.take(boxAround(places[i], radius(i)));
  const boxes = order.map((i) => boxAround(places[i], radius(i)));
  const names = order.flatMap((i) => {
    const font = fontOf(i);
    const width = Math.max(...nameLines[i].map((line) => widthOf(ctx, font.text, line))) + 4;
    const box = placed(room, { ...places[i], size: radius(i), first: 2 }, width, nameLines[i].length * font.size * 1.2);
    if (!box) return [];
    boxes.push(box);
    const colour = linksOf[i].length > 1 ? colours.ink : colours.soft;
    return haloed(nameLines[i], (box.left + box.right) / 2, box.top, { size: font.size, weight: font.text.startsWith("600") ? 600 : 400, colour, ground: colours.ground });
  });
  const marked = lines.map((id) => drawnMarks(id, room, ctx, colours));
  return framed(extent(boxes), ctx, colours, [
    drawn("g", { class: "links" }, ...lines.map((id) => drawnLine(id, wordsOf(id)))),
    drawn("g", { class: "marks" }, ...marked),
    drawn("g", { class: "entities" }, ...order.map((i) => drawnNode(i, places[i], colours.ground))),
    drawn("g", { class: "names" }, ...names),
  ]);
}

function closeness(places) {
  const { left, right } = extent(places.map((place) => boxAround(place, 0)));
  return Math.min(1, Math.max(0.5, WIDE / Math.max(1, right - left)));
}

const boxAround = ({ x, y }, size) => ({ left: x - size, top: y - size, right: x + size, bottom: y + size });

/** The box around all boxes; something to see where there is none. */
function extent(boxes) {
  const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { left, top, right, bottom } of boxes) {
    found.left = Math.min(found.left, left);
    found.top = Math.min(found.top, top);
    found.right = Math.max(found.right, right);
    found.bottom = Math.max(found.bottom, bottom);
  }
  return boxes.length ? found : { left: 0, top: 0, right: 0, bottom: 0 };
}

/** The drawing in its frame: ground, title, what it shows, legend. */
function framed(box, ctx, colours, layers) {
  const width = Math.max(box.right - box.left, 560);
  const left = (box.left + box.right - width) / 2;
  const legend = drawnLegend(left, box.bottom + 44, width, ctx, colours);
  const [x, y] = [left - MARGIN, box.top - MARGIN - 44];
  const size = [width + 2 * MARGIN, box.bottom - box.top + 44 + 2 * MARGIN + (legend.height ? legend.height + 22 : 0)].map(Math.ceil);
  const about = `${count("entities", stage.entities.size)} · ${count("links", stage.statements.length)} · ${toHash(view) || texts.fit}`;
  return drawn("svg", { xmlns: SVG, viewBox: `${Math.floor(x)} ${Math.floor(y)} ${size.join(" ")}`, width: size[0], height: size[1], "font-family": FACE, role: "img", lang: language },
    drawn("title", {}, data.title), drawn("desc", {}, about),
    drawn("rect", { x: Math.floor(x), y: Math.floor(y), width: size[0], height: size[1], fill: colours.ground }),
    drawn("text", { x: left, y: y + MARGIN + 14, "font-size": 17, "font-weight": 650, fill: colours.ink }, data.title),
    drawn("text", { x: left, y: y + MARGIN + 32, "font-size": 12, fill: colours.soft }, `${count("entities", stage.entities.size)} · ${count("links", stage.statements.length)}`),
    ...layers, legend.group);
}

/** The words of every line with the sentence that it was first read in, and who wrote it. */
async function sentenceWords() {
  const told = new Map();
  await Promise.all([...bundles].map(async ([id, numbers]) => {
    const parts = await Promise.all(numbers.slice(0, 4).map(async (number) => {
      const proof = await read(statements[number].evidence[0]);
      const { source, date } = articles[proof.article];
      const from = [source, date].filter(Boolean).join(", ");
      return `${sentenceOf(number)}\n“${proof.sentence.map(([text]) => text).join("")}”${from ? ` (${from})` : ""}`;
    }));
    told.set(id, parts.join("\n\n") + (numbers.length > 4 ? `\n\n${count("links", numbers.length)}` : ""));
  }));
  return (id) => told.get(id);
}

const serialised = (element) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(element)}\n`;
const svgText = async () => serialised(figure(await sentenceWords()));

async function saveSvg() {
  download(fileName("svg"), "image/svg+xml", await svgText());
  say(texts.saved);
}

/** The drawing as pixels, twice as fine as on the screen, as far as browsers can. */
async function pngBlob() {
  const drawing = figure();
  const [width, height] = ["width", "height"].map((name) => Number(drawing.getAttribute(name)));
  const scale = Math.min(2, 8000 / Math.max(width, height));
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(serialised(drawing))}`;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}

async function savePng() {
  download(fileName("png"), "image/png", await pngBlob());
  say(texts.saved);
}
