// The view: what of the graph is shown and how, in one frozen record. Every control changes it through `change`, and all
// that is drawn follows it through `onChange`; the address bar's hash and the undo button are two more ways to set it.

/**
 * What the filters keep back or ask for. `types`, `relations` and `statuses` list what is left out (of `relations` the
 * names, of families none: leaving out a family is leaving out its relations). `sources` (entity ids, "" for articles
 * that speak themselves), `papers` and `articles` list what is asked for, nothing meaning all. `since` and `until` are
 * months ("2024-03") or null, `confidence` the least one, 0..1.
 */
const NO_FILTERS = frozen({
  types: [], relations: [], statuses: [], sources: [], papers: [], articles: [], since: null, until: null, undated: true, confidence: 0,
});

/**
 * `shown` are the entities beyond the opening ones, or "all"; `hidden` those put away by hand; `pinned` maps entities to
 * [x, y]. `focus` is the entity that is shown with its neighbours alone, or null. `selection` is null, {entity: number},
 * {statement: number} or {path: [number, number, turn]}, the path's two ends and, after the first, which of
 * the equally short paths.
 * `theme` is "auto", "light" or "dark".
 */
const START = frozen({ language: data.language, theme: "auto", filters: NO_FILTERS, shown: [], hidden: [], pinned: {}, focus: null, selection: null });

const steps = { past: [], future: [], gesture: null };
const listeners = [];
let view = START;

