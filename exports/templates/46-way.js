// A path in the panel: its links one after the other, each with a sentence that states it.

function pathView(from, to, turn = 0) {
  const paths = pathsBetween(from, to);
  const path = paths[turn % paths.length];
  const heading = make("p", { class: "link" }, entityButton(from, "from"), " → ", entityButton(to, "to"));
  const turned = make("button", { type: "button", class: "action", onclick: () => change({ selection: { path: [to, from] } }) }, texts.swap);
  if (!path) {
    showPanel(heading, make("p", { class: "soft" }, texts.nopath));
    return null;
  }
  const more = paths.length === MOST_PATHS ? "+" : "";
  const turns = paths.length === 1 ? [] : [
    make("span", {}, `· ${texts.turn.replace("{k}", integer.format((turn % paths.length) + 1)).replace("{n}", integer.format(paths.length) + more)}`),
    make("button", { type: "button", class: "action next", onclick: () => change({ selection: { path: [from, to, ...((turn + 1) % paths.length ? [(turn + 1) % paths.length] : [])] } }) }, texts.next),
  ];
  const steps = path.map((number) => ({ number, place: make("div") }));
  const blocks = steps.map(({ number, place }) => {
    const s = statements[number];
    const relation = make("button", { type: "button", class: `relation ${s.status}`, onclick: () => selectStatement(number) }, relationName(s));
    return make("section", { class: "step" },
      make("p", { class: "link" }, entityButton(s.subject, "from"), " ", relation, " ", entityButton(s.object, "to")),
      make("p", { class: "line" }, badge(s.status), signBadge(s), make("span", {}, `· ${count("sentences", s.evidence.length)}`)),
      place);
  });
  showPanel(heading, make("p", { class: "line path" }, count("links", path.length), ...turns, turned), ...blocks);
  const best = (number) => statements[number].evidence.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  return Promise.all(steps.map(({ number, place }) => fill(place, [best(number)])));
}
