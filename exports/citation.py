"""Whose a dataset is, and what others may do with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from ..graph.errors import UserError
from .iris import is_iri

DATASET = "dataset."
"""What parameters begin with that are about the dataset, and not about the run that made it."""

_ORCID = re.compile(r"(?P<name>.*?)\s*<(?:https?://orcid\.org/)?(?P<orcid>\d{4}-\d{4}-\d{4}-\d{3}[\dX])>")


@dataclass(frozen=True, slots=True)
class Creator:
    """A person as "Family, Given", or a body by its name; `orcid` is an ORCID iD or "".

    >>> Creator.parse("Dupont, Élise <0000-0002-1825-0097>")
    Creator(name='Dupont, Élise', orcid='0000-0002-1825-0097')
    """

    name: str
    orcid: str = ""

    @classmethod
    def parse(cls, text: str) -> "Creator":
        """The creator in such a text; `UserError` for no name, and for an ORCID iD that is none."""
        text = " ".join(text.split())
        found = _ORCID.fullmatch(text)
        name, orcid = (found["name"], found["orcid"]) if found else (text, "")
        if not name or "<" in name or ">" in name:
            raise UserError(f"a creator is a name such as 'Dupont, Élise <0000-0002-1825-0097>', not {text!r}")
        if orcid and orcid[-1] != _check_digit(orcid):
            raise UserError(f"{orcid} is no ORCID iD: its last character does not fit the others")
        return cls(name, orcid)

    @property
    def person(self) -> tuple[str, str] | None:
        """The family name and the given names; None for a body."""
        family, comma, given = self.name.partition(", ")
        return (family, given) if comma and family and given else None

    @property
    def iri(self) -> str:
        """That of the ORCID iD, or ""."""
        return f"https://orcid.org/{self.orcid}" if self.orcid else ""

    def __str__(self) -> str:
        return f"{self.name} <{self.iri}>" if self.orcid else self.name


@dataclass(frozen=True, slots=True)
class Citation:
    """Who made a dataset, and its licence: an identifier of the SPDX list, or an IRI, or "" where none is given."""

    creators: tuple[Creator, ...] = ()
    licence: str = ""

    @classmethod
    def of(cls, creators: Iterable[str], licence: str = "") -> "Citation":
        """What a user said; `UserError` for what cannot be cited."""
        return cls(tuple(dict.fromkeys(map(Creator.parse, creators))), _licence(licence))

    @classmethod
    def stored(cls, parameters: Mapping[str, str]) -> "Citation":
        """What stands among the parameters of a store."""
        names = parameters.get(f"{DATASET}creator", "").splitlines()
        return cls(tuple(map(Creator.parse, names)), parameters.get(f"{DATASET}licence", ""))

    @property
    def parameters(self) -> dict[str, str]:
        """The same as parameters of a store."""
        named = {"creator": "\n".join(map(str, self.creators)), "licence": self.licence}
        return {f"{DATASET}{name}": value for name, value in named.items() if value}

    @property
    def licence_iri(self) -> str:
        return self.licence if not self.licence or is_iri(self.licence) else f"https://spdx.org/licenses/{self.licence}"

    def over(self, other: "Citation") -> "Citation":
        """This, and what it does not say from the other."""
        return Citation(self.creators or other.creators, self.licence or other.licence)


def of_run(parameters: Mapping[str, str]) -> dict[str, str]:
    """The parameters without those that are about the dataset."""
    return {name: value for name, value in parameters.items() if not name.startswith(DATASET)}


def _licence(text: str) -> str:
    """An IRI as it is, an SPDX identifier as the list writes it."""
    if not text or (re.match(r"https?://[^/]", text) and is_iri(text)):
        return text
    try:
        found = str(canonicalize_license_expression(text))
    except InvalidLicenseExpression:
        found = ""
    if not found or " " in found:
        raise UserError(f"a licence is an SPDX identifier such as CC-BY-4.0 or CC0-1.0, or an IRI, not {text!r}")
    return found


def _check_digit(orcid: str) -> str:
    """The last character that the fifteen digits before it ask for (ISO 7064 MOD 11-2)."""
    total = 0
    for digit in orcid.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11]
