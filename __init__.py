"""News articles become a knowledge graph whose every edge shows its sentence."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("liaisons")
except PackageNotFoundError:  # a checkout on the path that was never installed
    __version__ = "0+unknown"
