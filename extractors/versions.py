"""Which pipeline reads an article: the versions of all that decides what comes out; no model is loaded for it."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from .. import __version__
from ..graph.errors import UserError

_GRAPH = ("model.py", "names.py", "ontology.py", "ontology.ttl")  # what the extractors use of the graph
_ENDINGS = (".py", ".toml", ".tsv", ".ttl")


@dataclass(frozen=True, slots=True)
class Versions:
    """The version of liaisons, the name and version of the model, the version of spaCy, and the digest of our rules."""

    liaisons: str
    model: str
    spacy: str
    rules: str

    def __str__(self) -> str:
        return f"liaisons {self.liaisons}, {self.model}, spacy {self.spacy}, rules {self.rules}"


def versions(lang: str, model: str | None = None) -> Versions:
    """Those of the pipeline that `pipeline.load(lang, model)` gives; `UserError` where the model is not installed."""
    from .pipeline import MODELS

    return Versions(__version__, _model(model or MODELS[lang]), version("spacy"), rules())


def model_of(pipeline: str) -> str | None:
    """The model in `str(Versions(…))`; None where the text is none.

    >>> model_of(str(Versions("0.1", "core_news_md 3.8.0", "3.8.7", "a1b2")))
    'core_news_md 3.8.0'
    """
    parts = pipeline.split(", ")
    return parts[1] if len(parts) == 4 else None


def _model(name: str) -> str:
    """The name and version that a spaCy pipeline gives itself, a package or a folder."""
    try:
        spec = find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):
        spec = None
    folder = Path(spec.origin).parent if spec and spec.origin else Path(name)
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return f"{meta['name']} {meta['version']}"
    except (OSError, ValueError, KeyError) as error:
        raise UserError(f"the spaCy model {name!r} is not installed; install it with pip") from error


@cache
def rules() -> str:
    """12 hex digits of the SHA-256 of the rules: the lexicons and the code that reads them, by name and content."""
    ours = files(__package__)
    graph = files(__package__.rpartition(".")[0] + ".graph")
    found = {f"extractors/{name}": file for name, file in _walk(ours)}
    found |= {f"graph/{name}": graph / name for name in _GRAPH}
    digest = hashlib.sha256()
    for name in sorted(found):
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256(found[name].read_bytes()).digest())
    return digest.hexdigest()[:12]


def _walk(folder: Traversable, path: str = "") -> list[tuple[str, Traversable]]:
    found = []
    for item in folder.iterdir():
        if item.is_dir() and not item.name.startswith((".", "__")):
            found += _walk(item, f"{path}{item.name}/")
        elif item.is_file() and item.name.endswith(_ENDINGS):
            found.append((f"{path}{item.name}", item))
    return found
