// Ink over the map: names that never cover each other, marks on lines, and the light that a selection throws.
// All of it is in pixels of the screen whatever the zoom, as on a street map: nearer shows more names, not larger ones.

const ink = { light: null, links: true, hover: null, boxes: [], lines: [] }; // `boxes` of names and `lines` with names or marks, as drawn last
const NAMES = { most: 240, few: 70, small: 11.5, large: 15 };
const LINKNAME = 11;
const FACE = css("--sans");
const widths = new Map(); // of texts, by font and text

function widthOf(ctx, font, text) {
  const key = `${font}|${text}`;
  if (!widths.has(key)) {
    ctx.font = font;
    widths.set(key, ctx.measureText(text).width);
  }
  return widths.get(key);
}

/** Which boxes of the screen are taken: a grid of cells, each with the boxes that touch it. */
class Room {
  constructor() {
    this.cells = new Map();
  }

  * near({ left, top, right, bottom }) {
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x++) {
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y++) yield x * 4096 + y;
    }
  }

  free(box, owner = null) {
    return this.hits(box, 1, owner) === 0;
  }

  /** How many boxes there are in the way of this one, counted up to `most`; those of its owner are not. */
  hits(box, most, owner = null) {
    const found = new Set();
    for (const cell of this.near(box)) {
      for (const other of this.cells.get(cell) || []) {
        if ((owner === null || owner !== other.owner) && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) found.add(other);
        if (found.size >= most) return most;
      }
    }
    return found.size;
  }

  take(box) {
    for (const cell of this.near(box)) {
      if (this.cells.has(cell)) this.cells.get(cell).push(box);
      else this.cells.set(cell, [box]);
    }
  }
}

/** The name on at most two lines of some twenty characters. */
function wrapped(name) {
  const text = name.length > 46 ? `${name.slice(0, 44).trimEnd()}…` : name;
  if (text.length <= 24) return [text];
  const spaces = [...text.matchAll(/[\s\u2010-\u2014-]/gu)].map(({ index }) => index);
  const middle = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  return middle === undefined ? [text] : [text.slice(0, middle + 1).trimEnd(), text.slice(middle + 1)];
}
const nameLines = entities.map(({ name }) => wrapped(name.replace(/[\ud800-\udfff]/gu, "\ufffd").replace(/\s+/gu, " ")));

/** The screen: where the points of the map are on it, and the bar that covers some of it. */
function screenOf(ctx) {
  const scale = network.getScale();
  const { x, y } = network.canvasToDOM({ x: 0, y: 0 });
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = document.getElementById("bar");
  const bar = { left: offsetLeft, top: offsetTop, right: offsetLeft + offsetWidth, bottom: offsetTop + offsetHeight };
  return { scale, x, y, bar, ratio: ctx.getTransform().a / scale, width: container.clientWidth, height: container.clientHeight };
}

const seen = ({ width, height }, x, y, margin) => x > -margin && y > -margin && x < width + margin && y < height + margin;

network.on("afterDrawing", (ctx) => {
  if (pulled) return;
  const screen = screenOf(ctx);
  const colours = Object.fromEntries(["--ink", "--soft", "--ground", "--card", "--denied"].map((name) => [name.slice(2), css(name)]));
  if (ink.light) veil(ctx, screen, colours);
  ctx.save();
  ctx.setTransform(screen.ratio, 0, 0, screen.ratio, 0, 0);
  inscribe(ctx, screen, colours);
  ctx.restore();
});

