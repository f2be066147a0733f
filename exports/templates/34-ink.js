// Ink over the map: names that never cover each other, marks on lines, and the light that a selection throws.
// All of it is in pixels of the screen whatever the zoom, as on a street map: nearer shows more names, not larger ones.

const ink = { light: null, links: true, boxes: [], hover: null };
const NAMES = { most: 260, small: 11.5, large: 15 };
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

  free(box) {
    for (const cell of this.near(box)) {
      for (const other of this.cells.get(cell) || []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
      }
    }
    return true;
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

/** The screen: where the points of the map are on it. */
function screenOf(ctx) {
  const scale = network.getScale();
  const { x, y } = network.canvasToDOM({ x: 0, y: 0 });
  return { scale, x, y, ratio: ctx.getTransform().a / scale, width: container.clientWidth, height: container.clientHeight };
}

const seen = ({ width, height }, x, y, margin) => x > -margin && y > -margin && x < width + margin && y < height + margin;

network.on("afterDrawing", (ctx) => {
  const screen = screenOf(ctx);
  const colours = Object.fromEntries(["--ink", "--soft", "--ground", "--card", "--denied"].map((name) => [name.slice(2), css(name)]));
  if (ink.light) veil(ctx, screen, colours);
  ctx.save();
  ctx.setTransform(screen.ratio, 0, 0, screen.ratio, 0, 0);
  const room = new Room();
  const visible = visibleNodes(screen);
  for (const { x, y, size } of visible) if (size > 2) room.take({ left: x - size, top: y - size, right: x + size, bottom: y + size });
  ink.boxes = [];
  drawNames(ctx, visible, room, colours);
  if (!heavy()) drawLinks(ctx, screen, room, colours);
  ctx.restore();
});

const heavy = () => bundles.size > 4000 && !ink.light;

/** Cover what is not in the light with a veil of the ground, and draw what is in it anew. */
function veil(ctx, { ratio }, { ground }) {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 0.8;
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.restore();
  const { nodes: bodies, edges: lines } = network.body;
  for (const id of ink.light.lines) lines[id]?.connected && lines[id].draw(ctx);
  for (const id of ink.light.lines) lines[id]?.connected && lines[id].drawArrows(ctx);
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
  const gap = Math.max(size, 3) + 3;
  yield { left: x - width / 2, top: y + gap };
  yield { left: x + gap + 1, top: y - height / 2 };
  yield { left: x - width / 2, top: y - gap - height };
  yield { left: x - gap - 1 - width, top: y - height / 2 };
}

function drawNames(ctx, visible, room, { ink: black, soft, ground }) {
  let left = NAMES.most;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const node of visible) {
    if (!left) break;
    const dim = ink.light && node.first === 2;
    if (dim) break;
    const font = fontOf(node.i);
    const lines = nameLines[node.i];
    const width = Math.max(...lines.map((line) => widthOf(ctx, font.text, line))) + 4;
    const height = lines.length * font.size * 1.2;
    const box = placed(room, node, width, height);
    if (!box) continue;
    left -= 1;
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

/** The first of the spots that has room, taken; the centre of the light gets its own in any case. */
function placed(room, node, width, height) {
  for (const { left, top } of spots(node, width, height)) {
    const box = { left, top, right: left + width, bottom: top + height };
    if (room.free(box) || node.first === 0) {
      room.take(box);
      return box;
    }
  }
  return null;
}

/** Names and marks of the lines in sight: of those in the light if there is one, else of all. */
function drawLinks(ctx, screen, room, colours) {
  let left = 220;
  for (const id of ink.light ? ink.light.lines : bundles.keys()) {
    if (!left) break;
    const edge = network.body.edges[id];
    if (!edge?.connected || !edge.edgeType.fromPoint) continue;
    const line = onScreen(edge, screen);
    if (!seen(screen, line.x, line.y, 40)) continue;
    if (drawLink(ctx, bundles.get(id), line, room, colours)) left -= 1;
  }
}

/** The middle of a line on the screen, its angle as text runs, and how much of it no node covers. */
function onScreen({ edgeType, fromId, toId }, { scale, x, y }) {
  const [a, middle, b] = [0.35, 0.5, 0.65].map((t) => edgeType.getPoint(t));
  const [from, to] = [network.body.nodes[fromId], network.body.nodes[toId]];
  let angle = Math.atan2(b.y - a.y, b.x - a.x);
  if (Math.abs(angle) > Math.PI / 2) angle += angle > 0 ? -Math.PI : Math.PI;
  return { x: middle.x * scale + x, y: middle.y * scale + y, angle, length: Math.hypot(to.x - from.x, to.y - from.y) * scale - (sizeOf(fromId) + sizeOf(toId)) * scale };
}

/** Draw at its middle what a line bears: the mark of its sign, the cross of what is denied, its name if that fits. */
function drawLink(ctx, numbers, line, room, colours) {
  const sign = signOf(numbers);
  const denied = surest(numbers) === "negated";
  const marks = (sign ? 1 : 0) + (denied ? 1 : 0);
  const font = `${LINKNAME}px ${FACE}`;
  const text = nameOfLine(numbers);
  const width = widthOf(ctx, font, text);
  const spare = line.length - 16 - marks * 15;
  const wanted = ink.light !== null || ink.links;
  const whole = wanted && width < spare && takeAlong(room, line, width + marks * 15, LINKNAME * 1.25);
  if (!whole && !(marks && line.length > 10 + marks * 12)) return false;
  ctx.save();
  ctx.translate(line.x, line.y);
  ctx.rotate(line.angle);
  const begin = -((whole ? width : 0) + marks * 15) / 2;
  if (sign) drawSign(ctx, begin + 7, sign, colours, surest(numbers) === "ended");
  if (denied) drawCross(ctx, begin + 7 + (sign ? 15 : 0), colours);
  if (whole) drawName(ctx, text, font, begin + marks * 15 + width / 2, colours);
  ctx.restore();
  return true;
}

/** Take the room of a text along a line, as a row of small boxes; false where one is taken. */
function takeAlong(room, { x, y, angle }, width, height) {
  const pieces = Math.max(1, Math.ceil(width / height));
  const half = height / 2;
  const boxes = Array.from({ length: pieces }, (_, k) => {
    const far = ((k + 0.5) / pieces - 0.5) * width;
    const [cx, cy] = [x + far * Math.cos(angle), y + far * Math.sin(angle)];
    return { left: cx - half, right: cx + half, top: cy - half, bottom: cy + half };
  });
  if (!boxes.every((box) => room.free(box))) return false;
  boxes.forEach((box) => room.take(box));
  return true;
}

function drawName(ctx, text, font, x, { soft, ink: black, ground }) {
  ctx.font = font;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.strokeStyle = ground;
  ctx.lineWidth = 4;
  ctx.fillStyle = ink.light ? black : soft;
  ctx.strokeText(text, x, 0);
  ctx.fillText(text, x, 0);
}

/** A plus or a minus in a ring. */
function drawSign(ctx, x, sign, { ground }, over) {
  ctx.beginPath();
  ctx.arc(x, 0, 5.5, 0, 2 * Math.PI);
  ctx.fillStyle = ground;
  ctx.strokeStyle = over ? shade(data.looks.over) : signColour(sign);
  ctx.lineWidth = 1.5;
  ctx.fill();
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x - 2.8, 0);
  ctx.lineTo(x + 2.8, 0);
  if (sign > 0) { ctx.moveTo(x, -2.8); ctx.lineTo(x, 2.8); }
  ctx.stroke();
}

/** A cross over the line. */
function drawCross(ctx, x, { denied, ground }) {
  for (const [colour, width] of [[ground, 5], [denied, 2.2]]) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    for (const way of [-1, 1]) { ctx.moveTo(x - 4.5, -4.5 * way); ctx.lineTo(x + 4.5, 4.5 * way); }
    ctx.stroke();
  }
}

network.on("hoverNode", ({ node }) => { ink.hover = node; });
network.on("blurNode", () => { ink.hover = null; });
