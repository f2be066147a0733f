"""Files and folders in, articles out: what is read, what is skipped and what is said of it."""

import hashlib
import json
import os
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaisons.extractors.readers import ENDINGS, LONGEST, Skipped, read
from liaisons.extractors.readers.draft import ReadError, clean
from liaisons.extractors.readers.encoding import decode
from liaisons.graph.errors import UserError
from liaisons.graph.model import Article

FR = "L’opérateur Nébula a racheté mardi son rival Kartoflex, a annoncé sa directrice générale à Lyon."
FR_2 = "La députée Anne Morel a critiqué le rachat de Kartoflex, qu’elle juge dangereux pour l’emploi."
EN = "The operator Nebula bought its rival Kartoflex on Tuesday, its chief executive said in Leeds."
ES = "El presidente del Gobierno se reunió ayer con los directivos de la empresa en Madrid."

JA = "首相は水曜日に東京でグーグルの最高経営責任者と会談し、人工知能の規制について話し合ったと発表した。"


def write(folder: Path, name: str, content: str | bytes | list[object]) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, list):
        content = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in content)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def articles(*paths: Path, **options: object) -> list[Article]:
    found = list(read(paths, **options))
    assert [s for s in found if isinstance(s, Skipped)] == []
    return [a for a in found if isinstance(a, Article)]


def only(path: Path, **options: object) -> Article:
    (article,) = articles(path, **options)
    return article


def skipped(*paths: Path, **options: object) -> list[tuple[str, str, str]]:
    return [(Path(s.file).name, s.place, s.reason) for s in read(paths, **options) if isinstance(s, Skipped)]


# --- formats


def test_text(tmp_path):
    path = write(
        tmp_path, "nebula.txt", f"Nébula rachète Kartoflex\n\nPar Maud Lestienne\nPublié le 4 mars 2024\n\n{FR}"
    )
    article = only(path)
    assert article.text == path.read_text(encoding="utf-8")
    assert (article.id, article.lang, article.title) == ("nebula", "fr", "Nébula rachète Kartoflex")
    assert (article.date, article.author) == ("2024-03-04", "Maud Lestienne")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (f"# Titre du jour\n\n{FR}", f"Titre du jour\n\n{FR}"),
        ("Un **rachat** _massif_ de `Kartoflex` par\nNébula [a eu lieu](https://a.example).",
         "Un rachat massif de Kartoflex par Nébula a eu lieu."),
        (f"![photo](x.png)\n\n{FR}\n\n```\ncode = 1\n```\n\n<div>x</div>", FR),
        (f"- {FR}\n- {FR_2}", f"{FR}\n\n{FR_2}"),
        (f"> {FR}", FR),
        (f"| a | b |\n|---|---|\n| {FR} | c |", f"a\n\nb\n\n{FR}\n\nc"),
        ("Kartoflex \\*n’est\\* pas à vendre, dit son patron &amp; fondateur.",
         "Kartoflex *n’est* pas à vendre, dit son patron & fondateur."),
    ],
)  # fmt: skip
def test_markdown_is_read_as_it_is_seen(tmp_path, markdown, text):
    assert only(write(tmp_path, "a.md", markdown)).text == text


def test_the_front_matter_of_markdown_is_metadata(tmp_path):
    front = (
        "---\ntitle: \"Nébula : le rachat\"\ndate: 2024-03-04\nauthor: [Maud Lestienne, 'Karim Haddad']\n"
        "tags:\n  - espace\n# note\nsource: Le Courrier\nlang: fr\n---\n"
    )
    article = only(write(tmp_path, "a.md", front + FR))
    assert article == Article(
        "a", FR, "fr", "Nébula : le rachat", "2024-03-04", "", "Le Courrier", "Maud Lestienne, Karim Haddad"
    )


def test_a_front_matter_is_never_run(tmp_path):
    article = only(write(tmp_path, "a.md", f"---\ntitle: !!python/object/apply:os.system ['false']\n---\n{FR}"))
    assert article.title == "!!python/object/apply:os.system ['false']"


