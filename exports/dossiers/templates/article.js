"use strict";
// Pointing at a statement lights its sentence with its subject, cue and object alone; pointing at a sentence, what it states.
(() => {
  const page = document.getElementById("main");
  const numbers = (text) => new Set(text ? text.split(" ") : []);
  const light = (chosen) => {
    page.classList.toggle("lit", chosen.size > 0);
    for (const e of page.querySelectorAll("[data-note]")) e.classList.toggle("on", chosen.has(e.dataset.note));
    for (const e of page.querySelectorAll("[data-notes]")) e.classList.toggle("on", [...numbers(e.dataset.notes)].some((n) => chosen.has(n)));
    for (const e of page.querySelectorAll("[data-in]")) {
      const roles = [...numbers(e.dataset.in)].filter((label) => chosen.has(label.slice(1))).map((label) => label[0]);
      e.classList.toggle("on", roles.length > 0);
      for (const role of "sco") e.classList.toggle(`is-${role}`, roles.includes(role));
    }
  };
  const about = (target) => {
    const place = target.closest("[data-note], [data-notes], .ref");
    if (!place) return new Set();
    if (place.classList.contains("ref")) return new Set([place.id.slice(1)]);
    return place.dataset.note ? new Set([place.dataset.note]) : numbers(place.dataset.notes);
  };
  page.addEventListener("pointerover", (event) => light(about(event.target)));
  page.addEventListener("pointerleave", () => light(new Set()));
  page.addEventListener("focusin", (event) => light(about(event.target)));
  page.addEventListener("focusout", () => light(new Set()));
  page.addEventListener("click", (event) => {
    const sentence = event.target.closest("[data-notes]");
    if (!sentence || String(getSelection())) return;
    const note = page.querySelector(`[data-note="${sentence.dataset.notes.split(" ")[0]}"]`);
    if (note) location.hash = note.id;
  });
})();