/** Names of nodes and lines and the marks of lines, on a screen or on paper. */
function inscribe(ctx, screen, colours) {
  const room = new Room();
  if (screen.bar) room.take(screen.bar);
  const dots = new Room();
  const visible = visibleNodes(screen).filter(({ first }) => !ink.light || first < 2);
  for (const { x, y, size } of visible) if (size > 2) dots.take({ left: x - size, top: y - size, right: x + size, bottom: y + size });
  [ink.boxes, ink.lines] = [[], []];
  const lines = isHeavy() && !ink.light ? [] : linesInSight(screen);
  const budget = { left: visible.length > MANY ? NAMES.few : NAMES.most };
  const bold = (node) => node.first < 2 || node.i < FOREMOST;
  const crowded = lines.length > 250;
  const few = ink.light && lines.length <= FEW_LIT; // then names find another spot sooner than marks do
  const foremost = () => drawNames(ctx, visible.filter(bold), budget, room, dots, screen, colours);
  if (!few) foremost();
  for (const line of lines) reserve(line, room, dots, screen, crowded);
  if (few) foremost();
  drawNames(ctx, visible.filter((node) => !bold(node)), budget, room, dots, screen, colours);
  drawLinks(ctx, lines, crowded && !ink.light, screen, room, dots, colours);
}

/** Cover what is not in the light with a veil of the ground, and draw what is in it anew. */
function veil(ctx, { ratio }, { ground }) {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 0.8;
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.restore();
  const { nodes: bodies, edges: lines } = network.body;
  for (const id of ink.light.lines) {
    const line = lines[id];
    if (!line?.connected) strokeLit(ctx, id);
    else {
      const { selected } = line;
      line.selected = true; // in its full colour
      line.draw(ctx);
      line.drawArrows(ctx);
      line.selected = selected;
    }
  }
  for (const id of ink.light.entities) bodies[id]?.draw(ctx);
}

/** The nodes in sight or close to it, those in the light first, then by importance. */
function visibleNodes(screen) {
  const found = [];
  for (const i of stage.entities) {
    const body = network.body.nodes[i];
    if (!body) continue;
    const [x, y] = [body.x * screen.scale + screen.x, body.y * screen.scale + screen.y];
    if (seen(screen, x, y, 120)) found.push({ i, x, y, size: sizeOf(i) * screen.scale, first: urgency(i) });
  }
  return found.sort((a, b) => a.first - b.first || a.i - b.i);
}

function urgency(i) {
  if (ink.hover === i || ink.light?.centre === i) return 0;
  return ink.light?.entities.has(i) ? 1 : 2;
}

/** The font of a name: larger and bolder for what has many links. */
function fontOf(i) {
  const weight = Math.min(1, Math.log2(1 + linksOf[i].length) / 5);
  const size = Math.round(2 * (NAMES.small + weight * (NAMES.large - NAMES.small))) / 2;
  return { size, text: `${weight > 0.6 ? 600 : 400} ${size}px ${FACE}` };
}

/** The places that a name may have at its node, best first. */
function* spots({ x, y, size }, width, height) {
  const gap = Math.max(size, 3) + 2;
  const near = 0.7 * gap;
  yield { left: x - width / 2, top: y + gap };
  yield { left: x + gap + 1, top: y - height / 2 };
  yield { left: x - width / 2, top: y - gap - height };
  yield { left: x - gap - 1 - width, top: y - height / 2 };
  yield { left: x + near, top: y + near };
  yield { left: x + near, top: y - near - height };
  yield { left: x - near - width, top: y + near };
  yield { left: x - near - width, top: y - near - height };
}

function drawNames(ctx, visible, budget, room, dots, screen, { ink: black, soft, ground }) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const node of visible) {
    if (!budget.left) break;
    const font = fontOf(node.i);
    const lines = nameLines[node.i];
    const width = Math.max(...lines.map((line) => widthOf(ctx, font.text, line))) + 4;
    const height = lines.length * font.size * 1.2;
    const box = placed(room, dots, screen, node, width, height);
    if (!box) continue;
    budget.left -= 1;
    ink.boxes.push({ ...box, entity: node.i });
    ctx.font = font.text;
    ctx.strokeStyle = ground;
    ctx.lineWidth = 3.5;
    ctx.fillStyle = node.size < 3.5 && node.first === 2 ? soft : black;
    lines.forEach((line, k) => {
      const [x, y] = [(box.left + box.right) / 2, box.top + (k + 0.5) * font.size * 1.2];
      ctx.strokeText(line, x, y);
      ctx.fillText(line, x, y);
    });
  }
}

