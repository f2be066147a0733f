// Bundles: which statements one line of the map stands for, and how that line looks.

const FEW = 3; // so many statements between the same two have a line each; more are one line, as are all in a large view
const LARGE = 1500; // statements
const HEAVY = 3000; // lines: so many are strokes on the canvas, no objects of vis-network

const RANKS = ["asserted", "ended", "uncertain", "negated"];
const rankOf = (number) => RANKS.indexOf(statements[number].status);

const bundles = new Map(); // the statements of each line, the surest first, by the first, whose number is the line's

/** Put the statements that are shown into `bundles`, in their order. */
function bundle(shown) {
  bundles.clear();
  const pairs = new Map();
  for (const number of shown) {
    const [a, b] = [statements[number].subject, statements[number].object];
    const pair = a < b ? a * entities.length + b : b * entities.length + a;
    if (pairs.has(pair)) pairs.get(pair).push(number);
    else pairs.set(pair, [number]);
  }
  const most = shown.length > LARGE ? 1 : FEW;
  for (const numbers of pairs.values()) {
    if (numbers.length > most) numbers.sort((a, b) => rankOf(a) - rankOf(b) || a - b);
    if (numbers.length > most) bundles.set(numbers[0], numbers);
    else for (const [place, number] of numbers.entries()) bundles.set(number, Object.assign([number], { bend: place - (numbers.length - 1) / 2 }));
  }
}

/** The line that a statement is in, or undefined where the map does not show it. */
function lineOf(number) {
  if (bundles.has(number)) return number;
  const { subject, object } = statements[number];
  const near = linksOf[linksOf[subject].length < linksOf[object].length ? subject : object];
  return near.find((other) => bundles.get(other)?.includes(number));
}

/** The statements that a line speaks of: the one that is selected, or on the path, where it has one, for others say something else. */
function spokenOf(line) {
  const numbers = bundles.get(line);
  const chosen = numbers?.find((i) => ink.light?.chosen.has(i));
  return chosen === undefined ? numbers : [chosen];
}

/** Of several statements the surest status: a line is dotted or crossed only if all are uncertain or denied. */
const surest = (numbers) => RANKS.find((status) => numbers.some((i) => statements[i].status === status));

/** 1 or -1 where all that have a sign, and are neither denied nor ended, have this one; 0 where none has, null where they differ. */
function signOf(numbers) {
  const signs = new Set();
  for (const i of numbers) if (statements[i].status !== "negated") signs.add(data.relations[statements[i].relation].sign);
  signs.delete(0);
  return signs.size > 1 ? null : [...signs][0] ?? 0;
}

const symmetric = (number) => data.relations[statements[number].relation].symmetric;

/** Which ends of a line have an arrow: those that one of these statements leads to. */
function arrowsOf(line, numbers) {
  const { subject } = statements[line];
  const directed = numbers.filter((i) => !symmetric(i));
  const arrow = (there) => ({ enabled: there, scaleFactor: 0.5 });
  return {
    to: arrow(directed.some((i) => statements[i].subject === subject)),
    from: arrow(directed.some((i) => statements[i].subject !== subject)),
  };
}

/** How strong lines are, 0..1: the more there are the paler and thinner, so that what is selected stands out. */
const strength = () => Math.min(1, Math.max(0.32, 1.25 - Math.log10(1 + bundles.size / 60) * 0.62));

/** The colour ("#rrggbb") with this opacity. */
const pale = (colour, opacity) => (opacity >= 1 ? colour : `rgba(${[1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)).join(", ")}, ${opacity})`);

function bendOf(numbers) {
  if (!numbers.bend) return false;
  const { subject, object } = statements[numbers[0]];
  const bend = numbers.bend * (subject < object ? 1 : -1);
  return { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: 0.2 * Math.abs(bend) };
}

function colourOfLine(numbers) {
  const status = surest(numbers);
  if (status === "ended" || status === "negated") return lineColour(status);
  return signColour(signOf(numbers) ?? 0);
}

/** The line as vis-network draws it. */
function edgeOf(id) {
  const all = bundles.get(id);
  const numbers = spokenOf(id);
  const proofs = all.reduce((sum, i) => sum + statements[i].evidence.length, 0);
  const colour = colourOfLine(numbers);
  const strong = strength();
  return {
    id,
    from: statements[id].subject,
    to: statements[id].object,
    arrows: arrowsOf(id, numbers),
    dashes: surest(numbers) === "uncertain" ? data.looks.dots : false,
    smooth: bendOf(all),
    width: (1.3 + Math.min(Math.log2(proofs), 4) * 0.6) * strong,
    color: { color: pale(colour, strong), highlight: colour, hover: colour },
    title: titleOf(all),
  };
}

const isHeavy = () => bundles.size > HEAVY;

const sentenceOf = (i) => `${entities[statements[i].subject].name} ${relationName(statements[i])} ${entities[statements[i].object].name}`;

function titleOf(numbers) {
  const lines = numbers.slice(0, 4).map(sentenceOf);
  return [...lines, ...(numbers.length > 4 ? [count("links", numbers.length)] : [])].join("\n");
}

/** What stands at a line: the name of its relation, and of how many more. */
const nameOfLine = (numbers) =>
  relationName(statements[numbers[0]]) + (numbers.length > 1 ? ` +${integer.format(numbers.length - 1)}` : "");
