// The map as a drawing of its own, SVG 1.1: what the view shows at its places, each line with its words, and a legend.

const SVG = "http://www.w3.org/2000/svg";
const [MARGIN, SIDE, HEAD] = [28, 70, 40]; // around all, around the places of nodes, above the map
const WIDE = 1700; // pixels; a wider map is drawn closer, as far as its names allow, so that they can be read on paper

/** Text that XML 1.0 can hold. */
const forXml = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");

function drawn(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  element.append(...children.filter((child) => child !== null).map((child) => (typeof child === "string" ? forXml(child) : child)));
  return element;
}

const xy = ({ x, y }) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

/** What draws on a canvas can draw into SVG with this: the part of CanvasRenderingContext2D that names and marks need. */
class Pen {
  constructor(layer) {
    Object.assign(this, { layer, ruler: document.createElement("canvas").getContext("2d"), frames: [], moves: "", path: "", circle: null });
    Object.assign(this, { font: "", fillStyle: "", strokeStyle: "", lineWidth: 1, textAlign: "start", textBaseline: "", lineJoin: "", lineCap: "" });
  }

  measureText(text) { this.ruler.font = this.font; return this.ruler.measureText(text); }
  save() { this.frames.push(this.moves); }
  restore() { this.moves = this.frames.pop(); }
  translate(x, y) { this.moves += `translate(${xy({ x, y })})`; }
  rotate(angle) { this.moves += `rotate(${((angle * 180) / Math.PI).toFixed(1)})`; }
  beginPath() { [this.path, this.circle] = ["", null]; }
  moveTo(x, y) { this.path += `M${xy({ x, y })}`; }
  lineTo(x, y) { this.path += `L${xy({ x, y })}`; }
  arc(cx, cy, r) { this.circle = { cx, cy, r }; }
  fill() { this.outline({ fill: this.fillStyle }); }
  stroke() { this.outline({ fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth }); }
  fillRect(x, y, width, height) { this.put("rect", { x, y, width, height, fill: this.fillStyle }); }
  fillText(text, x, y) { this.write(text, x, y, { fill: this.fillStyle }); }
  strokeText(text, x, y) { this.write(text, x, y, { fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-linejoin": "round", "aria-hidden": "true" }); }

  outline(look) { this.put(...(this.circle ? ["circle", { ...this.circle, ...look }] : ["path", { d: this.path, ...look }])); }
  put(name, attributes, ...children) { this.layer.append(drawn(name, { transform: this.moves || null, ...attributes }, ...children)); }

  write(text, x, y, look) {
    const [, weight, size] = /^(?:(\d+) )?([\d.]+)px/.exec(this.font);
    this.put("text", { x, y: y + 0.35 * Number(size), "font-size": Number(size), "font-weight": weight > 400 ? weight : null, "text-anchor": this.textAlign === "center" ? "middle" : null, ...look }, text);
  }
}

/** How far along a line, 0 to 1, the border of the node at its end (or its beginning) is. */
function border({ from, to, point }, atEnd) {
  const node = atEnd ? to : from;
  let [inner, outer] = [atEnd ? 1 : 0, 0.5];
  for (let i = 0; i < 12; i += 1) {
    const middle = (inner + outer) / 2;
    const { x, y } = point(middle);
    if (Math.hypot(x - node.x, y - node.y) < sizeOf(node.id) + 2) inner = middle;
    else outer = middle;
  }
  return outer;
}

function arrowHead(course, atEnd, colour, width, sheet) {
  const t = border(course, atEnd);
  const [tip, behind] = [t, atEnd ? t - 0.05 : t + 0.05].map((place) => onSheet(course.point(place), sheet));
  const angle = Math.atan2(tip.y - behind.y, tip.x - behind.x);
  const corner = (turn) => ({ x: tip.x - (6 + 1.5 * width) * Math.cos(angle + turn), y: tip.y - (6 + 1.5 * width) * Math.sin(angle + turn) });
  return drawn("path", { d: `M${xy(tip)}L${xy(corner(0.4))}L${xy(corner(-0.4))}Z`, fill: colour });
}

const onSheet = ({ x, y }, sheet) => ({ x: x * sheet.scale + sheet.x, y: y * sheet.scale + sheet.y });

/** The course as a path: straight, or a quadratic curve whose control point its middle tells. */
function pathOf({ from, to, point }, bent, sheet) {
  const [a, middle, b] = [from, point(0.5), to].map((place) => onSheet(place, sheet));
  const control = { x: 2 * middle.x - (a.x + b.x) / 2, y: 2 * middle.y - (a.y + b.y) / 2 };
  return `M${xy(a)}${bent ? `Q${xy(control)} ` : "L"}${xy(b)}`;
}

/** One line of the map with its arrows; `words` become its title, which programs show as a tooltip. */
function drawnLine(id, words, sheet) {
  const course = courseOf(id);
  const { arrows, width, color, dashes, smooth } = edgeOf(id);
  const stroke = color.highlight;
  const line = drawn("path", { d: pathOf(course, smooth, sheet), fill: "none", stroke, "stroke-width": width, "stroke-dasharray": dashes ? dashes.join(" ") : null });
  const heads = isHeavy() ? [] : [["to", true], ["from", false]].filter(([end]) => arrows[end].enabled).map(([, atEnd]) => arrowHead(course, atEnd, stroke, width, sheet));
  return drawn("g", { class: "link", opacity: strength() < 1 ? strength() : null }, drawn("title", {}, words), line, ...heads);
}

function drawnNode({ i, x, y, size }, ground) {
  const { name, type } = entities[i];
  const scale = size / 6; // of the outlines
  return drawn("g", { class: "entity" }, drawn("title", {}, `${name} (${data.types[type].label})`),
    drawn("path", { d: OUTLINES[data.types[type].shape], fill: data.types[type].colour, stroke: ground, "stroke-width": 1.2 / scale, transform: `translate(${xy({ x, y })}) scale(${scale.toFixed(3)}) translate(-7 -7)` }));
}

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
  const colours = Object.fromEntries(["--ink", "--soft", "--ground", "--card", "--denied"].map((name) => [name.slice(2), css(name)]));
  const sheet = sheetOf(Object.values(network.getPositions()));
  const kept = { light: ink.light, hover: ink.hover, boxes: ink.boxes, lines: ink.lines };
  Object.assign(ink, { light: null, hover: null });
  const names = drawn("g", { class: "names" });
  const pen = new Pen(names);
  inscribe(pen, sheet, colours);
  const dots = visibleNodes(sheet);
  const lines = [...bundles.keys()].filter((id) => courseOf(id));
  const layers = [
    drawn("g", { class: "links" }, ...lines.map((id) => drawnLine(id, wordsOf(id), sheet))),
    drawn("g", { class: "entities" }, ...dots.reverse().map((node) => drawnNode(node, colours.ground))),
    names,
  ];
  Object.assign(ink, kept);
  return framed(sheet, pen, colours, layers);
}

/** A screen that is large enough for all: its scale, where the origin of the map is on it, its size. */
function sheetOf(places) {
  const [left, right, top, bottom] = [["x", Math.min], ["x", Math.max], ["y", Math.min], ["y", Math.max]].map(([axis, most]) =>
    places.reduce((found, place) => (found === null ? place[axis] : most(found, place[axis])), null) ?? 0);
  const scale = Math.min(1, Math.max(0.5, WIDE / Math.max(1, right - left)));
  const size = { width: Math.max(scale * (right - left) + 2 * SIDE, 560), height: scale * (bottom - top) + 2 * SIDE };
  return { scale, ...size, x: size.width / 2 - (scale * (left + right)) / 2, y: SIDE - scale * top };
}

/** The drawing in its frame: ground, title, what it shows, legend. */
function framed({ width, height }, pen, colours, layers) {
  const legend = drawnLegend(MARGIN, HEAD + height + 8, width - 2 * MARGIN, pen, colours);
  const size = [width, HEAD + height + legend.height + MARGIN].map(Math.ceil);
  const amount = `${count("entities", stage.entities.size)} · ${count("links", stage.statements.length)}`;
  return drawn("svg", { xmlns: SVG, viewBox: `0 0 ${size.join(" ")}`, width: size[0], height: size[1], "font-family": FACE, role: "img", lang: language },
    drawn("title", {}, data.title), drawn("desc", {}, `${amount} ${toHash(view)}`.trim()),
    drawn("rect", { width: size[0], height: size[1], fill: colours.ground }),
    drawn("text", { x: MARGIN, y: 34, "font-size": 17, "font-weight": 650, fill: colours.ink }, data.title),
    drawn("text", { x: MARGIN, y: 53, "font-size": 12, fill: colours.soft }, amount),
    drawn("g", { class: "map", transform: `translate(0 ${HEAD})` }, ...layers), legend.group);
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
