"""What the rows of an index, taken together, say about its table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.extract.clauses.furniture import header_words
from tieout.extract.clauses.marks import Mark
from tieout.extract.clauses.references import AtomKind, SectionFinder, Style, find_atoms, numbers_chapters
from tieout.extract.clauses.regions import Region
from tieout.extract.clauses.rows import Row
from tieout.extract.clauses.stream import Stream
from tieout.extract.clauses.tails import Columns, find_status
from tieout.extract.clauses.wording import GOAL_COLUMNS, NOTE_COLUMNS, OMISSION_COLUMNS

# A tick behind a page number: the assurer's, not a status.
_TICKED = re.compile(r"(?<=\d)\s{1,3}[✓✔√●]\s*$")
_COMPLY_OR_EXPLAIN = frozenset({"hkex-c2"})


def find_columns(
    stream: Stream,
    region: Region,
    marks: Sequence[Mark],
    rows: Sequence[Row],
    tails: Sequence[str],
    finder: SectionFinder,
) -> Columns:
    """The columns of the index, by its header row and by what most of its rows hold.

    Args:
        stream: the report's text.
        region: the index.
        marks: the marks in it.
        rows: its rows.
        tails: each row's text after the code.
        finder: the report's section titles.
    """
    count = len(tails)
    header = header_words(stream, region, marks)
    named = frozenset(header)
    goals = [at for at, word in enumerate(header) if word in GOAL_COLUMNS]
    pages = [at for at, word in enumerate(header) if word in ("page", "pages", "location")]
    ticked = sum(_TICKED.search(tail) is not None for tail in tails) * 2 > count
    if ticked:
        tails = [_TICKED.sub("", tail) for tail in tails]
    stated = [find_status(tail, untitled=row.untitled) is not None for row, tail in zip(rows, tails, strict=True)]
    numbered = sum(numbers_chapters(tail) for tail in tails) * 5 >= count
    atoms = [find_atoms(tail, finder, Style(numbered)) for tail in tails]
    cited = [any(atom.kind is not AtomKind.OUTSIDE for atom in found) for found in atoms]
    opened = sum(
        bool(found) and found[0].kind is AtomKind.PAGES and not any(map(str.isalnum, tail[: found[0].start]))
        for found, tail in zip(atoms, tails, strict=True)
    )
    answers = sum(a or b for a, b in zip(stated, cited, strict=True)) * 2 < count
    return Columns(
        status=count >= 2 and sum(stated) * 5 >= count * 2,
        omissions=not named.isdisjoint(OMISSION_COLUMNS),
        notes=not named.isdisjoint(NOTE_COLUMNS),
        explains=region.framework in _COMPLY_OR_EXPLAIN,
        answers=answers,
        title_last=opened * 2 > count and region.framework != "tcfd" and not all(row.untitled for row in rows),
        goals=bool(goals),
        goals_first=bool(goals and pages) and goals[-1] < pages[-1],
        ticked=ticked,
        paragraphs=region.framework == "esrs" and {"paragraph", "page"} <= {word.removesuffix("s") for word in named},
        style=Style(numbered, not answers),
    )
