"""What tells whether an article has to be read again: the hash of its content, and the pipeline that read it."""

import hashlib
import json
from dataclasses import astuple, dataclass, replace

from ..model import Article


@dataclass(frozen=True, slots=True)
class Stamp:
    """The content of an article and the pipeline that read it.

    `content` is the hash of all its fields but its id. `pipeline` names versions, in a form that only whoever runs the
    pipeline needs to know; "" where it is not known, "schema 2" and "schema 3" for what older stores held.
    """

    content: str
    pipeline: str = ""

    @classmethod
    def of(cls, article: Article, pipeline: str = "") -> "Stamp":
        return cls(content(article), pipeline)


def content(article: Article) -> str:
    """SHA-256 of the article's fields, in their order and without its id, as a JSON list in ASCII; 64 hex digits."""
    fields = json.dumps(astuple(replace(article, id=""))[1:])
    return hashlib.sha256(fields.encode("ascii")).hexdigest()
