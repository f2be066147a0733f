// The legend, which is the filters: every kind of entity, statement and relation with how many there are, and who says it.

const folds = new Map(); // whether a section is open, by name, where its reader has said so

/** A part of the legend that folds. `note` tells in its heading, folded or not, that it keeps something back. */
function section(name, open, ...content) {
  const note = make("span", { class: "note" });
  const element = make("details", { class: "section", id: `section-${name}` }, make("summary", {}, make("h2", { class: "label" }, texts.headings[name]), note), ...content);
  element.open = folds.get(name) ?? open;
  element.addEventListener("toggle", () => folds.set(name, element.open));
  return { element, note };
}

/** The keys left out when `keys` change sides: all out if one of them was in. */
function toggled(without, keys) {
  const rest = without.filter((key) => !keys.includes(key));
  return (keys.every((key) => without.includes(key)) ? rest : [...rest, ...keys]).sort();
}

function toggle(kind, ...keys) {
  change({ filters: { [kind]: toggled(view.filters[kind], keys) } });
}

/** Leave out all but these; what is alone already brings back the others. */
function only(kind, keys, all) {
  const others = all.filter((key) => !keys.includes(key)).sort();
  const alone = others.length > 0 && alike([...view.filters[kind]].sort(), others);
  change({ filters: { [kind]: alone ? [] : others } });
}

/** A line of the legend that leaves `keys` out or brings them back, with the icon that `icon()` makes in the present colours. */
function legendRow({ kind, keys, all, icon, name, attributes = {}, more = null }) {
  const amount = make("span", { class: "count" });
  const mark = make("span", { class: "icon" });
  const press = make("button", { type: "button", class: "filter", onclick: () => toggle(kind, ...keys), ...attributes },
    mark, make("span", { class: "name" }, name), amount);
  const alone = make("button", { type: "button", class: "only", "aria-label": `${texts.only}: ${name}`, onclick: () => only(kind, keys, all) }, texts.only);
  const element = make("div", { class: "filterline" }, press, alone, more);
  const update = (n) => {
    const out = keys.filter((key) => view.filters[kind].includes(key)).length;
    press.setAttribute("aria-pressed", out === 0 ? "true" : out === keys.length ? "false" : "mixed");
    mark.replaceChildren(icon());
    element.classList.toggle("empty", n === 0);
    amount.textContent = integer.format(n);
  };
  return { element, keys, update };
}

const outNote = (kind, all) => {
  const out = all.filter((key) => view.filters[kind].includes(key)).length;
  return out ? `${integer.format(all.length - out)}/${integer.format(all.length)}` : "";
};

/** The section of a kind whose values have no families: types, statuses. */
function plainSection(kind, present, icon, name, counts) {
  const lines = present.map((key) => legendRow({
    kind, keys: [key], all: present, icon: () => icon(key), name: name(key), attributes: { "data-kind": kind, "data-key": key },
  }));
  const { element, note } = section(kind, true, ...lines.map((line) => line.element));
  const update = () => {
    const now = counts();
    for (const line of lines) line.update(now.get(line.keys[0]) || 0);
    note.textContent = outNote(kind, present);
  };
  return { element, update };
}

const countRelations = () => tally(BIT.relations, (row) => statements[row.statement].relation);

/** The relations by sign, where one has a sign, and by family; a family unfolds to its relations. */
function relationSection(present) {
  const lines = [];
  const signs = [1, -1].map((sign) => {
    const keys = present.filter((key) => data.relations[key].sign === sign);
    if (!keys.length) return null;
    const line = legendRow({ kind: "relations", keys, all: present, icon: () => signIcon(sign), name: sign > 0 ? texts.support : texts.opposition, attributes: { "data-kind": "signs", "data-key": sign } });
    lines.push([line, []]);
    return line.element;
  }).filter(Boolean);
  const families = Object.keys(data.families).map((family) => {
    const keys = present.filter((key) => data.relations[key].family === family);
    if (!keys.length) return null;
    const inner = keys.map((key) => legendRow({
      kind: "relations", keys: [key], all: present, icon: () => "", name: data.relations[key].label, attributes: { "data-kind": "relations", "data-key": key },
    }));
    const list = make("div", { class: "inner", id: `family-${family}`, role: "group", "aria-label": data.families[family].label }, ...inner.map((line) => line.element));
    const unfold = make("button", { type: "button", class: "unfold", "aria-controls": list.id, "aria-label": `${texts.unfold}: ${data.families[family].label}`, onclick: () => {
      folds.set(list.id, list.hidden);
      list.hidden = !list.hidden;
      unfold.setAttribute("aria-expanded", String(!list.hidden));
    } });
    list.hidden = !folds.get(list.id);
    unfold.setAttribute("aria-expanded", String(!list.hidden));
    const outer = legendRow({ kind: "relations", keys, all: present, icon: () => "", name: data.families[family].label, attributes: { "data-kind": "families", "data-key": family }, more: unfold });
    lines.push([outer, inner]);
    return make("div", { class: "family" }, outer.element, list);
  });
  const { element, note } = section("relations", true, ...(signs.length ? [make("div", { class: "signs" }, ...signs)] : []), ...families.filter(Boolean));
  const update = () => {
    const now = countRelations();
    for (const [outer, inner] of lines) {
      for (const line of inner) line.update(now.get(line.keys[0]) || 0);
      outer.update(outer.keys.reduce((sum, key) => sum + (now.get(key) || 0), 0));
    }
    note.textContent = outNote("relations", present);
  };
  return { element, update };
}

