// Strokes: the lines of a view with very many, drawn on the canvas without an object for each; and the course of any line.

const strokes = new Map(); // the lines by their look: "colour dotted" → numbers

function makeStrokes() {
  strokes.clear();
  if (!isHeavy()) return;
  const strong = strength();
  for (const [id, numbers] of bundles) {
    const look = `${pale(colourOfLine(numbers), strong)}|${surest(numbers) === "uncertain"}`;
    if (strokes.has(look)) strokes.get(look).push(id);
    else strokes.set(look, [id]);
  }
}

const endsOf = (id) => ends(id).map((i) => network.body.nodes[i]);

network.on("beforeDrawing", (ctx) => {
  if (pulled) {
    drawPulled(ctx);
    return;
  }
  const thin = 0.7 / network.getScale();
  for (const [look, ids] of strokes) {
    const [colour, dotted] = look.split("|");
    ctx.strokeStyle = colour;
    ctx.lineWidth = thin;
    ctx.setLineDash(dotted === "true" ? [2 * thin, 4 * thin] : []);
    ctx.beginPath();
    for (const id of ids) {
      const [from, to] = endsOf(id);
      if (!from || !to) continue;
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
    }
    ctx.stroke();
  }
  ctx.setLineDash([]);
});

/** A line that is a stroke, in the light: in its full colour, with its arrows. */
function strokeLit(ctx, id) {
  const [from, to] = endsOf(id);
  const numbers = spokenOf(id);
  if (!from || !to || !numbers) return;
  const scale = network.getScale();
  ctx.strokeStyle = ctx.fillStyle = colourOfLine(numbers);
  ctx.lineWidth = 1.4 / scale;
  ctx.setLineDash(surest(numbers) === "uncertain" ? [2 / scale, 4 / scale] : []);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
  ctx.setLineDash([]);
  const arrows = arrowsOf(id, numbers);
  if (arrows.to.enabled) arrowhead(ctx, from, to, 7 / scale);
  if (arrows.from.enabled) arrowhead(ctx, to, from, 7 / scale);
}

function arrowhead(ctx, from, to, length) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const back = sizeOf(to.id);
  const [x, y] = [to.x - back * Math.cos(angle), to.y - back * Math.sin(angle)];
  ctx.beginPath();
  ctx.moveTo(x, y);
  for (const turn of [-0.35, 0.35]) ctx.lineTo(x - length * Math.cos(angle + turn), y - length * Math.sin(angle + turn));
  ctx.fill();
}

/** The course of a line on the map: its two nodes and its `point(t)` from 0 to 1; null while it is not there. */
function courseOf(id) {
  const [from, to] = endsOf(id);
  if (!from || !to) return null;
  const edge = network.body.edges[id];
  if (edge?.connected && edge.edgeType.fromPoint) return { from, to, point: (t) => edge.edgeType.getPoint(t) };
  return edge ? null : { from, to, point: (t) => ({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) }) };
}

/** The stroke within some pixels of this point of the map, or undefined. */
function strokeAt({ x, y }) {
  let [best, least] = [undefined, 6 / network.getScale()];
  for (const ids of strokes.values()) {
    for (const id of ids) {
      const [from, to] = endsOf(id);
      if (!from || !to) continue;
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const t = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
      const far = Math.hypot(from.x + t * dx - x, from.y + t * dy - y);
      if (far < least) [best, least] = [id, far];
    }
  }
  return best;
}
