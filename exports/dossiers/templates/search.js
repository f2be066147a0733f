"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const [names, types, said] = [read("names"), read("types"), read("said")];
  const MOST = 40;
  const box = document.getElementById("search"), list = document.getElementById("found"), count = document.getElementById("found-count");
  const plural = new Intl.PluralRules(document.documentElement.lang), numbers = new Intl.NumberFormat(document.documentElement.lang);
  const worded = (forms, n) => (forms[plural.select(n)] || forms.other).replace("{n}", numbers.format(n));
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  const split = (text) => plain(text).split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
  let keys = null; // for each entity the words of each of its names; made when first asked for

  function matches(text) {
    keys ??= names.map(([name, , , , ...others]) => [name, ...others].map(split));
    const wanted = split(text);
    if (!wanted.length) return null;
    const fits = (words) => wanted.every((w) => words.some((word) => word.startsWith(w)));
    return names.map((_, i) => i).filter((i) => keys[i].some(fits));
  }

  function show() {
    const found = matches(box.value);
    list.replaceChildren(...(found ?? []).slice(0, MOST).map(item));
    count.textContent = found === null ? "" : found.length ? worded(said.found, found.length) : said.none;
    const hash = box.value.trim() ? `#q=${encodeURIComponent(box.value.trim())}` : location.pathname;
    history.replaceState(null, "", hash);
  }

  function item(i) {
    const [name, type, file, articles, ...others] = names[i];
    const row = document.createElement("li"), link = document.createElement("a"), about = document.createElement("span");
    const title = document.createElement("bdi");
    title.textContent = name;
    link.append(title);
    link.href = `entities/${file}.html`;
    const alias = keys[i].findIndex((words) => split(box.value).every((w) => words.some((word) => word.startsWith(w))));
    about.className = "soft";
    about.textContent = [alias > 0 ? others[alias - 1] : "", types[type], worded(said.articles, articles)].filter(Boolean).join(" · ");
    row.append(link, " ", about);
    return row;
  }

  /** Arrow keys walk through what was found, and back into the field. */
  function walk(event) {
    const links = [box, ...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && at === 0 && links.length > 1) { links[1].click(); event.preventDefault(); return; }
    if (event.key === "Escape" && at > 0) { box.focus(); return; }
    if (!step || at < 0 || !links[at + step]) return;
    links[at + step].focus();
    event.preventDefault();
  }

  function start() {
    const asked = /^#q=(.*)$/.exec(location.hash);
    if (asked) { try { box.value = decodeURIComponent(asked[1]); } catch { return; } show(); }
    if (location.hash === "#search") box.focus();
  }

  box.addEventListener("input", show);
  box.closest("search").addEventListener("keydown", walk);
  window.addEventListener("hashchange", start);
  start();
})();
