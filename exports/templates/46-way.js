// A path in the panel: its links one after the other, each with a sentence that states it.

function pathView(from, to) {
  const path = pathBetween(from, to);
  const heading = make("p", { class: "link" }, entityButton(from, "from"), " → ", entityButton(to, "to"));
  const turned = make("button", { type: "button", class: "action", onclick: () => change({ selection: { path: [to, from] } }) }, texts.swap);
  if (!path) {
    showPanel(heading, make("p", { class: "soft" }, texts.nopath));
    return null;
  }
  const steps = path.map((number) => ({ number, place: make("div") }));
  const blocks = steps.map(({ number, place }) => {
    const s = statements[number];
    const relation = make("button", { type: "button", class: `relation ${s.status}`, onclick: () => selectStatement(number) }, relationName(s));
    return make("section", { class: "step" },
      make("p", { class: "link" }, entityButton(s.subject, "from"), " ", relation, " ", entityButton(s.object, "to")),
      make("p", { class: "line" }, badge(s.status), signBadge(s), make("span", {}, `· ${count("sentences", s.evidence.length)}`)),
      place);
  });
  showPanel(heading, make("p", { class: "line" }, count("links", path.length), turned), ...blocks);
  const best = (number) => statements[number].evidence.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  return Promise.all(steps.map(({ number, place }) => fill(place, [best(number)])));
}
