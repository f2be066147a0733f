// Evidence in the panel: the sentences of a statement with its words marked, and the article that they stand in.

const PARTS = { s: "subject", c: "cue", o: "object" };

function quote({ sentence, article }) {
  const pieces = sentence.map(([text, parts]) => {
    if (!parts) return text;
    return make("mark", { class: [...parts].join(" "), title: [...parts].map((part) => texts[PARTS[part]]).join(", ") }, text);
  });
  return make("blockquote", { dir: "auto", lang: articles[article].lang || null }, ...pieces);
}

const elsewhere = ([part, words]) =>
  make("p", { class: "outside" }, texts.elsewhere.replace("{role}", texts[PARTS[part]]), make("mark", { class: part }, bidi(words)));

const percent = (share) => new Intl.NumberFormat(language, { style: "percent" }).format(share);

/** The reason of a confidence in words; one that has none as it stands. Dossiers have the same rule. */
function worded(about) {
  const { whole, kinds, ends, read: steps } = data.because[language];
  const text = (table, key) => (Object.hasOwn(table, key) ? table[key] : null);
  const [, kind, rest] = /^(\S*) ?(.*)$/s.exec(about);
  const end = text(ends, kind);
  const found = end === null ? rest : text(steps, rest) ?? text(steps, rest.split(":")[0]);
  const pattern = end ?? text(kinds, kind);
  return text(whole, about) ?? (pattern && found ? pattern.replace("{x}", () => found) : about);
}

/** How sure, and by what factors. */
function sureness({ confidence, reasons }) {
  const bar = make("meter", { min: 0, max: 1, value: confidence, "aria-label": texts.confidence });
  if (!reasons.length) return make("span", { class: "sure" }, bar, percent(confidence));
  const factor = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const lines = reasons.map(([about, weight]) => make("li", {}, bidi(worded(about)), make("span", { class: "count" }, `× ${factor.format(weight)}`)));
  return make("details", { class: "why" }, make("summary", { class: "sure" }, bar, percent(confidence), make("span", { class: "soft" }, texts.why)), make("ul", {}, ...lines));
}

function evidenceBlock(evidence) {
  const { source } = evidence;
  const facts = [
    ["source", source && (source.node === null ? bidi(source.name) : entityButton(source.node))],
    ["when", evidence.when && showDate(evidence.when)],
    ["amount", evidence.amount && showAmount(evidence.amount)],
    ["role", evidence.role && bidi(evidence.role)],
    ["confidence", sureness(evidence)],
  ].filter(([, value]) => value);
  return make("article", { class: "evidence" },
    quote(evidence),
    ...Object.entries(evidence.outside).map(elsewhere),
    make("dl", {}, ...facts.flatMap(([key, value]) => [make("dt", {}, texts[key]), make("dd", {}, value)])),
    citation(evidence.article));
}

/** Fill `place` with these pieces of evidence, rendered, once they are read, if the panel still shows the same. */
async function fill(place, evidence, render = evidenceBlock) {
  const drawn = drawnFor;
  place.setAttribute("aria-busy", "true");
  const first = await Promise.all(evidence.slice(0, 20).map(read));
  if (drawn !== drawnFor) return;
  place.replaceChildren(...first.map(render));
  place.removeAttribute("aria-busy");
  const rest = evidence.slice(20);
  if (!rest.length) return;
  const more = make("div");
  place.append(make("button", { type: "button", class: "morebutton", onclick: ({ currentTarget }) => {
    currentTarget.replaceWith(more);
    reading = fill(more, rest, render);
  } }, texts.more.replace("{n}", integer.format(Math.min(20, rest.length)))));
}

function statementView(number) {
  const s = statements[number];
  const keys = ["s", "c", "o"].map((part) => make("span", {}, make("mark", { class: part }, texts[PARTS[part]])));
  const others = linksOf[s.subject].filter((i) => i !== number && otherEnd(i, s.subject) === s.object);
  const evidence = make("div");
  const relation = make("span", { class: `relation ${s.status}` }, relationName(s));
  showPanel(
    make("p", { class: "link" }, entityButton(s.subject, "from"), " ", relation, " ", entityButton(s.object, "to")),
    make("p", { class: "line" }, badge(s.status), signBadge(s), make("span", {}, `· ${count("sentences", s.evidence.length)}`)),
    make("p", { class: "keys" }, ...keys),
    evidence,
    ...(others.length ? [make("h3", {}, texts.other), ...others.map((i) => linkRow(i, s.subject, true))] : []));
  return fill(evidence, s.evidence);
}
