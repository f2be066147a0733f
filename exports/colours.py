"""Colours that most eyes tell apart: one for each type of entity (Okabe and Ito 2008; Tol 2021, "muted"), and of lines.

Blue for support and red for opposition stay apart for the colour-blind (the ends of ColorBrewer's RdBu).
"""

from collections.abc import Mapping

COLOURS: Mapping[str, str] = {
    "Person": "#0072B2",
    "Company": "#E69F00",
    "Party": "#CC79A7",
    "Institution": "#009E73",
    "Media": "#56B4E9",
    "Organization": "#D8C62A",
    "Product": "#D55E00",
    "Place": "#999933",
    "Event": "#882255",
    "Law": "#5B4FA8",
    "Work": "#B09A4E",
}

ON_DARK: Mapping[str, str] = {
    "Person": "#3F9FE6",
    "Product": "#F27F3D",
    "Event": "#D9709F",
    "Law": "#9D90EA",
    "Institution": "#1FB58C",
}
"""Lighter ones for types whose colour is too close to a dark ground."""

SHAPES: Mapping[str, str] = {
    "Human": "dot",
    "Group": "square",
    "Artifact": "diamond",
    "Location": "triangleDown",
    "Happening": "star",
    "Document": "hexagon",
}
"""A shape of vis-network for each of the ontology's groups: shapes tell these apart, colours the types of a group."""

OTHER = "#8A8F98"

SIGNS: Mapping[int, Mapping[str, str]] = {
    1: {"light": "#2B6CB0", "dark": "#79B4F2"},
    0: {"light": "#5B6472", "dark": "#A3AEBF"},
    -1: {"light": "#C2371B", "dark": "#F58A6E"},
}
"""The line of a relation by which the subject sides with the object (1), stands against it (-1), or does neither."""

OVER: Mapping[str, str] = {"light": "#AAB0BB", "dark": "#5F6978"}
"""The line of what has ended."""
