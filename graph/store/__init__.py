"""The store: one SQLite file that holds a knowledge graph whole.

`write` makes it and `read` gives the graph back, resolved, `read_part` what of it tells all of a few names; `find`
looks for words in it. Its tables are described in `schema`. A run that makes a store keeps what it has done in a
`journal` beside it.
"""

from .faults import BusyError, is_there
from .journal import JOURNAL, Journal, journal
from .migrations import missing
from .part import read_part
from .reading import Contents, contents, parameters, read, stamps, version
from .schema import VERSION
from .search import Claim, Filters, Hit, Named, find, find_names
from .stamps import Stamp, content
from .writing import write

FILE = "graph.sqlite"
"""The name of the store in the folder of a build."""

__all__ = [
    "FILE",
    "JOURNAL",
    "VERSION",
    "BusyError",
    "Claim",
    "Contents",
    "Filters",
    "Hit",
    "Journal",
    "Named",
    "Stamp",
    "content",
    "contents",
    "find",
    "find_names",
    "is_there",
    "journal",
    "missing",
    "parameters",
    "read",
    "read_part",
    "stamps",
    "version",
    "write",
]
