"""A page's overlay: verbatim, well nested, nothing of the report's text live."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from tieout import Library, Settings
from tieout.errors import UsageError
from tieout.model import Entity, Findings, Passage
from tieout.shells.cli import app
from tieout.shells.overlay import as_html, as_png, nested
from tieout.workflow.inspecting import Mark, MarkKind, PageView

REPORT = "kestrel-bay-2024"


class Reader(HTMLParser):
    """Collects the text of the <pre> with the marks open at each character; fails on tags that do not nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marked: list[frozenset[str]] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in {"meta", "img", "br"}:
            self.stack.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(tag == "pre" for tag, _ in self.stack):
            classes = frozenset(str(a.get("class")) for tag, a in self.stack if tag == "mark")
            self.text += data
            self.marked += [classes] * len(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.stack == []
    return reader


def view_of(text: str, marks: tuple[Mark, ...], **more: object) -> PageView:
    fields: dict[str, object] = {"report": "r", "organization": "o", "page": 1, "pages": 1, "findings": Findings()}
    return PageView(**{**fields, "text": text, "marks": marks, **more})  # type: ignore[arg-type]


def test_crossing_marks_are_split() -> None:
    text = "abcdef"
    marks = [Mark(0, 4, MarkKind.ROW, "row"), Mark(2, 6, MarkKind.FIGURE, "figure")]
    html = "".join(nested(text, marks))
    assert html == (
        '<mark class="row" title="row">ab<mark class="figure" title="figure">cd</mark></mark>'
        '<mark class="figure" title="figure">ef</mark>'
    )


@given(
    st.text(alphabet="ab<>&\"' \n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(MarkKind)), max_size=12),
)
def test_any_marks_nest_and_leave_the_text_as_it_is(text: str, spans: list[tuple[int, int, MarkKind]]) -> None:
    marks = tuple(Mark(a, b, kind, f"{a}-{b}") for a, b, kind in spans)
    reader = read("<pre>" + "".join(nested(text, marks)) + "</pre>")
    assert reader.text == text
    inside = [m for m in marks if m.start < m.end <= len(text)]
    for at, classes in enumerate(reader.marked):
        assert classes == {m.kind.value for m in inside if m.start <= at < m.end}


def test_text_of_a_report_is_never_live() -> None:
    bad = '<script>alert(1)</script><img src=x onerror="alert(2)">&lt; \u202e\x07 "quoted"'
    passage = Passage("r", 1, 0, len(bad), bad)
    entity = Entity(report="r", kind="policy", label=bad, passages=(passage,))
    html = as_html(
        view_of(bad, (Mark(0, len(bad), MarkKind.ENTITY, bad),), report=bad, organization=bad,
                findings=Findings(entities=(entity,)))
    )  # fmt: skip
    reader = read(html)
    assert "script" not in reader.tags
    assert "img" not in reader.tags
    assert not any(name.startswith("on") for name in reader.attributes)
    assert "\u202e" not in html
    assert "\x07" not in html
    assert "⟨U+202E⟩⟨U+0007⟩" in reader.text
    assert "default-src 'none'" in html
    assert not re.search(r"https?:|//", html.replace("</", ""))


def test_a_page_shows_what_was_read(sample_index: Path) -> None:
    library = Library(Settings(index=sample_index, encoder_threads=1))
    view = library.inspect(REPORT, 7)
    reader = read(as_html(view))
    assert reader.text == "\n" + view.text
    at = view.text.index("214.24") + 1
    assert reader.marked[at] >= {"row", "figure"}
    titles = [m.title for m in view.marks if (m.start, m.end) == (at - 1, at + 5)]
    assert titles == ["ghg-scope2 · 214.24 tCO2e · 2024"]
    kinds = {m.kind for m in view.marks}
    assert {MarkKind.FURNITURE, MarkKind.HEADING, MarkKind.ROW, MarkKind.FIGURE} <= kinds
    assert all(view.text[m.start : m.end] for m in view.marks)


def test_every_page_of_the_samples_can_be_shown(library: Library) -> None:
    shown = 0
    for record in library.reports():
        for number, text in library.pages(record.report):
            assert read(as_html(library.inspect(record.report, number))).text == "\n" + text
            shown += 1
    assert shown > 15


def test_figures_of_a_pdf_are_boxed(tmp_path: Path, samples: Path) -> None:
    from PIL import Image, ImageChops

    library = Library(Settings(index=tmp_path / "index", encoder_threads=1))
    library.ingest(library.requests([samples / "jade-terrace-2024.pdf"]))
    view = library.inspect("jade-terrace-2024", 6)
    assert view.image is not None
    cells = [m for m in view.marks if m.kind is MarkKind.FIGURE]
    assert len(view.boxes) >= len(cells) > 20
    assert "data:image/png;base64," in as_html(view)
    with Image.open(io.BytesIO(as_png(view))) as drawn, Image.open(io.BytesIO(view.image.png)) as bare:
        assert drawn.size == bare.size
        changed = ImageChops.difference(drawn.convert("RGB"), bare.convert("RGB")).getbbox()
    assert changed is not None
    assert as_png(view) == as_png(library.inspect("jade-terrace-2024", 6))


def test_command_writes_the_file(sample_index: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    call = ["inspect", REPORT, "--page", "7", "-o", str(out), "--index", str(sample_index)]
    assert CliRunner().invoke(app, call).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert CliRunner().invoke(app, [*call, "--format", "png"]).exit_code == 2
    assert CliRunner().invoke(app, [*call[:3], "99", *call[4:]]).exit_code == 2
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]


def test_text_report_has_no_picture(library: Library) -> None:
    with pytest.raises(UsageError, match="only pages of a PDF"):
        as_png(library.inspect(REPORT, 1))
