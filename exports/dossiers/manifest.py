"""Which files of a folder are ours: so that a site renews and removes what it made, and nothing else."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...graph.errors import UserError
from .writing import replace_file

NAME = "liaisons-site.json"
_OURS = re.compile(r"(?:(?:entities|articles|names)/)?[a-z0-9][a-z0-9.~-]*\.(?:html|css)")


@dataclass(slots=True)
class Manifest:
    """The files of a site by their paths in its folder, with the SHA-256 of what was written ("" while it is not).

    It is kept on disk before the first file is written, with all that will be: what a run leaves that was cut off is
    ours too.
    """

    folder: Path
    before: Mapping[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    @classmethod
    def begin(cls, folder: Path, planned: Iterable[str]) -> "Manifest":
        """`UserError` where a file stands in the way that is not ours, or where the manifest is none."""
        before = _read(folder / NAME)
        files = dict.fromkeys(sorted(planned), "")
        foreign = next((name for name in files if name not in before and (folder / name).exists()), None)
        if foreign is not None:
            raise UserError(
                f"{folder / foreign}: stands where a page of the site would, and liaisons did not make it; "
                "give another folder with --out"
            )
        manifest = cls(folder, before, files)
        manifest._keep({**files, **before})
        return manifest

    def write(self, name: str, content: bytes) -> None:
        """A planned file, whole or not at all; one that has this content already stays untouched."""
        if self.files.get(name) is None:
            raise ValueError(f"not planned: {name!r}")
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        replace_file(path, content)
        self.files[name] = hashlib.sha256(content).hexdigest()

    def finish(self) -> list[str]:
        """Remove what an earlier run made and this one did not; return what is kept, since somebody has changed it."""
        kept = list(self._stale())
        self._keep(self.files)
        return kept

    def _stale(self) -> Iterator[str]:
        for name, digest in sorted(self.before.items()):
            path = self.folder / name
            path.with_name(f"{path.name}.part").unlink(missing_ok=True)
            if name in self.files or not path.is_file():
                continue
            if digest and hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                yield name
            else:
                path.unlink()

    def _keep(self, files: Mapping[str, str]) -> None:
        text = json.dumps({"made by": "liaisons site", "files": dict(sorted(files.items()))}, indent=0)
        replace_file(self.folder / NAME, f"{text}\n".encode())


def _read(path: Path) -> dict[str, str]:
    """The files of the manifest; only such as a site has, whatever it says."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["files"]
        return {str(name): str(digest) for name, digest in found.items() if _OURS.fullmatch(name)}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(f"{path}: not the manifest of a site; remove it, or give another folder with --out") from error