const inside = ({ left, top, right, bottom }, { width, height }) => left >= 2 && top >= 2 && right <= width - 2 && bottom <= height - 2;

const FOREMOST = 24; // so many of the most connected have names even where these cover other nodes

/** The spot where a name covers the fewest nodes and no name, taken; null where there is none. The foremost has one always. */
function placed(room, dots, screen, node, width, height) {
  const bold = node.first < 2 || node.i < FOREMOST;
  let [best, least] = [null, node.first === 0 ? Infinity : bold ? 9 : 1];
  for (const { left, top } of spots(node, width, height)) {
    const box = { left, top, right: left + width, bottom: top + height };
    if (seen(screen, node.x, node.y, 0) && !inside(box, screen)) continue;
    const taken = room.hits(box, 9);
    if (taken && node.first > 0) continue;
    const covered = 3 * taken + dots.hits(box, least);
    if (covered < least) [best, least] = [box, covered];
    if (!least) break;
  }
  if (best) room.take(best);
  return best;
}

const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]; // where on a line its name and marks may stand, best first
const MOST_LINES = 1200;
const FEW_LIT = 12;

/** The lines in sight that may bear something: those in the light if there is one, else all. */
function linesInSight(screen) {
  const found = [];
  for (const id of ink.light ? ink.light.lines : bundles.keys()) {
    const edge = courseOf(id);
    const numbers = spokenOf(id);
    if (!numbers || !edge) continue; // the map is changing
    const middle = onScreen(edge, screen, 0.5);
    if (middle.length < (stage.entities.size > MANY && !ink.light ? 60 : 18) || !seen(screen, middle.x, middle.y, 60)) continue;
    const [sign, denied] = [signOf(numbers), surest(numbers) === "negated"];
    found.push({ id, edge, numbers, middle, sign, denied, marks: ((sign ? 1 : 0) + (denied ? 1 : 0)) * 15 });
    if (found.length === MOST_LINES) break;
  }
  return found;
}

const MARKED = Array.from({ length: 13 }, (_, k) => 0.5 + (k % 2 ? -1 : 1) * 0.05 * Math.ceil(k / 2)); // likewise for marks alone

/** Keep room for the marks of a line where they cover nothing, or else as little as can be; among very many lines not then. */
function reserve(line, room, dots, screen, crowded) {
  const { id, edge, marks } = line;
  if (!marks) return;
  let least = crowded ? 1 : Infinity;
  for (const place of MARKED.map((t) => onScreen(edge, screen, t))) {
    const boxes = boxesAlong(place, marks, 13);
    const covered = boxes.reduce((sum, box) => sum + 2 * room.hits(box, 9) + dots.hits(box, 9), 0);
    if (covered < least) [least, line.place] = [covered, place];
    if (!covered) break;
  }
  if (line.place) for (const box of boxesAlong(line.place, marks, 13)) room.take({ ...box, owner: id });
}

/** Draw on the lines what they bear. */
function drawLinks(ctx, lines, crowded, screen, room, dots, colours) {
  const wanted = !crowded && (ink.light !== null || ink.links);
  for (const line of lines) drawLink(ctx, line, wanted, screen, room, dots, colours);
}

/** A place of a line on the screen, the angle of text there, and how much of the line no node covers. */
function onScreen({ point, from, to }, { scale, x, y }, t) {
  const [a, middle, b] = [t - 0.12, t, t + 0.12].map(point);
  let angle = Math.atan2(b.y - a.y, b.x - a.x);
  if (Math.abs(angle) > Math.PI / 2) angle += angle > 0 ? -Math.PI : Math.PI;
  return { x: middle.x * scale + x, y: middle.y * scale + y, angle, length: (Math.hypot(to.x - from.x, to.y - from.y) - sizeOf(from.id) - sizeOf(to.id)) * scale };
}

