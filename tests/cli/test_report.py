"""`liaisons report` and `liaisons site`, on a store made by hand."""

import pytest
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.graph import store
from liaisons.graph.errors import UserError


@pytest.fixture
def folder(sample_graph, tmp_path):
    (tmp_path / "out").mkdir()
    store.write(sample_graph, tmp_path / "out" / store.FILE)
    return tmp_path / "out"


def run(*args):
    result = CliRunner().invoke(app, [str(a) for a in args])
    if isinstance(result.exception, UserError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def test_a_dossier_gets_a_name_of_its_own(folder):
    path = folder / "dossiers" / "human.ines-vauquelin.html"
    assert run("report", "vauquelin", "--in", folder) == f"{path}\n"
    page = path.read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="fr">')
    run("report", "vauquelin", "--in", folder)
    assert path.read_text(encoding="utf-8") == page
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("name", "options", "begin"),
    [
        ("a.md", [], "# Nordavia\n"),
        ("a.markdown", [], "# Nordavia\n"),
        ("a.txt", ["--format", "md"], "# Nordavia\n"),
        ("a.txt", [], "<!DOCTYPE html>"),
        ("a.md", ["--format", "html"], "<!DOCTYPE html>"),
    ],
)
def test_the_format_is_given_or_as_the_file_ends(folder, tmp_path, name, options, begin):
    path = tmp_path / "new" / name
    run("report", "Nordavia", "--in", folder, "--out", path, *options)
    assert path.read_text(encoding="utf-8").startswith(begin)


def test_to_the_terminal(folder):
    output = run("report", "Nordavia", "--in", folder, "-o", "-", "--format", "md", "--language", "en")
    assert output.startswith("# Nordavia\n\n*Company · dossier*\n")
    assert not (folder / "dossiers").exists()


@pytest.mark.parametrize(
    ("options", "kept", "said"),
    [
        (["--status", "negated"], {"funds"}, "status: negated"),
        (
            ["--status", "asserted", "--status", "negated"],
            {"acquired", "sued", "organized", "funds"},
            "status: asserted, negated",
        ),
        (["--relation", "sued"], {"sued"}, "relation: sued"),
        (["--source", "The Wire"], {"acquired", "sued"}, "source: The Wire"),
        (["--since", "2025"], {"sued"}, "since 2025"),
        (["--until", "2024-03"], {"acquired", "funds"}, "until March 2024"),
        (["--min-confidence", "0.8"], {"acquired", "sued", "organized"}, "confidence of at least 80%"),
    ],
)
def test_filters_choose_and_are_told(folder, options, kept, said):
    output = run("report", "Nordavia", "--in", folder, "-o", "-", "--format", "md", "--language", "en", *options)
    ties = output.split("\n## Ties")[1].split("\n## ")[0]
    words = {"acquired": "acquired", "funds": "funds", "sued": "sued", "organized": "organized"}
    assert {key for key, word in words.items() if f" {word} " in ties} == kept
    assert f"**Only a part is shown here:** {said}\n" in output


def test_events_follow_the_filters(folder):
    options = ("--in", folder, "-o", "-", "--format", "md", "--language", "en")
    assert "| March 2024 | takeover: Nordavia, Quantelle" in run("report", "Nordavia", *options)
    assert "takeover" not in run("report", "Nordavia", *options, "--relation", "sued")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["Personne"], "no entity called 'Personne' in this graph"),
        (["Nordavia", "--language", "de"], "dossiers speak en and fr, not 'de'"),
        (["Nordavia", "--format", "pdf"], "no format 'pdf'; a dossier is html or md"),
        (["Nordavia", "--since", "hier"], "--since takes a date such as 2024, 2024-03 or 2024-03-15, not 'hier'"),
        (["Nordavia", "--relation", "sue"], "no relation 'sue'; there are sued"),
        (
            ["takeover: Nordavia, Quantelle (2024-03)"],
            "is an event that statements tell, without a name in the articles; `liaisons show` shows it, and these have "
            "dossiers: Nordavia, Quantelle",
        ),
    ],
)
def test_what_a_user_can_mend_is_one_sentence(folder, args, message):
    with pytest.raises(UserError) as error:
        run("report", *args, "--in", folder)
    assert message in str(error.value)


def test_several_candidates_are_named(folder):
    with pytest.raises(
        UserError, match=r"'Rivières' could be several entities: .*parti-des-rivieres.*Give the full name or the id"
    ):
        run("report", "Rivières", "--in", folder)


def test_a_file_that_cannot_be_written(folder, tmp_path):
    (tmp_path / "plain").write_text("x")
    with pytest.raises(UserError, match=r"plain/a\.html: cannot write there"):
        run("report", "Nordavia", "--in", folder, "--out", tmp_path / "plain" / "a.html")


def test_a_site(folder):
    assert run("site", "--in", folder, "--title", "Essai") == f"{folder / 'site' / 'index.html'}\n"
    index = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "<h1>Essai</h1>" in index
    assert run("site", "--in", folder, "--title", "Essai", "--quiet") == ""


def test_a_site_of_a_part_says_so_everywhere(folder, tmp_path):
    target = tmp_path / "public"
    run(
        "site",
        "--in",
        folder,
        "-o",
        target,
        "--status",
        "negated",
        "--min-confidence",
        "0.6",
        "--language",
        "en",
        "--no-text",
    )
    for name in ("index.html", "entities/group.nordavia.html"):
        page = (target / name).read_text(encoding="utf-8")
        assert "<bdi>status: negated</bdi>" in page
        assert "<bdi>confidence of at least 60%</bdi>" in page
        assert "acquired" not in page
    assert (
        '"acquired"'
        not in (target / "graph.html")
        .read_text(encoding="utf-8")
        .split('id="data"')[1]
        .split("</script>")[0]
        .split('"relations"')[0]
    )


def test_a_page_that_was_changed_by_hand_is_told(folder):
    from liaisons.graph.knowledge import KnowledgeGraph

    run("site", "--in", folder, "-q")
    page = folder / "site" / "articles" / "wire-7.html"
    page.write_text("mine")
    graph = KnowledgeGraph.open(folder)
    store.write(KnowledgeGraph(g for i, g in graph.article_graphs.items() if i != "wire-7"), folder / store.FILE)
    told = run("site", "--in", folder, "-q")
    assert told == f"note: {page}: nothing leads there now; it stays, since it has been changed by hand\n"
    assert page.read_text() == "mine"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--language", "de"], "dossiers speak en and fr, not 'de'"),
        (["--status", "denied"], "no status 'denied'"),
    ],
)
def test_what_a_site_refuses(folder, args, message):
    with pytest.raises(UserError, match=message):
        run("site", "--in", folder, *args)
    assert not (folder / "site").exists()


def test_a_foreign_file_in_the_way(folder, tmp_path):
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(UserError, match="liaisons did not make it; give another folder with --out"):
        run("site", "--in", folder, "--out", tmp_path)
    assert (tmp_path / "index.html").read_text() == "mine"