/** A section that asks for some of many values: who says it, which newspaper, which article. None chosen is all. */
function askingSection(kind, bit, keyOf, labelOf) {
  const values = [...new Set(rows.map(keyOf))];
  if (values.length < 2) return null;
  const labels = new Map(); // made when the section opens: dates in words take their time
  const simple = new Map();
  const label = () => {
    if (!labels.size) for (const key of values) labels.set(key, labelOf(key)) && simple.set(key, plain(labels.get(key)));
  };
  const list = make("div");
  const box = make("input", { type: "search", class: "narrow", placeholder: texts.narrow, "aria-label": `${texts.headings[kind]}: ${texts.narrow}`, dir: "auto", autocomplete: "off", spellcheck: "false" });
  const { element, note } = section(kind, false, ...(values.length > 10 ? [box] : []), list);
  const press = (key) => {
    const chosen = view.filters[kind];
    change({ filters: { [kind]: chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key].sort() } });
  };
  const line = ([key, n]) => make("button", {
    type: "button", class: "ask", "aria-pressed": String(view.filters[kind].includes(key)), "data-kind": kind, "data-key": key, onclick: () => press(key),
  }, make("span", { class: "tick", "aria-hidden": "true" }), make("span", { class: "name" }, bidi(labels.get(key))), make("span", { class: "count" }, integer.format(n)));
  const fill = () => {
    if (!element.open) return;
    label();
    const counts = tally(bit, keyOf);
    const chosen = new Set(view.filters[kind]);
    const wanted = plain(box.value.trim());
    const found = values.filter((key) => chosen.has(key) || (counts.has(key) && simple.get(key).includes(wanted)));
    const sorted = found.map((key) => [key, counts.get(key) || 0]).sort(([a, m], [b, n]) => chosen.has(b) - chosen.has(a) || n - m || (labels.get(a) < labels.get(b) ? -1 : 1));
    keepingFocus(list, () => {
      list.replaceChildren();
      appendAll(list, sorted, line, 8);
      if (!sorted.length) list.append(make("p", { class: "soft small" }, texts.nothing));
    });
  };
  box.addEventListener("input", fill);
  element.addEventListener("toggle", fill);
  const update = () => {
    note.textContent = view.filters[kind].length ? integer.format(view.filters[kind].length) : "";
    fill();
  };
  return { element, update };
}

/** Draw anew what is in `container` and give the focus back to the same value. */
function keepingFocus(container, draw) {
  const { kind, key } = container.contains(document.activeElement) ? document.activeElement.dataset : {};
  draw();
  if (key === undefined) return;
  [...container.querySelectorAll("[data-key]")].find((e) => e.dataset.kind === kind && e.dataset.key === key)?.focus();
}

/** The least confidence, where not everything is equally sure. */
function confidenceSection() {
  const levels = rows.map((row) => row.confidence);
  const [low, high] = [levels.reduce((a, b) => Math.min(a, b), 1), levels.reduce((a, b) => Math.max(a, b), 0)];
  if (low >= high) return null;
  const percent = () => new Intl.NumberFormat(language, { style: "percent" });
  const first = Math.floor(low * 20) / 20;
  const slider = make("input", { type: "range", class: "level", min: first, max: Math.floor(high * 20) / 20, step: 0.05, "aria-label": texts.headings.confidence });
  slider.addEventListener("input", () => change({ filters: { confidence: Number(slider.value) <= first ? 0 : Number(slider.value) } }, "confidence"));
  slider.addEventListener("change", settle);
  const caption = make("p", { class: "soft small" });
  const { element, note } = section("confidence", false, slider, caption);
  const update = () => {
    const { confidence } = view.filters;
    slider.value = confidence || first;
    const text = confidence ? texts.least.replace("{x}", percent().format(confidence)) : texts.anyconfidence;
    slider.setAttribute("aria-valuetext", text);
    caption.textContent = text;
    note.textContent = confidence ? `≥ ${percent().format(confidence)}` : "";
  };
  return { element, update };
}

const paperName = (key) => key || texts.nopaper;
const sourceNames = new Map(rows.map(({ source, name }) => [source, name]));
const sourceName = (key) => (key ? sourceNames.get(key) : texts.itself);

function articleName(key) {
  const { title, date } = articles[key];
  return [title || texts.untitled, date && showDate(date)].filter(Boolean).join(", ");
}

/** All sections, in the order in which one asks. */
function sections() {
  const present = (table, used) => Object.keys(table).filter((key) => used.has(key));
  const types = present(data.types, new Set(entities.map((e) => e.type)));
  const statuses = present(data.statuses, new Set(statements.map((s) => s.status)));
  const relations = present(data.relations, new Set(statements.map((s) => s.relation)));
  return [
    plainSection("types", types, typeIcon, (key) => data.types[key].label, tallyTypes),
    plainSection("statuses", statuses, statusIcon, (key) => texts[key], () => tally(BIT.statuses, (row) => statements[row.statement].status)),
    relationSection(relations),
    dateSection(),
    askingSection("sources", BIT.sources, (row) => row.source, sourceName),
    askingSection("papers", BIT.papers, (row) => row.paper, paperName),
    askingSection("articles", BIT.articles, (row) => row.article, articleName),
    confidenceSection(),
  ].filter(Boolean);
}
