// The search: names and aliases as one types, whatever the accents; a slip of the finger is forgiven.

let named = null; // [name without case and accents, its words, entity], made when first asked for
let grams = null; // pair of letters → the words that hold it, and word → its entities, for what is mistyped

const wordsOf = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function searchable() {
  named ??= entities.flatMap(({ name, aliases }, i) => [name, ...aliases].map((text) => {
    const simple = plain(text);
    return [simple, wordsOf(simple), i];
  }));
  return named;
}

const pairs = (word) => Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => word.slice(i, i + 2));

function spelled() {
  if (grams) return grams;
  grams = { words: new Map(), byPair: new Map() };
  for (const [, words, i] of searchable()) {
    for (const word of words) {
      if (grams.words.has(word)) { grams.words.get(word).add(i); continue; }
      grams.words.set(word, new Set([i]));
      for (const pair of new Set(pairs(word))) {
        if (grams.byPair.has(pair)) grams.byPair.get(pair).push(word);
        else grams.byPair.set(pair, [word]);
      }
    }
  }
  return grams;
}

/** How many letters must be added, dropped, changed or swapped to make `typed` the beginning of `word`. */
function slips(typed, word) {
  const size = word.length;
  let [before, row] = [null, Array.from({ length: size + 1 }, (_, j) => j)];
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= size; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (typed[i - 1] === word[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return Math.min(...row);
}

/** The entities each with a word that is nearly this one: entity → slips, one allowed from four letters, two from eight. */
function nearly(typed) {
  const allowed = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  if (!allowed) return new Map();
  const { words, byPair } = spelled();
  const shared = new Map();
  for (const pair of new Set(pairs(typed))) for (const word of byPair.get(pair) || []) shared.set(word, (shared.get(word) || 0) + 1);
  const least = Math.max(1, typed.length - 1 - 2 * allowed - 1); // a slip spoils two pairs, a swap three
  const found = new Map();
  for (const [word, n] of shared) {
    if (n < least) continue;
    const distance = slips(typed, word);
    if (distance > allowed) continue;
    for (const i of words.get(word)) found.set(i, Math.min(distance, found.get(i) ?? distance));
  }
  return found;
}

/**
 * The entities whose names hold the text: first those with a name that begins with it, then with a word that does, then
 * with all its words somewhere, then what it may be after a slip; each of them the most connected first.
 */
function matches(text) {
  const wanted = plain(text.trim());
  if (!wanted) return [];
  const parts = wordsOf(wanted);
  const ranks = new Map();
  const put = (i, rank) => { if (rank < (ranks.get(i) ?? 9)) ranks.set(i, rank); };
  for (const [simple, words, i] of searchable()) {
    if (simple.startsWith(wanted)) put(i, simple === wanted ? 0 : 1);
    else if (simple.includes(wanted)) put(i, words.some((word) => word.startsWith(parts[0] ?? wanted)) ? 2 : 4);
    else if (parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part)))) put(i, 3);
  }
  if (ranks.size < 8 && parts.length) {
    const near = parts.map((part) => [part, nearly(part)]);
    const right = (part, i) => searchable.words(i).some((word) => word.startsWith(part));
    const candidates = new Set(near.flatMap(([, found]) => [...found.keys()]));
    for (const i of candidates) {
      const distances = near.map(([part, found]) => (right(part, i) ? 0 : found.get(i) ?? 9));
      const distance = distances.reduce((a, b) => a + b, 0);
      if (distance <= 2) put(i, 5 + distance);
    }
  }
  return [...ranks].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([i]) => i);
}
searchable.words = (i) => [entities[i].name, ...entities[i].aliases].flatMap((name) => wordsOf(plain(name)));

/** The name, or the alias that was found, with the alias's owner. */
function optionText(i, typed) {
  const { name, aliases } = entities[i];
  const wanted = plain(typed.trim());
  const alias = plain(name).includes(wanted) ? undefined : aliases.find((other) => plain(other).includes(wanted));
  return [make("span", { class: "name" }, bidi(name)), alias === undefined ? null : make("span", { class: "soft small" }, bidi(alias))];
}

/** A box that completes what is typed to an entity, and calls `choose` with it. */
function entityBox(id, label, choose) {
  const list = make("ul", { role: "listbox", id: `${id}-found`, "aria-label": label, hidden: "" });
  const input = make("input", {
    type: "search", id, placeholder: label, "aria-label": label, autocomplete: "off", spellcheck: "false", dir: "auto",
    role: "combobox", "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list",
  });
  let found = [];
  let at = 0;
  const draw = () => {
    const items = found.map((i, k) => make("li", {
      role: "option", id: `${id}-${k}`, "aria-selected": String(k === at), onmousedown: (event) => { event.preventDefault(); take(i); },
    }, typeIcon(entities[i].type), ...optionText(i, input.value), make("span", { class: "count" }, integer.format(linksOf[i].length))));
    list.replaceChildren(...(items.length ? items : [make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "soft" }, texts.none)]));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (items.length && !list.hidden) input.setAttribute("aria-activedescendant", `${id}-${at}`);
    else input.removeAttribute("aria-activedescendant");
    list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  };
  const close = () => { input.value = ""; found = []; draw(); };
  const take = (i) => { close(); choose(i, input); };
  input.addEventListener("input", () => { found = matches(input.value).slice(0, 12); at = 0; draw(); });
  input.addEventListener("focus", () => { if (input.value.trim()) draw(); });
  input.addEventListener("blur", () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); });
  input.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && found.length) { at = (at + by + found.length) % found.length; draw(); event.preventDefault(); }
    if (event.key === "Enter" && found.length) { take(found[at]); event.preventDefault(); }
    if (event.key === "Escape") { if (input.value) event.stopPropagation(); close(); }
  });
  return make("div", { class: "search" }, input, list);
}
