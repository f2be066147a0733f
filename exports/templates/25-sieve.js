// The sieve: which statements the filters of a view let through, and how many each value of a filter would.

// Every evidence is a row, and its mark has one bit for each filter that it does not pass; a statement passes by a row
// whose mark is 0. A value of a filter counts the statements with a row of that value that all other filters let pass.
const BIT = { subjects: 1, objects: 2, relations: 4, statuses: 8, dates: 16, sources: 32, papers: 64, articles: 128, confidence: 256, hidden: 512 };

const rows = statements.flatMap((s, statement) => s.evidence.map((e, place) => {
  const [first, last] = months(e.when) || months(articles[e.article].date) || [null, null];
  const { id: source, name } = e.source || { id: "", name: "" };
  return { statement, place, source, name, article: e.article, paper: articles[e.article].source, first, last, confidence: e.confidence };
}));
const marks = new Uint16Array(rows.length);
const passing = new Uint8Array(statements.length); // 1 where the statement passes all filters
const linked = new Uint8Array(entities.length); // 1 where the entity has a statement that passes those not of entities
const ENDS = BIT.subjects | BIT.objects | BIT.hidden;

/** The first and the last month of an ISO 8601 date or partial date, as months since the year 0; null for other text. */
function months(text) {
  const [, year, part] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-\d\d)?(?:T.*)?$/.exec(text || "") || [];
  if (!year) return null;
  return part ? [12 * year + (part - 1), 12 * year + (part - 1)] : [12 * year, 12 * year + 11];
}

const monthName = (number) => `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

/** Mark all rows by the filters of this view, and the statements and entities that pass. */
function sift({ filters, hidden }) {
  const without = Object.fromEntries(["types", "relations", "statuses"].map((name) => [name, new Set(filters[name])]));
  const asked = Object.fromEntries(["sources", "papers", "articles"].map((name) => [name, filters[name].length ? new Set(filters[name]) : null]));
  const away = new Set(hidden);
  const since = filters.since ? months(filters.since)[0] : -Infinity;
  const until = filters.until ? months(filters.until)[1] : Infinity;
  const own = statements.map(({ subject, object, relation, status }) =>
    (without.types.has(entities[subject].type) ? BIT.subjects : 0)
    | (without.types.has(entities[object].type) ? BIT.objects : 0)
    | (without.relations.has(relation) ? BIT.relations : 0)
    | (without.statuses.has(status) ? BIT.statuses : 0)
    | (away.has(subject) || away.has(object) ? BIT.hidden : 0));
  passing.fill(0);
  linked.fill(0);
  rows.forEach((row, i) => {
    const outOfTime = row.first === null ? !filters.undated : row.last < since || row.first > until;
    marks[i] = own[row.statement]
      | (outOfTime ? BIT.dates : 0)
      | (asked.sources && !asked.sources.has(row.source) ? BIT.sources : 0)
      | (asked.papers && !asked.papers.has(row.paper) ? BIT.papers : 0)
      | (asked.articles && !asked.articles.has(row.article) ? BIT.articles : 0)
      | (row.confidence < filters.confidence ? BIT.confidence : 0);
    if (!marks[i]) passing[row.statement] = 1;
    if (!(marks[i] & ~ENDS)) for (const end of ends(row.statement)) linked[end] = 1;
  });
  entities.forEach(({ type }, i) => { if (without.types.has(type) || away.has(i)) linked[i] = 0; });
}

const ends = (statement) => [statements[statement].subject, statements[statement].object];

/** How many statements have a row with each key, of the rows that only the filters of `bits` may keep back. */
function tally(bits, keyOf) {
  const counts = new Map();
  const last = new Map(); // rows of a statement are neighbours: each counts once for a key
  rows.forEach((row, i) => {
    if (marks[i] & ~bits) return;
    const key = keyOf(row);
    if (last.get(key) === row.statement) return;
    last.set(key, row.statement);
    counts.set(key, (counts.get(key) || 0) + 1);
  });
  return counts;
}

/** How many entities of each type have a statement that passes, whatever the filters say of types. */
function tallyTypes() {
  const seen = new Set();
  rows.forEach(({ statement }, i) => {
    if (!(marks[i] & ~(BIT.subjects | BIT.objects))) for (const end of ends(statement)) seen.add(end);
  });
  const counts = new Map();
  for (const number of seen) counts.set(entities[number].type, (counts.get(entities[number].type) || 0) + 1);
  return counts;
}

/**
 * What must change in the view for its filters to let these entities, or this statement, through: nothing, or the types,
 * relations and statuses that are in the way, or else all filters.
 */
function revealing(entityNumbers, statement = null) {
  const wanted = statement === null ? entityNumbers.flatMap((i) => linksOf[i]) : [statement];
  const passed = () => (statement === null ? entityNumbers.every((i) => linked[i]) : passing[statement] === 1);
  const keys = {
    types: entityNumbers.map((i) => entities[i].type),
    relations: wanted.map((i) => statements[i].relation),
    statuses: wanted.map((i) => statements[i].status),
  };
  const open = (kinds) => Object.fromEntries(kinds.map((kind) => [kind, view.filters[kind].filter((key) => !keys[kind].includes(key))]));
  const hidden = view.hidden.filter((i) => !entityNumbers.includes(i));
  for (const filters of [{}, open(["types"]), open(["types", "relations", "statuses"])]) {
    sift({ filters: { ...view.filters, ...filters }, hidden });
    if (passed()) return { hidden, filters };
  }
  return { hidden, filters: NO_FILTERS };
}