function frozen(value) {
  if (value !== null && typeof value === "object" && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const alike = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** `listener(view, before)` after every change; `before` is the view that was, null at the start. */
function onChange(listener) {
  listeners.push(listener);
}

function show(next) {
  const before = view;
  view = frozen(next);
  for (const listener of listeners) listener(view, before);
}

/** Tell all listeners that a part of the view looks otherwise now, though the view is the same. */
function retell(key) {
  for (const listener of listeners) listener(view, { ...view, [key]: undefined });
}

/** Tell all listeners of the first view, once they are all there. */
function showFirst(first) {
  view = frozen(first);
  for (const listener of listeners) listener(view, null);
}

/**
 * Set some fields of the view (of `filters` only those given). Changes of one `gesture`, such as the drag of a slider,
 * are one step to undo. Language and theme are no steps: who undoes a filter does not mean them.
 */
function change(patch, gesture = null) {
  const next = { ...view, ...patch, filters: { ...view.filters, ...patch.filters } };
  if (alike(next, view)) return;
  const outward = Object.keys(patch).every((key) => key === "language" || key === "theme");
  if (!outward && (gesture === null || gesture !== steps.gesture)) steps.past.push(view);
  if (!outward) [steps.future, steps.gesture] = [[], gesture];
  show(next);
}

/** End a gesture: the next change is a step of its own. */
function settle() {
  steps.gesture = null;
}

function travel(from, to) {
  if (!from.length) return;
  const { language, theme } = view;
  to.push(view);
  steps.gesture = null;
  show({ ...from.pop(), language, theme });
}
const undo = () => travel(steps.past, steps.future);
const redo = () => travel(steps.future, steps.past);

// The hash. It names entities and statements by what stays the same when the graph is built again, in encodeURIComponent's
// alphabet, which leaves "," ":" and "&" to separate; only what differs from the start is written, in this order.

const encoded = (text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd")).replaceAll("%2F", "/");
const statementKey = ({ subject, relation, object, status }) => [entities[subject].id, relation, entities[object].id, status].map(encoded).join(",");
const numbered = (keys) => new Map(keys.map((key, i) => [key, i]));
const entityNumbers = numbered(entities.map(({ id }) => encoded(id)));
let statementNumbers = null; // made when first asked for

function statementNumber(key) {
  statementNumbers ??= numbered(statements.map(statementKey));
  return statementNumbers.get(key);
}

const entityKey = (number) => encoded(entities[number].id);
const listed = (keys) => (keys.length ? keys.join(",") : null);

/** The numbers of these entities; what the graph does not have goes to `unknown`. */
function knownEntities(keys, unknown) {
  const found = keys.map((key) => entityNumbers.get(key));
  found.forEach((number, i) => { if (number === undefined) unknown.push(decoded(keys[i])); });
  return found.filter((number) => number !== undefined);
}

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

const pieces = (text) => (text ? text.split(",") : []);
const month = (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null);
const oneOf = (text, allowed, otherwise) => (allowed.includes(text) ? text : otherwise);

const keysField = (name, known) => ({
  write: ({ filters }) => listed(filters[name].map(encoded)),
  read: (text, unknown) => {
    const keys = text.split(",").map(decoded); // "" is a source and a newspaper too
    unknown.push(...keys.filter((key) => key && !known(key)));
    return { filters: { [name]: keys.filter(known) } };
  },
});
const filterField = (name, write, read) => ({
  write: ({ filters }) => (filters[name] === NO_FILTERS[name] ? null : write(filters[name])),
  read: (text) => ({ filters: { [name]: read(text) } }),
});
const selectionField = (kind, write, read) => ({
  write: ({ selection }) => (selection && kind in selection ? write(selection[kind]) : null),
  read: (text, unknown) => {
    const found = read(text, unknown);
    return found === undefined ? {} : { selection: { [kind]: found } };
  },
});

const said = new Set(statements.flatMap((s) => s.evidence.map((e) => (e.source ? e.source.id : ""))));
const papersOf = new Set(Object.values(articles).map((a) => a.source));

/** The fields of the hash in its order: how each is written (null: not at all) and read (to a patch of the view). */
const FIELDS = {
  lang: {
    write: ({ language }) => (language === START.language ? null : language),
    read: (text) => ({ language: oneOf(text, Object.keys(data.texts), START.language) }),
  },
  theme: {
    write: ({ theme }) => (theme === "auto" ? null : theme),
    read: (text) => ({ theme: oneOf(text, ["light", "dark"], "auto") }),
  },
  "no-types": keysField("types", (key) => Object.hasOwn(data.types, key)),
  "no-relations": keysField("relations", (key) => Object.hasOwn(data.relations, key)),
  "no-statuses": keysField("statuses", (key) => Object.hasOwn(data.statuses, key)),
  "said-by": keysField("sources", (key) => said.has(key)),
  papers: keysField("papers", (key) => papersOf.has(key)),
  articles: keysField("articles", (key) => Object.hasOwn(articles, key)),
  since: filterField("since", String, month),
  until: filterField("until", String, month),
  undated: filterField("undated", () => "no", (text) => text !== "no"),
  confidence: filterField("confidence", String, (text) => Math.min(1, Math.max(0, Number(text) || 0))),
  show: {
    write: ({ shown }) => (shown === "all" ? "all" : listed(shown.map(entityKey))),
    read: (text, unknown) => ({ shown: text === "all" ? "all" : knownEntities(pieces(text), unknown) }),
  },
  hide: {
    write: ({ hidden }) => listed(hidden.map(entityKey)),
    read: (text, unknown) => ({ hidden: knownEntities(pieces(text), unknown) }),
  },
  pin: {
    write: ({ pinned }) => listed(Object.entries(pinned).map(([i, [x, y]]) => `${entityKey(Number(i))}:${Math.round(x)}:${Math.round(y)}`)),
    read: (text, unknown) => {
      const places = pieces(text).map((piece) => piece.split(":")).filter((p) => p.length === 3 && Number.isFinite(Number(p[1])) && Number.isFinite(Number(p[2])));
      return { pinned: Object.fromEntries(places.flatMap(([key, x, y]) => knownEntities([key], unknown).map((i) => [i, [Number(x), Number(y)]]))) };
    },
  },
  focus: {
    write: ({ focus }) => (focus === null ? null : entityKey(focus)),
    read: (text, unknown) => ({ focus: knownEntities([text], unknown)[0] ?? null }),
  },
  entity: selectionField("entity", entityKey, (text, unknown) => knownEntities([text], unknown)[0]),
  statement: selectionField("statement", (i) => statementKey(statements[i]), (text, unknown) => {
    const number = statementNumber(text);
    if (number === undefined) unknown.push(pieces(text).map(decoded).join(" "));
    return number;
  }),
  path: selectionField("path", ([from, to, turn]) => listed([...[from, to].map(entityKey), ...(turn ? [turn] : [])]), (text, unknown) => {
    const [, , turn = ""] = pieces(text);
    const ends = knownEntities(pieces(text).slice(0, 2), unknown);
    return ends.length === 2 ? [...ends, ...(/^[1-9]\d?$/.test(turn) ? [Number(turn)] : [])] : undefined;
  }),
};

/** The view as a hash, "" for that of the start. */
function toHash(shownView) {
  const written = Object.entries(FIELDS).map(([name, { write }]) => [name, write(shownView)]);
  const fields = written.filter(([, value]) => value !== null).map(([name, value]) => `${name}=${value}`);
  return fields.length ? `#${fields.join("&")}` : "";
}

/** The view that a hash tells, and the names in it that this graph does not have; no hash is an error. */
function fromHash(text) {
  let found = START;
  const unknown = [];
  for (const field of text.replace(/^#/, "").split("&").filter(Boolean)) {
    const [name, ...rest] = field.split("=");
    if (!Object.hasOwn(FIELDS, name)) { unknown.push(decoded(name)); continue; }
    const patch = FIELDS[name].read(rest.join("="), unknown);
    found = { ...found, ...patch, filters: { ...found.filters, ...patch.filters } };
  }
  return { view: frozen(found), unknown };
}
