// The statements that are shown as a table: CSV (RFC 4180), one line for each evidence that passes the filters.

/** A spreadsheet takes what begins so for a formula and would run it; a quote in front makes it text (OWASP, CSV injection). */
const FORMULA = /^[\s\u0000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|]/;

function cell(value) {
  const text = String(value ?? "");
  const safe = typeof value !== "number" && FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const COLUMNS = ["subject", "subject_type", "relation", "object", "object_type", "status", "sentence", "cue", "source", "when", "amount", "role", "confidence",
  "article", "title", "newspaper", "author", "date", "url"];

async function tableRows() {
  const shown = new Set(stage.statements);
  const picked = rows.map((row, i) => [row, i]).filter(([row, i]) => !marks[i] && shown.has(row.statement));
  return Promise.all(picked.map(async ([row]) => {
    const s = statements[row.statement];
    const proof = await read(s.evidence[row.place]);
    const { title, source, author, date, url } = articles[row.article];
    return [
      entities[s.subject].name, entities[s.subject].type, s.relation, entities[s.object].name, entities[s.object].type, s.status,
      proof.sentence.map(([text]) => text).join(""), proof.sentence.filter(([, parts]) => parts.includes("c")).map(([text]) => text).join(" "),
      row.name, proof.when, proof.amount, proof.role, row.confidence, row.article, title, source, author, date, url,
    ];
  }));
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
