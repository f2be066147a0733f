// The data of the page: its columns made records at once, its blocks of sentences opened when somebody reads them.

const data = JSON.parse(document.getElementById("data").textContent);
const drawing = JSON.parse(document.getElementById("drawing").textContent);
for (const [type, { shape, colours }] of Object.entries(data.looks.types)) {
  Object.defineProperties(data.types[type], { shape: { value: shape }, colour: { get: () => shade(colours) } }); // of the theme
}

/** Columns of the same length as one record for each row. */
function records(columns) {
  const names = Object.keys(columns);
  return columns[names[0]].map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name][i]])));
}

const typeNames = Object.keys(data.types);
const entities = records(data.entities);
for (const entity of entities) entity.type = typeNames[entity.type];

// no prototype, for an article may be called "__proto__"
const articles = Object.assign(Object.create(null), Object.fromEntries(records(data.articles).map(({ id, ...article }) => [id, article])));
const speakers = records(data.speakers).map((speaker) => ({ ...speaker, node: speaker.node < 0 ? null : speaker.node }));

/**
 * The evidence of each statement, in the order of the blocks: `number` is its place there, `article` an id, `source` who
 * is quoted ({id, name, node}, `node` the number of the entity or null), `when`, `amount` and `role` where it has them.
 */
function madeStatements({ links, evidence }) {
  const [relations, statuses] = [Object.keys(data.relations), Object.keys(data.statuses)];
  let next = 0;
  const proof = () => {
    const number = next++;
    const made = { number, article: data.articles.id[evidence.article[number]], confidence: evidence.confidence[number] };
    if (evidence.source[number] >= 0) made.source = speakers[evidence.source[number]];
    for (const name of ["when", "amount", "role"]) if (number in evidence[name]) made[name] = evidence[name][number];
    return made;
  };
  return links.subject.map((subject, i) => ({
    subject,
    relation: relations[links.relation[i]],
    object: links.object[i],
    status: statuses[links.status[i]],
    evidence: Array.from({ length: links.evidence[i] }, proof),
  }));
}
const statements = madeStatements(data);

const linksOf = entities.map(() => []); // statement numbers by entity number
statements.forEach((s, i) => { linksOf[s.subject].push(i); linksOf[s.object].push(i); });
const otherEnd = (number, entity) => (statements[number].subject === entity ? statements[number].object : statements[number].subject);

// The blocks stand behind the scripts, so that the first view need not wait for them.
const whole = new Promise((resolve) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
  else resolve();
});
const opened = new Map(); // promises of blocks by id

async function inflated(id) {
  await whole;
  const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

/** The value with this number in the blocks of this kind. */
async function fromBlock(kind, number) {
  const size = data.blocks[kind];
  const id = `${kind}-${Math.floor(number / size)}`;
  if (!opened.has(id)) opened.set(id, inflated(id));
  return (await opened.get(id))[number % size];
}

/** The evidence with its `sentence` in pieces, the words `outside` it by their part, and the `reasons` of its confidence. */
async function read(evidence) {
  const [sentence, s0, s1, c0, c1, o0, o1, rest = {}] = await fromBlock("proofs", evidence.number);
  const text = await fromBlock("sentences", sentence);
  return { ...evidence, sentence: marked(text, { s: [s0, s1], c: [c0, c1], o: [o0, o1] }), outside: rest.outside || {}, reasons: rest.reasons || [] };
}

/** The text in pieces [text, parts], `parts` telling which of the spans each belongs to: "s", "c", "o", several or none. */
function marked(text, spans) {
  const cuts = [...new Set([0, ...Object.values(spans).flat().filter((at) => at > 0 && at < text.length), text.length])].sort((a, b) => a - b);
  const parts = (from, to) => Object.keys(spans).filter((part) => spans[part][0] <= from && to <= spans[part][1]).join("");
  return cuts.slice(1).map((to, i) => [text.slice(cuts[i], to), parts(cuts[i], to)]);
}
