// The panel: what is said in a statement, of an entity, in the graph.

const panel = document.getElementById("panel");
let trail = []; // the selections since nothing was selected, the present one last

const entityButton = (i, className = "") =>
  make("button", { type: "button", class: className, onclick: () => select(i) }, bidi(entities[i].name));

/** The relation's name, with the status where the statement is not simply asserted: nobody may take it for a fact. */
function relationName({ relation, status }) {
  const { label } = data.relations[relation];
  return status === "asserted" ? label : `${label} (${texts[status]})`;
}

const badge = (status) => make("span", { class: "badge" }, statusIcon(status), texts[status]);

const goBack = () => change({ selection: trail.at(-2) ?? null });

function showPanel(...children) {
  const back = make("button", { type: "button", class: "back", onclick: goBack }, `← ${texts.back}`);
  panel.replaceChildren(...(trail.length ? [back] : []), ...children);
  panel.scrollTop = 0;
}

/** Keep the way that the selection took; going back shortens it. */
function follow(selection) {
  if (selection === null) trail = [];
  else if (alike(selection, trail.at(-2))) trail.pop();
  else if (!alike(selection, trail.at(-1))) trail.push(selection);
}

function showSelection(selection) {
  if (selection && "entity" in selection) entityView(selection.entity);
  else if (selection && "statement" in selection) statementView(selection.statement);
  else homeView();
}

onChange((now, before) => {
  const same = before !== null && now.selection === before.selection;
  if (!same) follow(now.selection);
  if (!same || now.language !== before.language || now.theme !== before.theme) showSelection(now.selection);
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

const ROLES = { s: "subject", c: "cue", o: "object" };

function evidenceBlock(evidence) {
  const sentence = evidence.sentence.map(([text, roles]) => {
    if (!roles) return text;
    return make("mark", { class: [...roles].join(" "), title: [...roles].map((r) => texts[ROLES[r]]).join(", ") }, text);
  });
  const outside = Object.entries(evidence.outside || {}).map(([role, quote]) =>
    make("p", { class: "outside" }, texts.elsewhere.replace("{role}", texts[ROLES[role]]), make("mark", { class: role }, bidi(quote))));
  const { source } = evidence;
  const facts = [
    ["source", source && (source.node === null ? bidi(source.name) : entityButton(source.node))],
    ["when", evidence.when && showDate(evidence.when)],
    ["amount", evidence.amount && showAmount(evidence.amount)],
    ["role", evidence.role && bidi(evidence.role)],
    ["confidence", new Intl.NumberFormat(language, { style: "percent" }).format(evidence.confidence)],
    ["reasons", evidence.reasons && bidi(evidence.reasons.join("; "))],
  ].filter(([, value]) => value);
  return make("article", { class: "evidence" },
    make("blockquote", { dir: "auto", lang: articles[evidence.article].lang || null }, ...sentence),
    ...outside,
    make("dl", {}, ...facts.flatMap(([key, value]) => [make("dt", {}, texts[key]), make("dd", {}, value)])),
    citation(evidence.article));
}

function statementView(number) {
  const s = statements[number];
  const keys = ["s", "c", "o"].map((role) => make("span", {}, make("mark", { class: role }, texts[ROLES[role]])));
  const others = linksOf[s.subject].filter((i) => i !== number && [statements[i].subject, statements[i].object].includes(s.object));
  const evidence = make("div");
  appendAll(evidence, s.evidence, evidenceBlock);
  const relation = make("span", { class: `relation ${s.status}` }, relationName(s));
  showPanel(
    make("p", { class: "link" }, entityButton(s.subject, "from"), " ", relation, " ", entityButton(s.object, "to")),
    make("p", { class: "line" }, badge(s.status), `· ${count("sentences", s.evidence.length)}`),
    make("p", { class: "keys" }, ...keys),
    evidence,
    ...(others.length ? [make("h3", {}, texts.other), ...others.map((i) => linkRow(i, s.subject, true))] : []));
}

/** One line for a statement, seen from one of its entities. */
function linkRow(number, from, named = false) {
  const s = statements[number];
  const other = s.subject === from ? s.object : s.subject;
  const text = named ? `${entities[s.subject].name} ${relationName(s)} ${entities[s.object].name}` : entities[other].name;
  const repeated = s.evidence.length > 1 ? count("sentences", s.evidence.length) : "";
  const right = make("span", { class: "count" }, s.status === "asserted" ? "" : badge(s.status), " ", repeated);
  return row(named ? "" : typeIcon(entities[other].type), text, right, () => selectStatement(number));
}

function entityView(number) {
  const entity = entities[number];
  const groups = new Map();
  for (const side of ["subject", "object"]) {
    for (const [name, { label, inverse }] of Object.entries(data.relations)) {
      const found = linksOf[number].filter((i) => statements[i].relation === name && statements[i][side] === number);
      const key = side === "subject" ? label : inverse;
      if (found.length) groups.set(key, [...(groups.get(key) || []), ...found]);
    }
  }
  const blocks = [...groups].map(([label, numbers]) => {
    const group = make("div", { class: "group" }, make("p", {}, label));
    appendAll(group, numbers, (i) => linkRow(i, number));
    return group;
  });
  const others = make("p", { class: "small aliases" }, ...joined(entity.aliases, ", "));
  const aliases = entity.aliases.length ? [make("h3", {}, texts.aliases), others] : [];
  showPanel(
    make("div", { class: "entity" }, typeIcon(entity.type), make("div", {},
      make("h2", {}, bidi(entity.name)),
      make("p", { class: "soft small" }, `${data.types[entity.type].label} · ${count("links", linksOf[number].length)}`))),
    ...aliases,
    ...blocks);
}

function homeView() {
  const most = entities.slice(0, 12).map((entity, i) =>
    row(typeIcon(entity.type), entity.name, make("span", { class: "count" }, integer.format(linksOf[i].length)), () => select(i)));
  showPanel(make("p", { class: "soft" }, texts.hint), make("h3", {}, texts.most), ...most);
}