HTML = """<!doctype html><html lang="fr"><head><meta charset="{charset}">
<title>Nébula rachète Kartoflex | Le Courrier</title>
<meta property="og:site_name" content="Le Courrier"><meta property="og:title" content="Nébula rachète Kartoflex">
<meta name="author" content="Maud Lestienne">
<meta property="article:published_time" content="2024-03-04T08:05:00+01:00">
<link rel="canonical" href="https://courrier.example/nebula"></head><body><nav><a href="/">Accueil</a> <a>Tech</a></nav>
<article><h1>Nébula rachète Kartoflex</h1><p>{first}</p><p>{second}</p><p>{first} {second}</p></article>
<footer>Mentions légales</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_html(tmp_path, charset):
    page = HTML.format(charset=charset, first=FR.replace("’", "'"), second=FR_2.replace("’", "'"))
    article = only(write(tmp_path, "page.html", page.encode(charset)))
    assert (article.id, article.lang, article.title) == ("page", "fr", "Nébula rachète Kartoflex")
    assert (article.date, article.author, article.source) == ("2024-03-04", "Maud Lestienne", "Le Courrier")
    assert article.url == "https://courrier.example/nebula"
    assert FR.replace("’", "'") in article.text
    assert "Mentions" not in article.text
    assert "<" not in article.text


@pytest.mark.parametrize(
    "body",
    [
        "<main><article><h1>{0}</h1><p>Par Maud Lestienne - 4 mars</p><p>{1}</p><p>{2}</p></article></main>",
        "<article><h1>{0}</h1><div><time>4 mars</time><p>{1}</p></div><p>{2}</p><aside><p>Lire aussi</p></aside></article>",
        "<div><h2>{0}</h2><p>{1}</p><p>{2}</p></div>",
    ],
)
def test_short_news_keeps_its_paragraphs(tmp_path, body):
    lines = "Nébula rachète Kartoflex", "Nébula a racheté Kartoflex lundi.", "Maud Lestienne dirige le groupe Nébula."
    article = only(write(tmp_path, "page.html", f"<html><body>{body.format(*lines)}</body></html>"))
    assert set(lines[1:]) < set(article.text.split("\n"))


@pytest.mark.parametrize(
    ("file", "text", "date"),
    [
        ("2024-03-12_lemonde.txt", FR, "2024-03-12"),
        ("lemonde-20240312.md", FR, "2024-03-12"),
        ("2024-03-12 (2).html", f"<html><body><p>{FR}</p><p>{FR_2}</p></body></html>", "2024-03-12"),
        ("2024-03-12_fil.txt", f"Publié le 4 mars 2024\n\n{FR}", "2024-03-04"),  # what the page states goes before
        ("2024-03-12_2024-03-19.txt", FR, ""),
        ("2024-13-12.txt", FR, ""),
        ("fil120240312.txt", FR, ""),
        ("2024-03.txt", FR, ""),
        ("2024-03-12.csv", f'text\n"{FR}"', ""),  # the day of the table, not of what is in it
    ],
)
def test_the_name_of_a_file_dates_an_article_that_states_no_date(tmp_path, file, text, date):
    assert only(write(tmp_path, file, text)).date == date


def test_the_dates_in_names_of_files_make_no_articles_of_copies(tmp_path):
    for file in ("a.txt", "2024-03-12.txt", "2024-03-13.txt"):
        write(tmp_path, file, FR)
    assert [(a.id, a.date) for a in read(tmp_path) if isinstance(a, Article)] == [("2024-03-12", "2024-03-12")]


@pytest.mark.parametrize(
    ("file", "content", "field"),
    [
        ("a.csv", f"titre;corps;date\nUn rachat;{FR};2024-03-12\n", "corps"),
        ("b.csv", f'le titre,le texte\nUn rachat,"{FR}"\n', "'le texte'"),
        ("c.jsonl", [{"head": "Un rachat", "body": FR}], "body"),
        ("d.csv", "titre;corps\n", "NAME"),
    ],
)
def test_a_field_that_may_hold_the_text_is_named(tmp_path, file, content, field):
    (skipped,) = read(write(tmp_path, file, content))
    assert skipped.reason.endswith(f"; say which one holds the text: --field text={field}")


RECORD = {"id": "n1", "title": "T", "text": FR, "date": "2024-03-04T08:05:00Z", "url": "https://a.example/1",
          "source": "Le Courrier", "author": "Maud Lestienne", "lang": "fr-FR"}  # fmt: skip
ARTICLE = Article("n1", FR, "fr", "T", "2024-03-04", "https://a.example/1", "Le Courrier", "Maud Lestienne")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps(RECORD)),
        ("a.json", json.dumps([RECORD], indent=2)),
        ("a.json", json.dumps({"articles": [RECORD], "total": 1})),
        ("a.json", json.dumps(RECORD) + "\n" + json.dumps(RECORD | {"id": "n2"})),
        ("a.jsonl", json.dumps(RECORD) + "\n\n"),
        ("a.ndjson", "\ufeff" + json.dumps(RECORD, ensure_ascii=False)),
        ("a.jsonl", json.dumps([RECORD], indent=2)),
        ("a.JSONL", json.dumps(RECORD).encode("utf-16")),
        ("a.csv", ",".join(RECORD) + "\n" + ",".join(f'"{value}"' for value in RECORD.values())),
        ("a.csv", ";".join(RECORD) + "\r\n" + ";".join(RECORD.values()) + "\r\n"),
        ("a.csv", "\ufeff" + "\t".join(RECORD) + "\n" + "\t".join(RECORD.values())),
        ("a.tsv", ("\t".join(RECORD) + "\n" + "\t".join(RECORD.values())).encode("utf-16")),
        ("a.csv", (";".join(RECORD) + "\n" + ";".join(RECORD.values())).encode("cp1252")),
    ],
)
def test_records(tmp_path, name, content):
    assert articles(write(tmp_path, name, content))[0] == ARTICLE


def test_fields_have_other_names_and_stand_in_nested_records(tmp_path):
    record = {"meta": {"key": 17, "who": ["Maud Lestienne", "Karim Haddad"]}, "body": [FR, FR_2], "a.b": "dotted"}
    fields = {"id": "meta.key", "author": "meta.who", "text": "body", "title": "a.b", "source": "meta.who.1"}
    article = only(write(tmp_path, "a.jsonl", [record]), fields=fields)
    assert article == Article(
        "17", f"{FR}\n\n{FR_2}", "fr", "dotted", "", "", "Karim Haddad", "Maud Lestienne, Karim Haddad"
    )


def test_an_unknown_field_is_an_error_at_once(tmp_path):
    with pytest.raises(UserError, match="no field 'body': the fields are id, title, text"):
        read(tmp_path, fields={"body": "text"})


def test_cells_hold_line_breaks_and_much_text(tmp_path):
    long = f"{FR} " * 3000
    text = f'{FR}\n\nElle a dit "oui", à Lyon.'
    table = "text;id\n" + '"{}";1\n'.format(text.replace('"', '""')) + f"{long};2\n"
    first, second = articles(write(tmp_path, "a.csv", table))
    assert (first.text, second.text) == (text, long)


# --- encodings and characters


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"])
@pytest.mark.parametrize("text", [FR, FR * 40, "Élue à Orléans, la sénatrice a reçu le préfet de l’Yonne."])
def test_encodings(tmp_path, encoding, text):
    assert only(write(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_text_without_accents_is_in_any_encoding(tmp_path):
    assert only(write(tmp_path, "a.txt", EN.encode("cp1252"))).text == EN


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (FR.encode() + b"\xff", "not UTF-8 at byte"),
        (f"{FR} \u00e9".encode().replace(b"\xc3\xa9", b"\xe9", 1), "not UTF-8 at byte"),
        ("Привет, как дела сегодня?".encode("cp1251"), "not UTF-8 at byte 0: save it as UTF-8"),
        (b"\xff\xfea", "its byte-order mark says UTF-16, its bytes do not: save it as UTF-8"),
        (b"abc\0def", "a binary file, not text"),
        (b"%PDF-1.7 ...", "a binary file, not text"),
        (
            FR.encode("utf-16-le"),
            "a binary file, not text: export its text as UTF-8 (or UTF-16 with a byte-order mark)",
        ),
        (b"", "empty file"),
        (b" \r\n\t", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (b"\xff\xfe\n\0", "empty file"),
    ],
)
def test_what_is_no_text_is_said_so(tmp_path, data, reason):
    ((name, place, said),) = skipped(write(tmp_path, "a.txt", data))
    assert (name, place) == ("a.txt", "")
    assert said.startswith(reason)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x0cb\x0bc", "a\nb\nc"),
        ("a\x00b\x08c\x1b[0m", "a\ufffdb\ufffdc\ufffd[0m"),
        ("a\ud83db\ufffe\uffff", "a\ufffdb\ufffd\ufffd"),
        ("e\u0301lu", "élu"),
        ("l’« été »\u00a0\u202f…\u2028\t😀", "l’« été »\u00a0\u202f…\u2028\t😀"),
    ],
)
def test_clean(text, kept):
    assert clean(text) == kept


def test_lone_surrogates_and_controls_of_json_do_not_reach_the_exports(tmp_path):
    line = f'{{"text": "{EN} \\ud83d \\u0000 \\ud83d\\ude00", "title": "a\\u0007b"}}'
    article = only(write(tmp_path, "a.jsonl", line))
    assert article.text == f"{EN} \ufffd \ufffd \U0001f600"
    assert article.title == "a\ufffdb"


# --- ids and copies


def test_ids_and_order(tmp_path):
    write(tmp_path, "b.txt", FR)
    write(tmp_path, "sub/a.md", EN)
    write(tmp_path, "c.jsonl", ["", {"text": FR_2}, {"text": EN + " Yes.", "id": "A1"}])
    write(tmp_path, "d.csv", f'text\n"{FR} Oui."')
    write(tmp_path, "e.json", [[{"text": f"{FR_2} Non."}]])
    assert [a.id for a in articles(tmp_path)] == ["A1", "a", "b", "c-2", "d-2", "e-1"]


def suffixed(stem: str, text: str) -> str:
    return f"{stem}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def test_different_articles_with_one_id_are_told_apart(tmp_path):
    paths = [
        write(tmp_path, "x/a.txt", FR),
        write(tmp_path, "y/a.txt", EN),
        write(tmp_path, "z.jsonl", [{"id": "a", "text": FR_2}]),
    ]
    expected = sorted(suffixed("a", text) for text in (FR, EN, FR_2))
    assert [a.id for a in articles(*paths)] == expected
    assert [a.id for a in articles(*reversed(paths))] == expected


def test_the_same_file_is_read_once_and_nothing_is_said_of_it(tmp_path):
    path = write(tmp_path, "a.txt", FR)
    (tmp_path / "link.txt").symlink_to(path)
    assert [a.id for a in articles(path, tmp_path, path, tmp_path / "." / "a.txt")] == ["a"]


def test_the_same_article_is_read_once_and_the_copy_is_said(tmp_path):
    write(tmp_path, "a.txt", FR)
    write(tmp_path, "b.txt", FR)
    write(
        tmp_path,
        "c.jsonl",
        [{"text": EN}, {"text": EN}, {"text": FR_2, "id": "1"}, {"text": FR_2, "id": "1", "title": "T"}],
    )
    found = list(read(tmp_path))
    assert [(a.id, a.title) for a in found if isinstance(a, Article)] == [("1", "T"), ("a", ""), ("c-1", "")]
    assert [(Path(s.file).name, s.place, Path(s.reason).name) for s in found if isinstance(s, Skipped)] == [
        ("b.txt", "", "a.txt"),
        ("c.jsonl", "line 2", "c.jsonl, line 1"),
        ("c.jsonl", "line 3", "c.jsonl, line 4"),
    ]


def test_the_same_text_under_two_ids_of_its_own_is_two_articles(tmp_path):
    assert len(articles(write(tmp_path, "a.jsonl", [{"text": EN, "id": "1"}, {"text": EN, "id": "2"}]))) == 2


def test_any_order_of_paths_gives_the_same(tmp_path):
    paths = [write(tmp_path, f"{i}/a.txt", text) for i, text in enumerate([FR, EN, FR_2, FR, "", ES])]
    expected = list(read(paths))
    assert list(read(paths[::-1])) == expected
    assert list(read([*paths[3:], *paths[:3], paths[0]])) == expected


# --- language


@pytest.mark.parametrize(
    ("record", "lang"),
    [({"text": FR}, "fr"), ({"text": EN}, "en"), ({"text": EN, "lang": "fr-CA"}, "fr"),
     ({"text": FR, "lang": "French"}, "fr"),
     ({"text": FR, "lang": "??"}, "fr")],
)  # fmt: skip
def test_language(tmp_path, record, lang):
    assert only(write(tmp_path, "a.jsonl", [record])).lang == lang


@pytest.mark.parametrize(
    ("record", "languages", "reason"),
    [
        ({"text": ES}, ("fr", "en"), "language looks like Spanish (es): liaisons reads French and English"),
        ({"text": FR, "lang": "de"}, ("fr", "en"), "language is German (de): liaisons reads French and English"),
        ({"text": EN}, ("fr",), "language looks like English (en): liaisons reads French"),
        ({"text": JA}, ("fr", "en"),
         "language looks like Japanese (ja): liaisons reads French and English"),
    ],
)  # fmt: skip
def test_other_languages_are_skipped(tmp_path, record, languages, reason):
    assert skipped(write(tmp_path, "a.jsonl", [record]), languages=languages) == [("a.jsonl", "line 1", reason)]


def test_the_language_is_that_of_the_article_and_not_of_the_page(tmp_path):
    furniture = "We use cookies to understand how the site is used by the people who visit it. Accept all\n"
    page = f"{furniture * 6}\nNébula rachète Kartoflex\n\n{FR}\n\nShare on Facebook\n{furniture * 6}"
    assert only(write(tmp_path, "a.txt", page)).lang == "fr"


# --- what goes wrong


def test_a_folder_of_hostile_files(tmp_path):
    good = {"text": FR}
    write(tmp_path, "binary.txt", b"\x7fELF\0\0")
    write(tmp_path, "broken.json", '{"text": "abc"')
    write(tmp_path, "broken.jsonl", [good, {"text": FR_2}, '{"text": "abc', {"text": EN}])
    write(
        tmp_path,
        "bytes.jsonl",
        json.dumps({"text": FR + " Un."}, ensure_ascii=False).encode() + b'\n{"text": "\xff"}\n',
    )
    write(tmp_path, "columns.csv", "a,b\n1,2\n")
    write(tmp_path, "deep.json", "[" * 100_000)
    write(tmp_path, "digits.json", '{"text": ' + "9" * 5000 + "}")
    write(tmp_path, "empty.txt", "")
    write(
        tmp_path,
        "fields.jsonl",
        [{"body": FR, "head": "x"}, {"text": ""}, {"text": {"html": FR}}, {"text": 5}, [], '"x"', {}],
    )
    write(tmp_path, "furniture.txt", "Partager sur Facebook\nHaut de page\nCommentaires (3)")
    write(tmp_path, "hollow.html", "<html><body><script>1</script></body></html>")
    write(tmp_path, "latin.txt", "Привет, как дела сегодня?".encode("cp1251"))
    write(tmp_path, "long.txt", "Nébula rachète. " * 70_000)
    write(tmp_path, "markup.md", "```\ncode\n```")
    write(tmp_path, "none.json", "[]")
    write(
        tmp_path,
        "quotes.csv",
        f'n,text\n1,"{FR} Deux."\n2,"abc"def",x\n3,"{FR} Trois."\n'
        '4,"never closed\n5,Nébula a quitté Kartoflex et Lyon\n',
    )
    write(tmp_path, "short.txt", "N/A")
    write(tmp_path, "spanish.txt", ES)
    write(tmp_path, "word.docx", b"PK\x03\x04")
    write(tmp_path, ".hidden.txt", FR)
    write(tmp_path, ".git/config.txt", FR)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    found = list(read([tmp_path, tmp_path / "missing.txt", tmp_path / "word.docx"]))
    assert [a.id for a in found if isinstance(a, Article)] == [
        "broken-1", "broken-2", "broken-4", "bytes-1", "quotes-2", "quotes-4", "quotes-6",
    ]  # fmt: skip
    endings = ".csv, .htm, .html, .json, .jsonl, .md, .ndjson, .tsv, .txt"
    binary = "a binary file, not text: export its text as UTF-8 (or UTF-16 with a byte-order mark)"
    assert [(Path(s.file).name, s.place, s.reason) for s in found if isinstance(s, Skipped)] == [
        (tmp_path.name, "", "files with other endings left out: 1 (.docx)"),
        ("binary.txt", "", binary),
        ("broken.json", "", "not JSON at line 1, column 15: Expecting ',' delimiter"),
        ("broken.jsonl", "line 3", "not JSON at column 10: Unterminated string starting at"),
        ("bytes.jsonl", "line 2", "not UTF-8 at byte 10 of the line: save the file as UTF-8"),
        (
            "columns.csv",
            "",
            "no field 'text' in the first row: its fields are 'a', 'b'; say which one holds the text: --field text=NAME",
        ),
        ("dangling.txt", "", "no such file or folder"),
        ("deep.json", "", "JSON nested too deeply"),
        ("digits.json", "", "JSON with a number too long to read"),
        ("empty.txt", "", "empty file"),
        (
            "fields.jsonl",
            "line 1",
            "no field 'text': its fields are 'body', 'head'; say which one holds the text: --field text=body",
        ),
        ("fields.jsonl", "line 2", "no text: field 'text' is empty"),
        ("fields.jsonl", "line 3", "field 'text' is an object; say which field holds the text, as one string"),
        ("fields.jsonl", "line 4", "field 'text' is no text; say which field holds the text, as one string"),
        ("fields.jsonl", "line 5", "a list, not a record: write an object with a field 'text'"),
        ("fields.jsonl", "line 6", "a string, not a record: write an object with a field 'text'"),
        (
            "fields.jsonl",
            "line 7",
            "no field 'text': its fields are none at all; say which one holds the text: --field text=NAME",
        ),
        ("furniture.txt", "", "too short for an article: 0 words besides page furniture, fewer than 5"),
        ("hollow.html", "", "no article found in the page: save its text as .txt"),
        ("latin.txt", "", "not UTF-8 at byte 0: save it as UTF-8"),
        ("long.txt", "", "1,120,000 characters, more than the 1,000,000 that one article may have: split it"),
        ("markup.md", "", "no text: the file has nothing but markup"),
        ("missing.txt", "", "no such file or folder"),
        ("none.json", "", "an empty list: no article in it"),
        ("pipe.txt", "", "not a regular file"),
        ("quotes.csv", "row 3", "broken quotation marks (',' expected after '\"'): double those inside a quoted cell"),
        ("quotes.csv", "row 5", "broken quotation marks (unexpected end of data): double those inside a quoted cell"),
        ("short.txt", "", "too short for an article: 2 words besides page furniture, fewer than 5"),
        ("spanish.txt", "", "language looks like Spanish (es): liaisons reads French and English"),
        ("word.docx", "", f"the ending '.docx' is not read; the endings are {endings}"),
    ]


def test_a_file_that_may_not_be_read_is_said_so(tmp_path, monkeypatch):
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, "a.txt", FR)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert skipped(tmp_path) == [("a.txt", "", "not allowed to read it: change its permissions")]


def test_links_that_lead_in_circles(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    assert [place for _, place, _ in skipped(tmp_path)] == ["", ""]
    assert all("link" in reason for _, _, reason in skipped(tmp_path))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({}, "no files in this folder; the endings are "),
        ({"notes": "x"}, "files with other endings left out: 1 (no ending)"),
        ({".hidden.txt": FR}, "no files in this folder; the endings are "),
    ],
)
def test_a_folder_without_articles(tmp_path, content, reason):
    for name, text in content.items():
        write(tmp_path, name, text)
    ((name, _, said),) = skipped(tmp_path)
    assert name == tmp_path.name
    assert said.startswith(reason)


def test_more_cells_than_fields_are_not_taken_for_a_short_text(tmp_path):
    assert skipped(write(tmp_path, "a.csv", f"text\n{FR}\n")) == [
        ("a.csv", "row 2", "2 cells for 1 fields: put text in quotation marks")
    ]


@pytest.mark.parametrize("ending", sorted(ENDINGS))
def test_five_megabytes_take_seconds_and_one_line(tmp_path, ending):
    text = "Nébula a racheté Kartoflex. " * (5_000_000 // 28)
    content = {
        ".json": json.dumps({"text": text}), ".jsonl": json.dumps({"text": text}),
        ".ndjson": json.dumps({"text": text}),
        ".csv": f"text\n{text}", ".tsv": f"text\n{text}", ".html": f"<html><body><p>{text}</p></body></html>",
        ".htm": f"<html><body><p>{text}</p></body></html>",
    }.get(ending, text)  # fmt: skip
    begun = process_time()
    ((_, _, reason),) = skipped(write(tmp_path, f"a{ending}", content))
    assert process_time() - begun < 20
    assert "more than the 1,000,000" in reason or "more than 5,000,000" in reason


def test_the_longest_article_is_read(tmp_path):
    text = (f"{FR} " * (LONGEST // len(FR)))[:LONGEST]
    assert only(write(tmp_path, "a.txt", text)).text == text


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    data=st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")),
    ending=st.sampled_from(sorted(ENDINGS)),
)
def test_any_bytes_are_read_or_reported(tmp_path, data, ending):
    path = write(tmp_path, f"a{ending}", data)
    found = list(read(path))
    assert found == list(read(path))
    for item in found:
        if isinstance(item, Article):
            assert item.text == clean(item.text)
        else:
            assert item.reason


@given(st.binary(max_size=60) | st.text().map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_text_or_an_error_that_says_why(data):
    try:
        text = decode(data)
    except ReadError as error:
        text = str(error)
    assert text


@pytest.mark.parametrize("folder", ["a_files", "a_fichiers", "sub/b_files", "sub/b_fichiers"])
def test_what_a_browser_saves_with_a_page_is_no_input(tmp_path, folder):
    write(tmp_path, "a.html", f"<html><body><article><p>{FR}</p></article></body></html>")
    write(tmp_path, "sub/b.htm", f"<html><body><article><p>{EN}</p></article></body></html>")
    for name, text in (("style.css", "p {}"), ("logo.png", "x"), ("frame.html", FR), ("deep/data.json", "{}")):
        write(tmp_path, f"{folder}/{name}", text)
    assert skipped(tmp_path) == []
    assert skipped(*tmp_path.iterdir()) == []  # as a shell names them for `*`


def test_such_a_folder_without_its_page_is_a_folder_like_others(tmp_path):
    write(tmp_path, "my_files/a.txt", FR)
    write(tmp_path, "my.txt", EN)
    write(tmp_path, "_files/b.txt", FR + " Encore.")
    write(tmp_path, ".html", EN)
    assert sorted(a.id for a in read([tmp_path]) if isinstance(a, Article)) == ["a", "b", "my"]
    assert [a.id for a in read([tmp_path / "my_files"]) if isinstance(a, Article)] == ["a"]