/** Draw on a line the mark of its sign, the cross of what is denied, its name where that fits. */
function drawLink(ctx, line, wanted, screen, room, dots, colours) {
  const { id, edge, numbers, middle, sign, denied, marks } = line;
  const font = `${LINKNAME}px ${FACE}`;
  const text = nameOfLine(numbers);
  const width = widthOf(ctx, font, text);
  const fitting = (t) => width + marks < 2 * Math.min(t, 1 - t) * middle.length - 14;
  const named = wanted && ALONG.filter(fitting).map((t) => onScreen(edge, screen, t)).find((place) =>
    takeAlong(room, dots, place, width + marks, LINKNAME * 1.25, id));
  const place = named || (marks ? line.place : null);
  if (!place) return;
  ink.lines.push({ id, name: named ? text : null, sign, denied });
  const begin = -((named ? width : 0) + marks) / 2;
  const at = (far, paint) => {
    ctx.save();
    ctx.translate(place.x + far * Math.cos(place.angle), place.y + far * Math.sin(place.angle));
    paint();
    ctx.restore();
  };
  if (sign) at(begin + 7, () => drawSign(ctx, sign, colours, surest(numbers) === "ended"));
  if (denied) at(begin + 7 + (sign ? 15 : 0), () => drawCross(ctx, colours));
  if (named) at(begin + marks + width / 2, () => { ctx.rotate(place.angle); drawName(ctx, text, font, width, colours); });
}

/** The room of a text along a line, as a row of small boxes. */
function boxesAlong({ x, y, angle }, width, height) {
  const pieces = Math.max(1, Math.ceil(width / height));
  const half = height / 2;
  return Array.from({ length: pieces }, (_, k) => {
    const far = ((k + 0.5) / pieces - 0.5) * width;
    const [cx, cy] = [x + far * Math.cos(angle), y + far * Math.sin(angle)];
    return { left: cx - half, right: cx + half, top: cy - half, bottom: cy + half };
  });
}

/** Take that room; false where somebody else has some of it. */
function takeAlong(room, dots, place, width, height, owner) {
  const boxes = boxesAlong(place, width, height);
  if (!boxes.every((box) => room.free(box, owner) && dots.free(box))) return false;
  for (const box of boxes) room.take({ ...box, owner });
  return true;
}

function drawName(ctx, text, font, width, { soft, ink: black, ground }) {
  ctx.fillStyle = ground;
  ctx.fillRect(-width / 2 - 2, -LINKNAME * 0.62, width + 4, LINKNAME * 1.24);
  ctx.font = font;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = ink.light ? black : soft;
  ctx.fillText(text, 0, 0);
}

/** A plus or a minus in a ring, upright whatever the line. */
function drawSign(ctx, sign, { ground }, over) {
  ctx.beginPath();
  ctx.arc(0, 0, 5.5, 0, 2 * Math.PI);
  ctx.fillStyle = ground;
  ctx.strokeStyle = over ? shade(data.looks.over) : signColour(sign);
  ctx.lineWidth = 1.5;
  ctx.fill();
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(-2.8, 0);
  ctx.lineTo(2.8, 0);
  if (sign > 0) { ctx.moveTo(0, -2.8); ctx.lineTo(0, 2.8); }
  ctx.stroke();
}

/** A cross over the line, upright as well. */
function drawCross(ctx, { denied, ground }) {
  for (const [colour, width] of [[ground, 5], [denied, 2.2]]) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    for (const way of [-1, 1]) { ctx.moveTo(-4.5, -4.5 * way); ctx.lineTo(4.5, 4.5 * way); }
    ctx.stroke();
  }
}

network.on("hoverNode", ({ node }) => { ink.hover = node; });
network.on("blurNode", () => { ink.hover = null; });
