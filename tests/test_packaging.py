"""The wheel: it holds every file of the package and no other, and it runs where it is installed."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

CHECKOUT = Path(__file__).parent.parent
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS = ("graph", "extractors", "exports", "evaluation", "serving", "cli")
"""The folders of the checkout that are sub-packages; a room that is only one module is none."""


def _lacking() -> str:
    """What a build without isolation needs and this environment does not have, or ""."""
    for text in ("build", *PROJECT["build-system"]["requires"]):
        needed = Requirement(text)
        try:
            if not needed.specifier.contains(version(needed.name)):
                return f"{text}, not {version(needed.name)}"
        except PackageNotFoundError:
            return text
    return "" if (CHECKOUT / ".git").exists() else "a git checkout"


pytestmark = pytest.mark.skipif(bool(_lacking()), reason=f"a wheel is built with {_lacking()}")


def run(*command: str | Path, cwd: Path, path: Path | None = None) -> str:
    """What a program of this Python prints; its errors are the test's."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | {"PIP_NO_INDEX": "1"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def copied(target: Path) -> Path:
    """A copy of the checkout as it is, without what git ignores."""
    listed = subprocess.run(
        ["git", "-C", CHECKOUT, "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True,
        check=True,
    )
    for name in os.fsdecode(listed.stdout).split("\0"):
        if name and (CHECKOUT / name).is_file():  # a deleted file is listed until that is committed
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, target / name)
    return target


def built(source: Path) -> Path:
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", source / "dist", source, cwd=source.parent)
    (wheel,) = (source / "dist").glob("*.whl")
    return wheel


def missing(source: Path, wheel: Path) -> set[str]:
    """The files of the package that the wheel does not hold."""
    return _files(source) - _members(wheel)


def _files(source: Path) -> set[str]:
    rooms = [p for room in ROOMS for p in (source / room).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return {p.relative_to(source).as_posix() for p in [*rooms, *source.glob("*.py"), source / "py.typed"]}


def _members(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return {name.removeprefix("liaisons/") for name in archive.namelist() if name.startswith("liaisons/")}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("sources à bâtir"))


@pytest.fixture(scope="module")
def wheel(source: Path) -> Path:
    return built(source)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target: Path = tmp_path_factory.mktemp("paquets installés")
    run("-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--target", target, wheel, cwd=target)
    return target


def test_the_wheel_holds_the_package_whole(source, wheel):
    assert {"graph/ontology.ttl", "extractors/lexicon/fr/relations.toml", "exports/templates/page.html"} <= _files(
        source
    )
    assert missing(source, wheel) == set()


def test_the_wheel_holds_nothing_else(source, wheel):
    assert _members(wheel) - _files(source) == set()
    with ZipFile(wheel) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {
            "liaisons",
            f"liaisons-{PROJECT['project']['version']}.dist-info",
        }
        (licence,) = (name for name in archive.namelist() if name.endswith("LICENSE"))
        assert archive.read(licence) == (CHECKOUT / "LICENSE").read_bytes()


def test_a_forgotten_sub_package_is_noticed(source, tmp_path):
    mutated = tmp_path / "copie modifiée"
    shutil.copytree(source, mutated, ignore=shutil.ignore_patterns("dist", "build", "*.egg-info"))
    forgotten = mutated / "extractors" / "forgotten"
    forgotten.mkdir()
    for name in ("__init__.py", "words.toml"):
        (forgotten / name).write_text("", encoding="utf-8")
    found = missing(mutated, built(mutated))
    assert {"extractors/forgotten/__init__.py", "extractors/forgotten/words.toml"} <= found


def test_the_version(installed, tmp_path):
    expected = f"liaisons {PROJECT['project']['version']}\n"
    assert run("-m", "liaisons", "--version", cwd=tmp_path, path=installed) == expected


# Run where the wheel is installed: every module, every entry point and every data file is the installed one.
INSIDE = """
import importlib, json, pkgutil, sys
from importlib.metadata import distribution
from pathlib import Path
import liaisons
names = sorted(m.name for m in pkgutil.walk_packages(liaisons.__path__, "liaisons.") if m.name != "liaisons.__main__")
files = {name: importlib.import_module(name).__file__ for name in ["liaisons", *names]}
entries = [(e.group, e.name, e.load().__module__) for e in distribution("liaisons").entry_points]
from liaisons.exports.formats import write_all
from liaisons.extractors.lexicon import languages
from liaisons.graph.knowledge import KnowledgeGraph
sizes = [path.stat().st_size for path in write_all(KnowledgeGraph(), Path("out"))]
print(json.dumps([files, entries, list(languages()), len(sizes)]))
"""


def test_it_runs_where_it_is_installed(source, installed, tmp_path):
    files, entries, languages, formats = json.loads(run("-c", INSIDE, cwd=tmp_path, path=installed))
    modules = {
        name.removesuffix(".py").removesuffix("/__init__").removesuffix("__init__").replace("/", ".")
        for name in _files(source)
        if name.endswith(".py") and name != "__main__.py"
    }
    assert {name.removeprefix("liaisons").removeprefix(".") for name in files} == modules
    assert [file for file in files.values() if not Path(file).is_relative_to(installed)] == []
    assert {(group, name) for group, name, _ in entries} == {
        ("console_scripts", "liaisons"),
        *(("spacy_factories", name) for name in PROJECT["project"]["entry-points"]["spacy_factories"]),
    }
    assert languages == ["en", "fr"]
    assert formats == len(list((tmp_path / "out").iterdir())) > 3
