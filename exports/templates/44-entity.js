// An entity in the panel: names, posts over time, what is told when, its neighbours by relation, the articles.

/** What a reader can do with the entity on the map. */
function actions(number) {
  const missing = new Set(around(number).filter((i) => linked[i] && !stage.entities.has(i))).size;
  const button = (text, onclick, pressed = null) => make("button", { type: "button", class: "action", onclick, "aria-pressed": pressed }, text);
  const focused = view.focus === number;
  const picker = entityBox("path-to", texts.pathto, (other) => change({ selection: { path: [number, other] } }));
  return make("div", { class: "actions" },
    button(focused ? texts.unfocus : texts.focus, () => focusOn(focused ? null : number), String(focused)),
    missing ? button(texts.expand.replace("{n}", integer.format(missing)), () => expand(number)) : null,
    stage.entities.has(number) ? button(view.pinned[number] ? texts.unpin : texts.pin, () => pin(number), String(Boolean(view.pinned[number]))) : null,
    button(texts.hide, () => hide(number)),
    picker);
}

/** The middle of a date or partial date in months, for drawing; null where it is none. */
const monthOf = (text) => { const range = months(text); return range && (range[0] + range[1] + 1) / 2; };

/** Posts, memberships, ownership: what lasts, with its dates as told, or those of the articles that tell it. */
function lastingRows(number) {
  const lasting = linksOf[number].filter((i) => data.relations[statements[i].relation].lasting && passing[i]);
  const told = (i) => {
    const { evidence } = statements[i];
    const own = evidence.map((e) => e.when).filter(Boolean).sort();
    const printed = evidence.map((e) => articles[e.article].date).filter(Boolean).sort();
    return { i, dates: [...new Set([own[0], own.at(-1)])].filter(Boolean), printed: printed[0], role: evidence.map((e) => e.role).find(Boolean) };
  };
  const at = ({ dates, printed }) => dates[0] || printed || "~";
  return lasting.map(told).sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.i - b.i));
}

function lastingRow(number, { i, dates, printed, role }) {
  const s = statements[i];
  const { label, inverse } = data.relations[s.relation];
  const when = dates.length ? dates.map(showDate).join(" – ") : printed ? texts.reported.replace("{date}", showDate(printed)) : "";
  const right = make("span", { class: "count" }, s.status === "asserted" ? "" : badge(s.status));
  const name = make("span", { class: "name" },
    make("span", { class: "soft" }, s.subject === number ? label : inverse), " ", bidi(entities[otherEnd(i, number)].name),
    ...(role ? [make("span", { class: "soft" }, ", ", bidi(role))] : []),
    when ? make("span", { class: dates.length ? "when" : "when soft" }, when) : "");
  return make("button", { type: "button", class: "row lasting", onclick: () => selectStatement(i) }, typeIcon(entities[otherEnd(i, number)].type), name, right);
}

/** How many sentences fall into each of some thirty stretches of `step` months, by sign. */
function histogram(number) {
  const points = linksOf[number].filter((i) => passing[i]).flatMap((i) => {
    const sign = statements[i].status === "negated" ? 0 : data.relations[statements[i].relation].sign;
    return statements[i].evidence.map((e) => ({ sign, at: monthOf(e.when) ?? monthOf(articles[e.article].date) }));
  }).filter(({ at }) => at !== null);
  if (points.length < 2) return null;
  const times = points.map(({ at }) => at);
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  const step = [1, 3, 12, 60, 120, 600].find((size) => (last - first) / size <= 32) || 1200;
  const from = Math.floor(first / step) * step;
  const bins = Array.from({ length: Math.floor((last - from) / step) + 1 }, () => ({ 1: 0, 0: 0, "-1": 0 }));
  for (const { at, sign } of points) bins[Math.min(bins.length - 1, Math.floor((at - from) / step))][sign] += 1;
  return bins.length > 1 ? { bins, from, step } : null;
}

const CHART = { width: 330, height: 58, slot: 26, roomy: 60 }; // a few bars stand apart, so that each has its month

