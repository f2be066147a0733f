"""A colour for each type of entity, apart for most eyes (Okabe and Ito 2008; Tol 2021, "muted")."""

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
