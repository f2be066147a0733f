// What the other scripts share: the texts of the page, its colours, and elements made without HTML.

let language, texts, plural, integer; // set by `speak`

/** Let the page speak this language: its texts, its numbers, the names of types, families and relations. */
function speak(code) {
  language = code;
  texts = data.texts[code];
  plural = new Intl.PluralRules(code);
  integer = new Intl.NumberFormat(code);
  for (const named of [data.types, data.families, data.relations].flatMap(Object.values)) {
    named.label = named.labels[code];
    if (named.inverses) named.inverse = named.inverses[code];
  }
  document.documentElement.lang = code;
}
speak(data.language);

/** An element; strings among the children become text nodes, so that nothing is ever read as HTML. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Text of unknown writing direction that leaves its neighbours alone. */
const bidi = (text) => make("bdi", {}, text);

function shape(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  return element;
}

function svg(width, height, name, attributes) {
  const root = shape("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  root.append(shape(name, attributes));
  return root;
}

const OUTLINES = {
  dot: "M7 1a6 6 0 1 0 .01 0z",
  square: "M2 2h10v10h-10z",
  diamond: "M7 .5 13.5 7 7 13.5 .5 7z",
  triangleDown: "M.8 2h12.4L7 13z",
  triangle: "M7 1l6.2 11H.8z",
  star: "M7 .3l1.9 4.4 4.8.4-3.6 3.2 1.1 4.7L7 10.5 2.8 13l1.1-4.7L.3 5.1l4.8-.4z",
  hexagon: "M3.8 1.4h6.4L13.4 7l-3.2 5.6H3.8L.6 7z",
};
const typeIcon = (type) => svg(14, 14, "path", { d: OUTLINES[data.types[type].shape], fill: data.types[type].colour });

/** The line of a status as the map draws it: grey where it has ended, dotted where uncertain, crossed where denied. */
function statusIcon(status) {
  const dots = { "stroke-dasharray": status === "uncertain" ? "2 4.5" : null, "stroke-linecap": "round" };
  const icon = svg(30, 10, "line", { x1: 2, y1: 5, x2: 28, y2: 5, stroke: lineColour(status), "stroke-width": 2.2, ...dots });
  if (status === "negated") icon.append(shape("path", { d: "M11 1l8 8M19 1l-8 8", stroke: lineColour(status), "stroke-width": 2, fill: "none" }));
  return icon;
}

/** The mark of a sign: plus for support, minus for opposition, in a ring. */
function signIcon(sign) {
  const icon = svg(14, 14, "circle", { cx: 7, cy: 7, r: 5.6, fill: "none", stroke: signColour(sign), "stroke-width": 1.6 });
  icon.append(shape("path", { d: sign > 0 ? "M4 7h6M7 4v6" : "M4 7h6", stroke: signColour(sign), "stroke-width": 1.8 }));
  return icon;
}

const dark = window.matchMedia("(prefers-color-scheme: dark)");
let theme = "auto";
const isDark = () => (theme === "auto" ? dark.matches : theme === "dark");
const shade = (colours) => colours[isDark() ? "dark" : "light"];
const signColour = (sign) => shade(data.looks.signs[sign]);

/** The colour of a link: that of its relation's sign, but grey for what has ended, and no side taken by what is denied. */
const lineColour = (status, relation = null) =>
  (status === "ended" ? shade(data.looks.over) : signColour(relation === null || status === "negated" ? 0 : data.relations[relation].sign));

/** Set the theme: the one rule of the style sheets that makes them dark is let apply always, never or as the system asks. */
function wear(name) {
  theme = name;
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.media);
  wear.rules ??= rules.filter((rule) => rule.media.mediaText.includes("prefers-color-scheme"));
  for (const { media } of wear.rules) media.mediaText = { auto: "screen and (prefers-color-scheme: dark)", light: "not all", dark: "screen" }[name];
}

/** A counted text: `count("links", 2)` is "2 links". */
function count(key, n, k = null) {
  return texts[key][plural.select(n)].replace("{n}", integer.format(n)).replace("{k}", k === null ? "" : integer.format(k));
}

/** 2023, 2023-11 and 2023-11-22 as people write them; anything else as it stands. */
function showDate(text) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(text) || [];
  const date = new Date(`${year}-${month || "01"}-${day || "01"}T00:00:00Z`);
  if (!month || isNaN(date) || date.getUTCDate() !== Number(day || 1)) return text;
  return dateFormat(day ? { day: "numeric", month: "long", year: "numeric" } : { month: "long", year: "numeric" }).format(date);
}

/** Formats are slow to make, and long lists of articles need one for each line. */
function dateFormat(parts) {
  const key = `${language} ${Object.entries(parts)}`;
  if (!dateFormat.made.has(key)) dateFormat.made.set(key, new Intl.DateTimeFormat(language, { ...parts, timeZone: "UTC" }));
  return dateFormat.made.get(key);
}
dateFormat.made = new Map();

/** "44000000000 USD" as an amount of money; anything else as it stands. */
function showAmount(text) {
  const [, number, currency] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text) || [];
  if (!currency) return text;
  const style = { style: "currency", currency, maximumFractionDigits: Number(number) % 1 ? 2 : 0 };
  return new Intl.NumberFormat(language, style).format(Number(number));
}

/** Append `items`, rendered, to `parent`: fifty at a time, or fewer at first, the next fifty at the press of a button. */
function appendAll(parent, items, render, first = 50) {
  parent.append(...items.slice(0, first).map(render));
  const rest = items.slice(first);
  if (!rest.length) return;
  const text = texts.more.replace("{n}", integer.format(Math.min(50, rest.length)));
  parent.append(make("button", { class: "morebutton", type: "button", onclick: (event) => {
    const shown = parent.children.length - 1;
    event.currentTarget.remove();
    appendAll(parent, rest, render);
    const next = parent.children[shown]; // takes the focus, which the button had
    (next.matches("button, a") ? next : next.querySelector("button, a"))?.focus();
  } }, text));
}

/** Casefolded and without accents, for searching. */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
