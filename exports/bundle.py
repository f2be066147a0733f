"""A dataset to deposit and to cite, as a folder or a ZIP: data, ontology, shapes, README, checksums, metadata.

The same graph and options give the same bytes; the texts of the articles are not in it.
"""

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import jinja2

from .. import __version__
from ..graph.errors import UserError
from ..graph.knowledge import KnowledgeGraph
from ..graph.ontology import ontology
from .citation import Citation, Creator, of_run
from .formats import EVERY, Options, write_all
from .iris import is_iri

DATA = ("nquads", "turtle", "csv", "json")
"""The formats in a bundle unless others are named."""
_SUMS = "SHA256SUMS"
_TITLE = "Statements of news articles, each with its sentence"
_DAY_ONE = (1980, 1, 1, 0, 0, 0)  # the first that ZIP can say: the date of a file is no part of a dataset


def write(
    graph: KnowledgeGraph, path: Path, *, formats: Iterable[str] = DATA, options: Options | None = None
) -> list[str]:
    """Write the bundle to `path`, a ZIP if its name ends so, else a new folder; the names of its files, sorted.

    `UserError` where the options name no creator or no licence, and where a folder holds something already.
    """
    options = options or Options()
    citation = Citation.stored(options.parameters)
    if not citation.creators or not citation.licence:
        raise UserError(
            "a dataset that others can cite names who made it and its licence: "
            "--creator 'Dupont, Élise' --licence CC-BY-4.0, here or in `liaisons build`"
        )
    zipped = path.suffix.lower() == ".zip"
    if not zipped and path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise UserError(f"{path}: is there already; name a new folder, or a .zip")
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=path.parent, prefix=f"{path.name}.part-") as made:
        folder = Path(made) / "bundle"
        names = _fill(folder, graph, list(formats), options, citation)
        if zipped:
            _zip(folder, names, Path(made) / "bundle.zip")
            (Path(made) / "bundle.zip").replace(path)
        else:
            if path.exists():
                path.rmdir()
            folder.replace(path)
    return names


def _fill(folder: Path, graph: KnowledgeGraph, formats: list[str], options: Options, citation: Citation) -> list[str]:
    data = list(write_all(graph, folder / "data", formats, options))
    for room, name in ((f"{__package__.rpartition('.')[0]}.graph", "ontology.ttl"), (__package__, "shapes.ttl")):
        (folder / name).write_bytes((files(room) / name).read_bytes())
    facts = _facts(graph, data, formats, options, citation)
    _write(folder / "README.md", _template("bundle-readme.md").render(facts))
    _write(folder / "CITATION.cff", _template("bundle-citation.cff").render(facts))
    _write(folder / ".zenodo.json", json.dumps(_zenodo(facts), ensure_ascii=False, indent=2) + "\n")
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    sums = (f"{_digest(folder / name)}  {name}\n" for name in names)
    _write(folder / _SUMS, "".join(sums))
    return sorted([*names, _SUMS])


def _facts(
    graph: KnowledgeGraph, data: list[Path], formats: list[str], options: Options, citation: Citation
) -> dict[str, Any]:
    """What README and metadata say."""
    relations = Counter(s.relation for s in graph.statements())
    dates = sorted(a.date[:10] for a in graph.articles.values() if a.date)
    return {
        "title": _TITLE if options.title == Options().title else options.title,
        "version": __version__,
        "base": options.base,
        "creators": citation.creators,
        "licence": citation.licence,
        "licence_iri": citation.licence_iri,
        "is_spdx": not is_iri(citation.licence),
        "articles": len(graph.articles),
        "languages": _counted(a.lang for a in graph.articles.values() if a.lang),
        "publications": len({a.source for a in graph.articles.values() if a.source}),
        "first": dates[0] if dates else "",
        "last": dates[-1] if dates else "",
        "entities": len(graph.entities),
        "types": _counted(e.type for e in graph.entities.values()),
        "statements": len(graph.statements()),
        "statuses": _counted(str(s.status) for s in graph.statements()),
        "evidence": sum(len(s.evidence) for s in graph.statements()),
        "relations": [(ontology().relations[r].labels["en"], r, n) for r, n in _sorted(relations)],
        "files": [(f"data/{path.name}", EVERY[name].about) for path, name in zip(data, formats, strict=True)],
        "parameters": sorted(of_run(options.parameters).items()),
    }


def _zenodo(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata that Zenodo takes from a deposit (`.zenodo.json`)."""
    return {
        "title": facts["title"],
        "upload_type": "dataset",
        "access_right": "open",
        "description": (
            f"{facts['statements']} statements about {facts['entities']} entities in {facts['articles']} news "
            "articles, each with its sentences, its status (asserted, ended, negated, uncertain) and its confidence, "
            f"as RDF and as tables. Extracted with liaisons {facts['version']}."
        ),
        "creators": [_zenodo_creator(c) for c in facts["creators"]],
        **({"license": facts["licence"].lower()} if facts["is_spdx"] else {"notes": f"Licence: {facts['licence']}"}),
        "keywords": ["knowledge graph", "information extraction", "news", "RDF"],
    }


def _zenodo_creator(creator: Creator) -> dict[str, str]:
    return {"name": creator.name, **({"orcid": creator.orcid} if creator.orcid else {})}


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    return _sorted(Counter(values))


def _sorted(found: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def _template(name: str) -> jinja2.Template:
    text = (files(__package__) / "templates" / name).read_text(encoding="utf-8")
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["quoted"] = lambda value: json.dumps(value, ensure_ascii=False)
    environment.filters["cell"] = _cell
    return environment.from_string(text)


def _cell(text: str) -> str:
    """The text in one line of Markdown, in which it marks nothing up."""
    line = " ".join(text.split())
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>|#~" else c for c in line)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="replace", newline="\n")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _zip(folder: Path, names: Iterable[str], target: Path) -> None:
    with ZipFile(target, "w") as archive:
        for name in names:
            entry = ZipInfo(name, _DAY_ONE)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # Unix, also where it is not
            with (folder / name).open("rb") as source, archive.open(entry, "w", force_zip64=True) as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
