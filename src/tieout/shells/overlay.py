"""A page with what was read from it, as one HTML file without scripts and without anything remote, or as a picture.

Marks overlap as they like; ``nested`` cuts the text at every border and closes and opens elements so that they nest.
Text from reports is untrusted: it is escaped, and characters that cannot be seen or turn the direction of text are
shown by their code.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Sequence
from html import escape

from tieout.errors import UsageError
from tieout.model import Disclosure, Entity, Observation
from tieout.workflow.inspecting import Box, Mark, MarkKind, PageView, clause_title, figure_title, things

FORMATS = ("html", "png")
_LAYERS = {kind: layer for layer, kind in enumerate(MarkKind)}
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_BOX_COLOUR, _BOX_FILL = (200, 60, 0, 255), (255, 170, 60, 70)

_NAMES = {
    MarkKind.FURNITURE: "running header, set aside",
    MarkKind.HEADING: "heading of a section",
    MarkKind.CLAUSE: "statement to a clause",
    MarkKind.ROW: "row with figures",
    MarkKind.ENTITY: "named thing",
    MarkKind.CELL: "cell of a table",
    MarkKind.FIGURE: "figure",
    MarkKind.HYPHEN: "healed hyphen",
}

_STYLE = """
:root{color-scheme:light}
body{font:15px/1.5 system-ui,sans-serif;margin:1.2rem;color:#1a1a1a;background:#fff}
h1{font-size:1.2rem;margin:0 0 .2rem}h2{font-size:1rem;margin:1.2rem 0 .4rem}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem;align-items:start}
@media(max-width:70rem){main{grid-template-columns:minmax(0,1fr)}}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.9 ui-monospace,monospace;border:1px solid #ccc;
padding:.8rem;margin:0;unicode-bidi:isolate}
mark{color:inherit;background:none;border-radius:2px}
.furniture{color:#767676;background:#eee}.heading{font-weight:700;background:#dfe7fb;border-bottom:2px solid #3b5bdb}
.clause{background:#f3e3f8;border-bottom:2px solid #9c36b5}.row{background:#fdf6d8}.entity{background:#dcf2e3;
border-bottom:2px dotted #2b8a3e}.cell{outline:1px dotted #999}.figure{background:#ffc078;font-weight:700;
border-bottom:2px solid #d9480f}.hyphen{background:#ffc9c9;outline:1px solid #c92a2a}
.unseen{color:#c92a2a;font-size:.75em}
.legend mark{padding:0 .4em;margin-right:.6em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:13px;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;
border-bottom:1px solid #ddd;overflow-wrap:anywhere}td:first-child{white-space:nowrap;overflow-wrap:normal}
figure{position:relative;margin:0;border:1px solid #ccc}figure img{display:block;width:100%}
figure span{position:absolute;border:2px solid #d9480f;background:rgba(255,170,60,.25);box-sizing:border-box}
"""


def shown(text: str) -> str:
    """Text as HTML: escaped, and what cannot be seen shown as ⟨U+202E⟩."""
    return _UNSEEN.sub(lambda m: f'<span class="unseen">⟨U+{ord(m.group()):04X}⟩</span>', escape(text, quote=True))


def plain(text: str) -> str:
    """Text for an attribute: escaped, without what cannot be seen."""
    return escape(_UNSEEN.sub("�", text), quote=True)


def nested(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    """The text verbatim, its marks as elements that nest: a mark is split where another one ends inside it."""
    inside = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    order = {m: (_LAYERS[m.kind], m.start, -m.end, m.title) for m in inside}
    starts: dict[int, list[Mark]] = {}
    for m in inside:
        starts.setdefault(m.start, []).append(m)
    borders = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    open_marks: list[Mark] = []
    for at, until in zip(borders, [*borders[1:], len(text)], strict=True):
        wanted = sorted({m for m in (*open_marks, *starts.get(at, ())) if m.end > at}, key=lambda m: order[m])
        kept = next((i for i, (a, b) in enumerate(zip(open_marks, wanted, strict=False)) if a != b),
                    min(len(open_marks), len(wanted)))  # fmt: skip
        yield "</mark>" * (len(open_marks) - kept)
        for m in wanted[kept:]:
            yield f'<mark class="{m.kind.value}" title="{plain(m.title)}">'
        open_marks = wanted
        yield shown(text[at:until])
    yield "</mark>" * len(open_marks)


def as_html(view: PageView) -> str:
    """The page as one HTML document."""
    title = f"{view.report}, page {view.page} of {view.pages}"
    used = {m.kind for m in view.marks}
    legend = "".join(f'<mark class="{kind.value}">{name}</mark>' for kind, name in _NAMES.items() if kind in used)
    figure = ""
    if view.image is not None:
        data = base64.b64encode(view.image.png).decode()
        figure = (
            f'<h2>The page, figures boxed</h2><figure><img alt="{plain(title)}" src="data:image/png;base64,{data}">'
            + "".join(_percent_box(box, view.image.width, view.image.height) for box in view.boxes)
            + "</figure>"
        )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{plain(title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{shown(title)}</h1><p>{shown(view.organization)}</p>"
        f'<p class="legend">{legend}</p><main><section><h2>The text as stored</h2><pre>\n'
        f"{''.join(nested(view.text, view.marks))}</pre>{figure}</section>"
        f"<section><h2>What was read from it</h2>{_table(view)}</section></main></body></html>\n"
    )


def _percent_box(box: Box, width: float, height: float) -> str:
    left, top = 100 * box.x0 / width, 100 * box.top / height
    wide, high = 100 * (box.x1 - box.x0) / width, 100 * (box.bottom - box.top) / height
    place = f"left:{left:.3f}%;top:{top:.3f}%;width:{wide:.3f}%;height:{high:.3f}%"
    return f'<span style="{place}" title="{plain(box.title)}"></span>'


def _table(view: PageView) -> str:
    grouped: dict[tuple[str, str], list[str]] = {}
    for thing, quote in things(view.findings, view.page):
        kind, told = _told(thing)
        grouped.setdefault((kind, quote), []).append(shown(told))
    if not grouped:
        return "<p>Nothing.</p>"
    rows = [
        f"<tr><td>{kind}</td><td>{'<br>'.join(told)}</td><td>{shown(quote)}</td></tr>"
        for (kind, quote), told in grouped.items()
    ]
    head = "<tr><th>kind</th><th>read as</th><th>quote</th></tr>"
    return f'<div class="scroll"><table><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table></div>'


def _told(thing: Observation | Disclosure | Entity) -> tuple[str, str]:
    if isinstance(thing, Observation):
        return "figure", figure_title(thing)
    if isinstance(thing, Disclosure):
        references = f" → {thing.references}" if thing.references else ""
        return "clause", f"{clause_title(thing)}{references}"
    return escape(thing.kind), f"{thing.label} ({thing.basis.value})"


def as_png(view: PageView, boxes: Sequence[Box] | None = None) -> bytes:
    """The drawn page with these boxes, or with a box over each figure.

    Raises:
        UsageError: the report is no PDF.
    """
    if view.image is None:
        raise UsageError(
            "only pages of a PDF can be drawn", subject=view.report, remedy="Use --format html for its text"
        )
    from PIL import Image, ImageDraw

    with Image.open(io.BytesIO(view.image.png)) as png:
        page = png.convert("RGBA")
    layer = Image.new("RGBA", page.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    across, down = page.width / view.image.width, page.height / view.image.height
    for box in view.boxes if boxes is None else boxes:
        corners = (box.x0 * across - 1, box.top * down - 1, box.x1 * across + 1, box.bottom * down + 1)
        pen.rectangle(corners, outline=_BOX_COLOUR, fill=_BOX_FILL, width=2)
    out = io.BytesIO()
    Image.alpha_composite(page, layer).convert("RGB").save(out, "PNG")
    return out.getvalue()
