// Paths between two entities: the fewest links that the filters let through. Of these come first those through the fewest
// places, for to be in the same country ties nobody to anybody, then the most asserted ones.

const MOST_PATHS = 100;
const WEIGHTS = { asserted: 0, ended: 1, uncertain: 2, negated: 3 };
const PLACE = 1e4; // more than all the doubts of a path
const isPlace = (i) => data.types[entities[i].type].group === "Location";

/** How many links each entity is away from `to`, as far as `from`. */
function distances(from, to) {
  const far = new Map([[to, 0]]);
  for (let layer = [to]; layer.length && !far.has(from);) {
    const next = [];
    for (const entity of layer) {
      for (const number of linksOf[entity]) {
        const other = otherEnd(number, entity);
        if (!passing[number] || far.has(other)) continue;
        far.set(other, far.get(entity) + 1);
        next.push(other);
      }
    }
    layer = next;
  }
  return far;
}

/** The paths as lists of statements, the best first, at most `MOST_PATHS`; [[]] for an entity and itself, [] where there is none. */
function pathsBetween(from, to) {
  const far = distances(from, to);
  if (!far.has(from)) return [];

  /** The steps from an entity that lead nearer to the end: one for each neighbour, by the surest statement. */
  const steps = (entity) => {
    const best = new Map();
    for (const number of linksOf[entity]) {
      const other = otherEnd(number, entity);
      if (!passing[number] || far.get(other) !== far.get(entity) - 1) continue;
      const cost = WEIGHTS[statements[number].status] + (isPlace(other) && other !== to ? PLACE : 0);
      if (!best.has(other) || cost < best.get(other).cost) best.set(other, { number, other, cost });
    }
    return [...best.values()];
  };
  const least = new Map([[to, 0]]); // the cost of the best way from an entity to the end
  const costFrom = (entity) => {
    if (!least.has(entity)) least.set(entity, steps(entity).reduce((low, { other, cost }) => Math.min(low, cost + costFrom(other)), Infinity));
    return least.get(entity);
  };

  const found = [];
  const open = new Map([[costFrom(from), [{ at: from, path: [], spent: 0 }]]]); // beginnings of paths by what the whole will cost
  while (open.size && found.length < MOST_PATHS) {
    const total = Math.min(...open.keys());
    const { at, path, spent } = open.get(total).pop();
    if (!open.get(total).length) open.delete(total);
    if (at === to) { found.push(path); continue; }
    for (const { number, other, cost } of steps(at).reverse()) {
      const whole = spent + cost + costFrom(other);
      if (!open.has(whole)) open.set(whole, []);
      open.get(whole).push({ at: other, path: [...path, number], spent: spent + cost });
    }
  }
  return found;
}

/** The path of this turn, or null where there is none. */
function pathBetween(from, to, turn = 0) {
  const paths = pathsBetween(from, to);
  return paths.length ? paths[turn % paths.length] : null;
}

/** The entities of a path from `from` on. */
const stations = (from, path) => path.reduce((passed, number) => [...passed, otherEnd(number, passed.at(-1))], [from]);
