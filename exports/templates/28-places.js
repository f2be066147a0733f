// Places: where each entity stands in the present view. The computed ones are for the opening entities and for all; those
// that join them find a free spot beside a neighbour, and around an entity in focus its neighbours stand in rings.

const openingPlaces = new Map(drawing.nodes.map(({ id, x, y }) => [id, [x, y]]));
const fullPlace = (i) => [data.places[2 * i], data.places[2 * i + 1]];
const SPOT = { across: 104, down: 56 }; // the room that a joining entity takes with its name
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

// The drawing takes the form of the window, within limits. The view keeps places as they are without that.
const form = { x: 1, y: 1 };

function takeForm({ clientWidth, clientHeight }) {
  if (openingPlaces.size < 8) return;
  const extent = (axis) => {
    const all = [...openingPlaces.values()].map((place) => place[axis]);
    return Math.max(...all) - Math.min(...all) + 120;
  };
  form.x = Math.min(1.3, Math.max(0.75, Math.sqrt((clientWidth / clientHeight) * (extent(1) / extent(0)))));
  form.y = 1 / form.x;
}
const kept = ({ x, y }) => [Math.round(x / form.x), Math.round(y / form.y)];
const formed = ([x, y]) => [x * form.x, y * form.y];

/** The places of these entities in this view, by number. */
function placesOf(shownEntities, now) {
  return new Map([...unformed(shownEntities, now)].map(([i, place]) => [i, formed(place)]));
}

function unformed(shownEntities, { shown, focus, pinned }) {
  const known = focus === null ? (i) => (shown === "all" && data.places.length ? fullPlace(i) : openingPlaces.get(i)) : ringsAround(focus, shownEntities);
  const places = new Map();
  const joining = [];
  for (const i of shownEntities) {
    const place = pinned[i] || known(i);
    if (place) places.set(i, place);
    else joining.push(i);
  }
  joinBeside(joining, places);
  return places;
}

/** The entities that join stand beside the least connected of their neighbours that has a place, or else below all. */
function joinBeside(joining, places) {
  if (!joining.length) return;
  const taken = new Map();
  const cell = (x, y) => `${Math.round(x / SPOT.across)},${Math.round(y / SPOT.down)}`;
  for (const [x, y] of places.values()) taken.set(cell(x, y), true);
  const bottom = [...places.values()].reduce((lowest, [, y]) => Math.max(lowest, y), 0) + 2 * SPOT.down;
  for (const i of joining) {
    const hosts = linksOf[i].map((number) => otherEnd(number, i)).filter((other) => places.has(other));
    const [x, y] = hosts.length ? places.get(hosts.reduce((a, b) => Math.max(a, b))) : [0, bottom];
    for (let turn = 1; ; turn++) {
      const radius = 62 * Math.sqrt(turn);
      const spot = [Math.round(x + 1.35 * radius * Math.cos(turn * GOLDEN)), Math.round(y + radius * Math.sin(turn * GOLDEN))];
      if (taken.has(cell(...spot))) continue;
      taken.set(cell(...spot), true);
      places.set(i, spot);
      break;
    }
  }
}

/** Places around an entity: its neighbours by the family of what links them, in as many rings as they need. */
function ringsAround(centre, shownEntities) {
  const families = Object.keys(data.families);
  const first = new Map(); // neighbour → the order of the first family that links it
  for (const number of linksOf[centre]) {
    const other = otherEnd(number, centre);
    if (!passing[number] || !shownEntities.has(other)) continue;
    const order = families.indexOf(data.relations[statements[number].relation].family);
    first.set(other, Math.min(order, first.get(other) ?? Infinity));
  }
  const around = [...first.keys()].sort((a, b) => first.get(a) - first.get(b) || a - b);
  const rings = around.length <= 14 ? 1 : Math.ceil(Math.sqrt(around.length / 9));
  const inner = Math.max(190, rings === 1 ? around.length * 18 : 210);
  const places = new Map([[centre, [0, 0]]]);
  around.forEach((other, k) => {
    const radius = inner + (k % rings) * 125;
    const angle = (2 * Math.PI * k) / (around.length + rings - 1) - Math.PI / 2;
    places.set(other, [Math.round(1.12 * radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))]);
  });
  return (i) => places.get(i);
}
