"""Pages as a browser's parser reads them."""

from html.parser import HTMLParser

KNOWN = {
    *("html", "head", "meta", "link", "title", "style", "body", "a", "main", "header", "footer", "nav", "section"),
    *("article", "h1", "h2", "h3", "h4", "p", "span", "bdi", "dl", "dt", "dd", "ol", "ul", "li", "table", "thead"),
    *("tbody", "tr", "th", "td", "figure", "figcaption", "blockquote", "mark", "cite", "time", "div", "br", "sup"),
    *("svg", "desc", "defs", "pattern", "path", "rect", "text", "circle", "g", "strong"),
}
"""The elements of our templates without forms and scripts."""


class Read(HTMLParser):
    """The elements of a page with their attributes, its text as it is seen, and its scripts with their types."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[str, str]] = []
        self.text = ""
        self._hidden = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._hidden += tag in {"style", "script"}
        if tag == "script":
            self.scripts.append((dict(attrs).get("type") or "", ""))

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"style", "script"}

    def handle_data(self, data: str) -> None:
        if self._hidden and self.lasttag == "script":
            kind, code = self.scripts[-1]
            self.scripts[-1] = (kind, code + data)
        self.text += "" if self._hidden else data

    def of(self, tag: str, name: str) -> list[str]:
        return [a[name] or "" for t, a in self.elements if t == tag and name in a]
