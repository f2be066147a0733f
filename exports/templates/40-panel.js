// The panel: what is said in a statement, of an entity, on a path, in the graph. This script is its frame and small parts.

const panel = document.getElementById("panel");
let trail = []; // the selections since nothing was selected, the present one last
let drawnFor = 0; // counts what the panel has shown: what was opened for an earlier selection comes too late

const entityButton = (i, className = "") =>
  make("button", { type: "button", class: className, onclick: () => select(i) }, bidi(entities[i].name));

/** The relation's name, with the status where the statement is not simply asserted: nobody may take it for a fact. */
function relationName({ relation, status }) {
  const { label } = data.relations[relation];
  return status === "asserted" ? label : `${label} (${texts[status]})`;
}

const badge = (status) => make("span", { class: "badge" }, statusIcon(status), texts[status]);

/** The mark of the relation's sign with its meaning, where it has one and the statement is not denied. */
function signBadge({ relation, status }) {
  const { sign } = data.relations[relation];
  if (!sign || status === "negated") return null;
  return make("span", { class: "badge" }, signIcon(sign), sign > 0 ? texts.support : texts.opposition);
}

const goBack = () => change({ selection: trail.at(-2) ?? null });

function showPanel(...children) {
  const back = make("button", { type: "button", class: "back", onclick: goBack }, `← ${texts.back}`);
  drawnFor += 1;
  panel.replaceChildren(...(trail.length ? [back] : []), ...children.filter(Boolean));
  panel.scrollTop = 0;
}

/** Keep the way that the selection took; going back shortens it. */
function follow(selection) {
  if (selection === null) trail = [];
  else if (alike(selection, trail.at(-2))) trail.pop();
  else if (!alike(selection, trail.at(-1))) trail.push(selection);
}

/** Show what is selected; a promise that the sentences are there. */
function showSelection(selection) {
  if (selection && "entity" in selection) return entityView(selection.entity);
  if (selection && "statement" in selection) return statementView(selection.statement);
  if (selection && "path" in selection) return pathView(...selection.path);
  return homeView();
}

let reading = Promise.resolve(); // what the panel is opening

onChange((now, before) => {
  const changed = (...keys) => before === null || keys.some((key) => !alike(now[key], before[key]));
  if (changed("selection")) follow(now.selection);
  const filtered = changed("filters", "hidden", "shown", "focus", "pinned") && now.selection !== null && !("statement" in now.selection);
  if (changed("selection", "language", "theme") || filtered) reading = Promise.resolve(showSelection(now.selection));
});

/** The texts as isolated pieces with a separator between them. */
const joined = (pieces, separator) => pieces.flatMap((text, i) => (i ? [separator, bidi(text)] : [bidi(text)]));

/** A link where the address is one of the web; text where it is anything else. */
function webLink(address, text) {
  if (!/^https?:\/\//i.test(address)) return bidi(text);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, bidi(text));
}

function row(left, name, right, onclick) {
  return make("button", { type: "button", class: "row", onclick }, left, make("span", { class: "name" }, bidi(name)), right);
}

function citation(ident) {
  const article = articles[ident];
  const about = [article.source, article.author, article.date && showDate(article.date)].filter(Boolean);
  const lines = [webLink(article.url, article.title || texts.untitled)];
  if (about.length) lines.push(make("span", { class: "soft" }, ...joined(about, " · ")));
  if (article.url && !lines[0].href) lines.push(make("span", { class: "soft address" }, bidi(article.url)));
  return make("div", { class: "cite" }, ...lines);
}

/** One line for a statement, seen from one of its entities. */
function linkRow(number, from, named = false) {
  const s = statements[number];
  const other = otherEnd(number, from);
  const text = named ? sentenceOf(number) : entities[other].name;
  const repeated = s.evidence.length > 1 ? count("sentences", s.evidence.length) : "";
  const right = make("span", { class: "count" }, s.status === "asserted" ? "" : badge(s.status), " ", repeated);
  return row(named ? "" : typeIcon(entities[other].type), text, right, () => selectStatement(number));
}

function homeView() {
  const most = entities.slice(0, 12).map((entity, i) =>
    row(typeIcon(entity.type), entity.name, make("span", { class: "count" }, integer.format(linksOf[i].length)), () => select(i)));
  showPanel(make("p", { class: "soft" }, texts.hint), make("h3", {}, texts.most), ...most);
}
