// The dates: a histogram of months or years, and two handles on it.

const BARS = 36;

/** When the rows are: the first month, and how many months a bar of the histogram stands for; null without dates. */
function timeSpan() {
  const dated = rows.filter((row) => row.first !== null);
  if (!dated.length) return null;
  const first = dated.reduce((low, row) => Math.min(low, row.first), Infinity);
  const last = dated.reduce((high, row) => Math.max(high, row.last), -Infinity);
  if (first === last) return null;
  const wide = [1, 3, 12, 60, 120, 600, 1200].find((size) => (last - first + 1) / size <= BARS) || 12000;
  const start = Math.floor(first / wide) * wide;
  return { start, wide, bars: Math.floor((last - start) / wide) + 1 };
}

/** "January 2024" to "March 2024" for what begins and ends with these months. */
const monthText = (number) => showDate(monthName(number));

/** Two range inputs, one over the other, with the bars behind them. Arrow keys go a bar, Page Up and Down as browsers do. */
function dateSection() {
  const span = timeSpan();
  if (!span) return null;
  const { start, wide, bars } = span;
  const undatedThere = rows.some((row) => row.first === null);
  const chart = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ class: "bars", viewBox: `0 0 ${bars} 40`, preserveAspectRatio: "none", "aria-hidden": "true" })) chart.setAttribute(name, value);
  const columns = Array.from({ length: bars }, (_, i) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of [["x", i + 0.08], ["width", 0.84]]) bar.setAttribute(name, value);
    chart.append(bar);
    return bar;
  });
  const handle = (label) => make("input", { type: "range", min: 0, max: bars, step: 1, "aria-label": label });
  const [from, to] = [handle(texts.since), handle(texts.until)];
  const moved = (event) => {
    const [a, b] = [Number(from.value), Number(to.value)];
    if (b <= a) { // the handles push each other no further than one bar
      if (event.currentTarget === from) from.value = Math.max(0, b - 1);
      else to.value = Math.min(bars, a + 1);
    }
    change({ filters: {
      since: Number(from.value) === 0 ? null : monthName(start + Number(from.value) * wide),
      until: Number(to.value) === bars ? null : monthName(start + Number(to.value) * wide - 1),
    } }, "dates");
  };
  for (const input of [from, to]) {
    input.addEventListener("input", moved);
    input.addEventListener("change", settle);
  }
  const caption = make("p", { class: "span soft small" });
  const undated = make("button", { type: "button", class: "ask", onclick: () => change({ filters: { undated: !view.filters.undated } }) },
    make("span", { class: "tick", "aria-hidden": "true" }), make("span", { class: "name" }, texts.undated), make("span", { class: "count" }));
  const { element, note } = section("dates", false, make("div", { class: "range" }, chart, from, to), caption, make("p", { class: "soft small" }, texts.datenote), ...(undatedThere ? [undated] : []));

  const update = () => {
    const { since, until } = view.filters;
    const place = (month, otherwise, add) => (month ? Math.min(bars, Math.max(0, Math.round((months(month)[0] + add - start) / wide))) : otherwise);
    const [a, b] = [place(since, 0, 0), place(until, bars, 1)];
    [from.value, to.value] = [a, b];
    const [first, last] = [start + a * wide, start + b * wide - 1].map(monthText);
    from.setAttribute("aria-valuetext", first);
    to.setAttribute("aria-valuetext", last);
    caption.textContent = `${first} – ${last}`;
    note.textContent = since || until ? [since ? yearsOf(since) : "", until ? yearsOf(until) : ""].join("–") : "";
    undated.setAttribute("aria-pressed", String(view.filters.undated));
    const counts = countBars(span);
    undated.lastChild.textContent = integer.format(counts.undated);
    const most = Math.max(1, ...counts.bars);
    columns.forEach((bar, i) => {
      const height = counts.bars[i] ? Math.max(2, 38 * counts.bars[i] / most) : 0;
      bar.setAttribute("y", 40 - height);
      bar.setAttribute("height", height);
      bar.setAttribute("class", i >= a && i < b ? "in" : "out");
    });
  };
  return { element, update };
}

const yearsOf = (month) => month.slice(0, 4);

/** How many statements fall into each bar, one that lasts over several into each, by all filters but that of dates. */
function countBars({ start, wide, bars }) {
  const counts = { bars: Array(bars).fill(0), undated: 0 };
  const last = Array(bars).fill(-1);
  let lastUndated = -1;
  rows.forEach((row, i) => {
    if (marks[i] & ~BIT.dates) return;
    if (row.first === null) {
      if (lastUndated !== row.statement) counts.undated += 1;
      lastUndated = row.statement;
      return;
    }
    for (let k = Math.floor((row.first - start) / wide); k <= Math.floor((row.last - start) / wide); k += 1) {
      if (last[k] !== row.statement) counts.bars[k] += 1;
      last[k] = row.statement;
    }
  });
  return counts;
}
