"""Articles in, statements out: readers, and a spaCy pipeline whose components are registered as `liaisons_…`.

`load` gives the pipeline of a language, `extract` the article graphs of articles.
"""

from .pipeline import extract, load

__all__ = ["extract", "load"]
