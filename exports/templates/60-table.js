// The statements that are shown as a table: CSV (RFC 4180), one line for each evidence that passes the filters.

/** A spreadsheet takes what begins so for a formula and would run it; a quote in front makes it text (OWASP, CSV injection). */
const FORMULA = /^[\s\u0000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|]/;

function cell(value) {
  const text = String(value ?? "");
  const safe = typeof value !== "number" && FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** As in statements.csv, which `liaisons build` writes, where they mean the same. */
const COLUMNS = ["subject", "subject_type", "relation", "object", "object_type", "status", "confidence", "source", "when", "amount", "role", "sentence", "cue",
  "article", "title", "date", "url", "publisher", "author", "lang", "subject_id", "object_id", "source_id"];

async function tableRows() {
  const shown = new Set(stage.statements);
  return Promise.all(rows.filter((row, i) => !marks[i] && shown.has(row.statement)).map(tableRow));
}

async function tableRow(row) {
  const { subject, relation, object, status, evidence } = statements[row.statement];
  const [s, o] = [entities[subject], entities[object]];
  const { sentence, when, amount, role } = await read(evidence[row.place]);
  const { title, date, url, source, author, lang } = articles[row.article];
  const words = (pieces) => pieces.map(([text]) => text).join("");
  return [
    s.name, s.type, relation, o.name, o.type, status, row.confidence, row.name, when, amount, role,
    words(sentence), words(sentence.filter(([, parts]) => parts.includes("c"))),
    row.article, title, date, url, source, author, lang, s.id, o.id, row.source,
  ];
}

/** With a byte order mark, without which spreadsheets take UTF-8 for something older. */
const toCsv = (lines) => `\ufeff${[COLUMNS, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;

function download(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** What files are called: the page's title, with the characters that every system allows. */
const fileName = (ending) => `${plain(data.title).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "liaisons"}.${ending}`;

async function saveCsv() {
  const lines = await tableRows();
  download(fileName("csv"), "text/csv;charset=utf-8", toCsv(lines));
  say(count("savedlines", lines.length));
}
