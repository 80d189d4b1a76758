"""HTML files: the visible text in document order is one page; headings and tables are marked; over selectolax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tieout.documents.grid import table
from tieout.documents.limits import MAX_COLUMNS, MAX_HTML_DEPTH, MAX_ROWS
from tieout.documents.plain import decode_text
from tieout.documents.raw import Layout, Mark, RawDocument, RawPage
from tieout.errors import SourceError
from tieout.model import Cell, Table

_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "svg", "iframe", "object", "nav"})
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
    }
    | {"small", "span", "strong", "sub", "sup", "time", "u", "var", "ix:nonnumeric", "ix:nonfraction"}
)
_HEADING = re.compile(r"h([1-6])")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>")
_VOID = frozenset(
    {b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"source", b"track", b"wbr"}
)
_CLOSED_BY_NEXT = frozenset({b"p", b"li", b"td", b"th", b"tr", b"dt", b"dd", b"option", b"tbody", b"thead", b"tfoot"})
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.I)


def read_html(data: bytes, name: str, *, first_page: int = 1) -> RawDocument:
    """One page of visible text with its headings and tables.

    Raises:
        SourceError: nested too deeply, too many rows or columns, or undecodable.
    """
    _refuse_depth(data, name)
    tree = LexborHTMLParser(_decoded(data, name))
    title = tree.css_first("title")
    builder = _Builder(first_page, name)
    if tree.body is not None:
        builder.walk(tree.body)
    return RawDocument(
        Layout.MARKED,
        (RawPage(first_page, "".join(builder.parts).removesuffix("\n")),),
        tuple(builder.tables),
        tuple(builder.marks),
        title=_SPACE.sub(" ", title.text()).strip() if title else "",
    )


def _decoded(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:2048])
    if declared:
        try:
            return data.decode(declared.group(1).decode("ascii")).replace("\x00", "\ufffd")
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration is common: fall through to what the bytes say
    return decode_text(data, name)


def _refuse_depth(data: bytes, name: str) -> None:
    """Counts open elements before parsing; optional end tags are taken as closed, so that the count is a fair one."""
    depth = 0
    for tag in _TAG.finditer(data):
        closing, element, empty = tag.group(1), tag.group(2).lower(), data[tag.end() - 2 : tag.end() - 1] == b"/"
        if empty or element in _VOID or element in _CLOSED_BY_NEXT:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > MAX_HTML_DEPTH:
            raise SourceError(f"elements nested more than {MAX_HTML_DEPTH} deep", subject=name)


@dataclass(frozen=True, slots=True)
class _Open:
    """A block whose content is being added: its tag and node, where its text began, in characters and in parts."""

    tag: str
    node: LexborNode
    start: int
    part: int
    is_cell: bool


def _span(node: LexborNode, name: str, most: int) -> int:
    """How many columns or rows a cell spans, at least 1."""
    span = (node.attributes or {}).get(name) or "1"
    return max(1, min(int(span), most)) if span.isascii() and span.isdigit() and len(span) < 6 else 1


@dataclass(slots=True)
class _Builder:
    """Collects visible text; ``size`` is how many characters stand in ``parts``."""

    page: int
    name: str
    parts: list[str] = field(default_factory=list)
    size: int = 0
    tables: list[Table] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    rows: list[list[list[Cell]]] = field(default_factory=list)
    """The rows of each open table, innermost last."""
    held: list[dict[int, int]] = field(default_factory=list)
    """For each open table the columns that cells above span, with for how many rows more."""

    def walk(self, root: LexborNode) -> None:
        """Add the visible text under ``root``; a stack of our own, since documents nest deeper than Python may call."""
        stack: list[tuple[Iterator[LexborNode], _Open | None]] = [(root.iter(include_text=True), None)]
        while stack:
            child = next(stack[-1][0], None)
            if child is None:
                block = stack.pop()[1]
                if block is not None:
                    self.close(block)
                continue
            tag = child.tag or ""
            if tag == "-text":
                self.add(child.text_content or "")
            elif tag.startswith(("-", "!")) or tag in _UNSEEN or "hidden" in (child.attributes or {}):
                continue
            else:
                if len(stack) > MAX_HTML_DEPTH:
                    raise SourceError(f"elements nested more than {MAX_HTML_DEPTH} deep", subject=self.name)
                stack.append((child.iter(include_text=True), None if tag in _INLINE else self.open(child, tag)))

    def open(self, node: LexborNode, tag: str) -> _Open:
        """Begin a block on a line of its own; cells of a row are parted by tabs."""
        is_cell = tag in ("td", "th") and bool(self.rows and self.rows[-1])
        self.separate("\t" if is_cell and self.rows[-1][-1] else "\n")
        if tag == "table":
            self.rows.append([])
            self.held.append({})
        elif tag == "tr" and self.rows:
            self.pass_row()
            self.rows[-1].append([])
            if len(self.rows[-1]) > MAX_ROWS:
                raise SourceError(f"a table of more than {MAX_ROWS} rows", subject=self.name)
        return _Open(tag, node, self.size, len(self.parts), is_cell)

    def close(self, block: _Open) -> None:
        """End a block and keep what it was: a cell, a table, a heading."""
        self.trim()
        end = max(block.start, self.content_end())
        if block.is_cell:
            self.keep_cell(block, end)
            return
        if block.tag == "table":
            self.keep_table()
        elif (heading := _HEADING.fullmatch(block.tag)) and end > block.start:
            self.marks.append(Mark(self.page, block.start, end, int(heading.group(1))))
        self.separate("\n")

    def keep_cell(self, block: _Open, end: int) -> None:
        """Close a cell; a column span leaves empty cells behind it, a row span below it."""
        row, held = self.rows[-1][-1], self.held[-1]
        while held.get(len(row)):
            held[len(row)] -= 1
            row.append(Cell("", block.start, block.start))
        first = len(row)
        text = "".join(self.parts[block.part :]).rstrip()
        row.append(Cell(text, block.start, block.start + len(text)))
        row.extend(Cell("", end, end) for _ in range(_span(block.node, "colspan", MAX_COLUMNS) - 1))
        if len(row) > MAX_COLUMNS:
            raise SourceError(f"a table of more than {MAX_COLUMNS} columns", subject=self.name)
        below = _span(block.node, "rowspan", MAX_ROWS) - 1
        held.update(dict.fromkeys(range(first, len(row)), below) if below else {})

    def pass_row(self) -> None:
        """Count down the row spans right of the cells of the row that ends."""
        row = self.rows[-1][-1] if self.rows[-1] else []
        for column in self.held[-1] if self.rows[-1] else ():
            if column >= len(row) and self.held[-1][column]:
                self.held[-1][column] -= 1

    def keep_table(self) -> None:
        """Close the innermost table."""
        self.held.pop()
        rows = [row for row in self.rows.pop() if row]
        if rows:
            self.tables.append(table(len(self.tables) + 1, self.page, rows))

    def add(self, text: str) -> None:
        """Add text, its white space collapsed against what stands before it."""
        text = _SPACE.sub(" ", text)
        if not self.parts or self.parts[-1][-1] in " \n\t":
            text = text.removeprefix(" ")
        if text:
            self.parts.append(text)
            self.size += len(text)

    def trim(self) -> None:
        """Drop the space at the end: collapsed text has at most one."""
        if self.parts and self.parts[-1][-1] == " ":
            last = self.parts.pop()[:-1]
            self.size -= 1
            if last:
                self.parts.append(last)

    def content_end(self) -> int:
        """Where the text ends without the separators that blocks inside have left."""
        end = self.size
        for part in reversed(self.parts):
            if part not in ("\n", "\t"):
                break
            end -= 1
        return end

    def separate(self, mark: str) -> None:
        """End the line (or cell) that is open."""
        self.trim()
        if self.parts and (mark == "\t" or self.parts[-1][-1] != "\n"):
            self.parts.append(mark)
            self.size += 1
