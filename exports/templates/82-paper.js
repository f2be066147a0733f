// Paper: the map prints as a drawing in the light theme, and nothing of the panel stays folded.

const onScreenOnly = { theme: null, folded: [] };

window.addEventListener("beforeprint", () => {
  if (onScreenOnly.theme !== null) return;
  onScreenOnly.theme = view.theme;
  if (isDark()) change({ theme: "light" });
  const drawing = figure();
  drawing.setAttribute("id", "figure");
  drawing.setAttribute("preserveAspectRatio", "xMidYMin");
  const across = Number(drawing.getAttribute("width")) > Number(drawing.getAttribute("height"));
  document.querySelector("main").classList.toggle("across", across);
  for (const name of ["width", "height"]) drawing.removeAttribute(name);
  document.querySelector("main").append(drawing);
  onScreenOnly.folded = [...panel.querySelectorAll("details:not([open])")];
  for (const details of onScreenOnly.folded) details.open = true;
});

window.addEventListener("afterprint", () => {
  document.getElementById("figure")?.remove();
  for (const details of onScreenOnly.folded) details.open = false;
  change({ theme: onScreenOnly.theme });
  onScreenOnly.theme = null;
});
