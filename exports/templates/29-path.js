// The path between two entities: the fewest links that the filters let through, and among these the most asserted ones.

const WEIGHTS = { asserted: 0, ended: 1, uncertain: 2, negated: 3 };
const doubt = (number) => WEIGHTS[statements[number].status];

/** The statements of the best path in its order, [] for an entity and itself, null where there is none. */
function pathBetween(from, to) {
  if (from === to) return [];
  const best = new Map([[from, { doubts: 0, by: null }]]); // how each entity is reached
  for (let layer = [from]; layer.length && !best.has(to);) {
    const found = new Map();
    for (const entity of layer) {
      for (const number of linksOf[entity]) {
        const other = otherEnd(number, entity);
        if (!passing[number] || best.has(other)) continue;
        const doubts = best.get(entity).doubts + doubt(number);
        if (!found.has(other) || doubts < found.get(other).doubts) found.set(other, { doubts, by: number });
      }
    }
    for (const [entity, reached] of found) best.set(entity, reached);
    layer = [...found.keys()];
  }
  return best.has(to) ? walkedBack(best, to) : null;
}

function walkedBack(best, to) {
  const path = [];
  for (let entity = to; best.get(entity).by !== null; entity = otherEnd(path[0], entity)) path.unshift(best.get(entity).by);
  return path;
}

/** The entities of a path from `from` on. */
const stations = (from, path) => path.reduce((passed, number) => [...passed, otherEnd(number, passed.at(-1))], [from]);
