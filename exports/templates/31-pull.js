// Pulling the map: in a view with very many lines its picture follows the pointer, and is drawn anew where it is let go.

let pulled = null; // while the map is pulled: its picture, and where the middle of the map was on the screen

const originOnScreen = () => network.canvasToDOM({ x: 0, y: 0 });

network.on("dragStart", ({ nodes: held }) => {
  const still = isHeavy() && !held.length && !moving;
  network.renderer.options.hideNodesOnDrag = still;
  if (!still) return;
  const canvas = container.querySelector("canvas");
  const picture = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  picture.getContext("2d").drawImage(canvas, 0, 0);
  pulled = { picture, from: originOnScreen() };
});

network.on("dragEnd", () => {
  if (!pulled) return;
  pulled = null;
  network.redraw();
});

/** Draw the picture where the map has been pulled to. */
function drawPulled(ctx) {
  const { picture, from } = pulled;
  const to = originOnScreen();
  const ratio = picture.width / container.clientWidth;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(picture, (to.x - from.x) * ratio, (to.y - from.y) * ratio);
  ctx.restore();
}
