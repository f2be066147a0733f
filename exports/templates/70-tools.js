// The tools: undo, the link, what can be saved, language and theme, help. All that is not about what the graph says.

const STROKES = {
  undo: "M6.5 3.5 3 7l3.5 3.5M3 7h6.5a3.5 3.5 0 0 1 0 7H7",
  redo: "M9.5 3.5 13 7l-3.5 3.5M13 7H6.5a3.5 3.5 0 0 0 0 7H9",
  link: "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2A2.6 2.6 0 0 0 9 3.3l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.9-.9",
  save: "M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13h10",
  light: "M8 5.2a2.8 2.8 0 1 0 .01 0zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9",
  dark: "M13 9.6A5.4 5.4 0 1 1 6.4 3a4.3 4.3 0 0 0 6.6 6.6z",
  auto: "M8 2.5a5.5 5.5 0 1 0 .01 0zM8 2.5v11M8 4.5l4 1M8 7l5 .9M8 9.5l4.8.8M8 12l3 .4",
  help: "M8 2a6 6 0 1 0 .01 0zM6.2 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.7-.8 1.3M8 11.4v.1",
};
const strokeIcon = (name) => svg(16, 16, "path", { d: STROKES[name], fill: "none", stroke: "currentColor", "stroke-width": 1.5, "stroke-linecap": "round", "stroke-linejoin": "round" });

const toolButton = (name, onclick, attributes = {}) =>
  make("button", { type: "button", class: "tool", id: `tool-${name}`, title: texts[name], "aria-label": texts[name], onclick, ...attributes }, strokeIcon(name));

/** A word for what has just happened, read aloud, gone after a while. */
function say(text) {
  const place = document.getElementById("said");
  place.replaceChildren(text);
  place.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { place.hidden = true; place.replaceChildren(); }, 5000);
}

async function copyLink() {
  const address = window.location.href.split("#")[0] + toHash(view);
  try {
    await navigator.clipboard.writeText(address);
    say(texts.copied);
  } catch { // a page on disk may not be allowed to
    const box = make("input", { type: "text", readonly: "", "aria-label": texts.link, class: "address" });
    box.value = address;
    const close = make("button", { type: "button", onclick: () => dialog.close() }, texts.close);
    const dialog = make("dialog", { "aria-label": texts.link }, make("p", {}, texts.copyby), box, make("p", { class: "buttons" }, close));
    openDialog(dialog);
    box.select();
  }
}

function openDialog(dialog) {
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.showModal();
}

/** A button that unfolds a short list of actions; Escape, a choice and a click elsewhere fold it again. */
function menuButton(name, actions) {
  const list = make("div", { class: "menu", id: `menu-${name}`, hidden: "" });
  const button = toolButton(name, () => fold(!list.hidden), { "aria-expanded": "false", "aria-controls": list.id });
  const fold = (closed) => {
    list.hidden = closed;
    button.setAttribute("aria-expanded", String(!closed));
  };
  list.append(...Object.entries(actions).map(([key, act]) =>
    make("button", { type: "button", id: `save-${key}`, onclick: () => { fold(true); button.focus(); act(); } }, texts[key])));
  const whole = make("div", { class: "menued" }, button, list);
  whole.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { event.stopPropagation(); fold(true); button.focus(); }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || list.hidden) return;
    const items = [...list.children];
    items[(items.indexOf(document.activeElement) + by + items.length) % items.length].focus();
    event.preventDefault();
  });
  whole.addEventListener("focusout", (event) => { if (event.relatedTarget && !whole.contains(event.relatedTarget)) fold(true); });
  document.addEventListener("pointerdown", (event) => { if (!whole.contains(event.target)) fold(true); });
  return whole;
}

const KEYS = [["/", "keysearch"], ["↑ ↓ ← →", "keywalk"], ["Enter", "keyenter"], ["Esc", "keyescape"], ["+ −", "keyzoom"], ["0", "keyfit"], ["Ctrl Z", "undo"], ["Ctrl Y", "redo"], ["?", "help"]];

function openHelp() {
  const close = make("button", { type: "button", autofocus: "", onclick: () => dialog.close() }, texts.close);
  const lines = KEYS.flatMap(([keys, text]) => [make("dt", {}, ...keys.split(" ").flatMap((key) => [make("kbd", {}, key), " "])), make("dd", {}, texts[text])]);
  const dialog = make("dialog", { "aria-labelledby": "help-title" },
    make("h2", { id: "help-title" }, texts.help),
    ...texts.helptext.split("\n").map((text) => make("p", {}, text)),
    make("h3", {}, texts.keys),
    make("dl", {}, ...lines),
    make("p", { class: "buttons" }, close));
  openDialog(dialog);
}

const THEMES = ["auto", "light", "dark"];

/** The bar above the map. */
function drawBar() {
  const next = THEMES[(THEMES.indexOf(view.theme) + 1) % THEMES.length];
  const themeText = `${texts.theme}: ${texts[`theme${view.theme}`]}`;
  const languages = Object.keys(data.texts).map((code) => make("button", {
    type: "button", class: "tool", lang: code, id: `language-${code}`, "aria-pressed": String(code === view.language), title: data.texts[code].name,
    onclick: () => change({ language: code }),
  }, code.toUpperCase()));
  const bar = document.getElementById("bar");
  const focused = bar.contains(document.activeElement) ? document.activeElement.id : "";
  bar.setAttribute("aria-label", texts.tools);
  bar.replaceChildren(
    make("div", { class: "cluster" },
      toolButton("undo", undo, steps.past.length ? {} : { "aria-disabled": "true" }),
      toolButton("redo", redo, steps.future.length ? {} : { "aria-disabled": "true" })),
    make("div", { class: "cluster" },
      toolButton("link", copyLink),
      menuButton("save", { svg: saveSvg, png: savePng, csv: saveCsv, print: () => window.print() })),
    make("div", { class: "cluster", role: "group", "aria-label": texts.language }, ...languages),
    make("div", { class: "cluster" },
      make("button", { type: "button", class: "tool", id: "tool-theme", title: themeText, "aria-label": themeText, onclick: () => change({ theme: next }) }, strokeIcon(view.theme)),
      toolButton("help", openHelp)));
  if (focused) document.getElementById(focused)?.focus();
}