/** The histogram as bars: support, opposition and the rest upon each other; years or months below. */
function timeline(number) {
  const found = histogram(number);
  if (!found) return [];
  const { bins, from, step } = found;
  const highest = Math.max(...bins.map((bin) => bin[1] + bin[0] + bin[-1]));
  const wide = Math.min(bins.length > 5 ? CHART.slot : CHART.roomy, CHART.width / bins.length);
  const bar = Math.max(1, Math.min(wide, CHART.slot) - 1.5);
  const image = shape("svg", { viewBox: `0 0 ${CHART.width} ${CHART.height + 18}`, class: "timeline", role: "img", "aria-label": texts.timeline });
  const colours = { "-1": signColour("-1"), 0: shade(data.looks.over), 1: signColour("1") };
  bins.forEach((bin, k) => {
    let top = CHART.height;
    for (const sign of ["0", "1", "-1"]) {
      const height = (bin[sign] / highest) * (CHART.height - 4);
      top -= height;
      if (height) image.append(shape("rect", { x: k * wide + (wide - bar) / 2, y: top, width: bar, height, rx: 1, fill: colours[sign] }));
    }
  });
  image.append(shape("path", { d: `M0 ${CHART.height + 0.5}H${bins.length * wide}`, stroke: "currentColor", "stroke-width": 0.6, opacity: 0.5 }));
  for (const { x, text } of ticks(from, step, wide, bins.length)) {
    const label = shape("text", { x, y: CHART.height + 14, "font-size": 10.5, fill: "currentColor", "text-anchor": x < 30 ? "start" : "middle" });
    label.textContent = text;
    image.append(label);
  }
  const key = ["1", "-1", "0"].filter((sign) => bins.some((bin) => bin[sign]));
  const names = { 1: texts.support, "-1": texts.opposition, 0: texts.neither };
  const legend = key.map((sign) => make("span", {}, svg(9, 9, "rect", { width: 9, height: 9, rx: 2, fill: colours[sign] }), names[sign]));
  return [make("h3", {}, texts.timeline), image, ...(key.length > 1 ? [make("p", { class: "keys" }, ...legend)] : [])];
}

/** What stands below the bars, as much as has room: months with their year, or years alone. */
function ticks(from, step, wide, bins) {
  const room = (size) => (size < 12 ? 58 : 34);
  const every = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((size) => size >= step && (size / step) * wide >= room(size)) || 2400;
  const text = (month) => (every < 12 ? dateFormat({ month: "short", year: "numeric" }).format(dayOf(month)) : String(Math.floor(month / 12)));
  const found = [];
  for (let month = Math.ceil(from / every) * every; month < from + step * bins; month += every) found.push({ text: text(month), x: ((month - from) / step + 0.5) * wide });
  return found.length ? found : [{ text: text(from), x: 0 }];
}

const dayOf = (month) => new Date(`${monthName(month)}-01T00:00:00Z`);

/** The neighbours by what links them, in the words that fit the entity's side of the link, but for the statements told already. */
function neighbours(number, told) {
  const groups = new Map();
  for (const side of ["subject", "object"]) {
    for (const [name, { label, inverse }] of Object.entries(data.relations)) {
      const found = linksOf[number].filter((i) => statements[i].relation === name && statements[i][side] === number && passing[i] && !told.has(i));
      const key = side === "subject" ? label : inverse;
      if (found.length) groups.set(key, [...(groups.get(key) || []), ...found]);
    }
  }
  return [...groups].map(([label, numbers]) => {
    const group = make("div", { class: "group" }, make("p", {}, label));
    appendAll(group, numbers, (i) => linkRow(i, number));
    return group;
  });
}

function articlesOf(number) {
  const found = [...new Set(linksOf[number].flatMap((i) => statements[i].evidence.map((e) => e.article)))];
  return found.sort((a, b) => (articles[a].date < articles[b].date ? 1 : articles[a].date > articles[b].date ? -1 : a < b ? -1 : 1));
}

function entityView(number) {
  const entity = entities[number];
  const told = articlesOf(number);
  const lasting = lastingRows(number);
  const groups = neighbours(number, new Set(lasting.map(({ i }) => i)));
  const others = make("p", { class: "small aliases" }, ...joined(entity.aliases, ", "));
  const posts = make("div");
  appendAll(posts, lasting, (found) => lastingRow(number, found), 8);
  const list = make("div", { class: "told" });
  appendAll(list, told, citation, 10);
  const summary = [data.types[entity.type].label, count("links", linksOf[number].length), count("articles", told.length)].join(" · ");
  showPanel(
    make("div", { class: "entity" }, typeIcon(entity.type), make("div", {}, make("h2", {}, bidi(entity.name)), make("p", { class: "soft small" }, summary))),
    actions(number),
    ...(entity.aliases.length ? [make("h3", {}, texts.aliases), others] : []),
    ...(lasting.length ? [make("h3", {}, texts.roles), posts] : []),
    ...timeline(number),
    ...(groups.length ? [make("h3", {}, lasting.length ? texts.others : texts.ties), ...groups] : []),
    make("h3", {}, texts.told),
    list);
}
