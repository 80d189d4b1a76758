"""A figure of the text that is the table's figure with two neighbouring digits changed places, next to the same label.

Boxes of highlights are often flattened to a run of labels and a run of values, so that no reader can pair them safely.
A changed pair of digits beside the row's own label pairs them all the same: chance hardly makes both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Observation, Origin, Page, Passage, Report
from tieout.text import words

_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"(?:[A-Z]{2,3}\s?)?\d[\d.,]*\s?%?(?:\s+(?:[A-Z]{2,3}\s?)?\d[\d.,]*\s?%?){2,}")
_EMPTY = frozenset(
    {"the", "of", "and", "in", "for", "per", "by", "to", "a", "number", "total", "rate", "proportion", "percentage"}
)
_NEAR = 90


def swaps(figure: str) -> set[str]:
    """The plain figures that ``figure`` becomes when two unlike neighbouring digits change places."""
    plain = figure.replace(",", "")
    at = [i for i, c in enumerate(plain) if c.isdigit()]
    made = set()
    for i, j in pairwise(at):
        if plain[i] != plain[j] and not (i == 0 and plain[j] == "0"):
            chars = list(plain)
            chars[i], chars[j] = chars[j], chars[i]
            made.add("".join(chars))
    return made


def _printed(o: Observation) -> str:
    start, end = (at - o.passage.start for at in o.cell)
    found = _NUMBER.search(o.passage.quote[start:end] if 0 <= start < end else o.raw_value)
    return found.group() if found else ""


def _label(page: Page, label: frozenset[str]) -> tuple[int, int] | None:
    """The tightest place of the page's body that holds most words of a label."""
    need = max(2, -(-len(label) * 3 // 4))
    hits = [
        (m.start(), m.end(), m.group().casefold())
        for m in _WORD.finditer(page.body.text)
        if m.group().casefold() in label
    ]
    best: tuple[int, int] | None = None
    counts: dict[str, int] = defaultdict(int)
    left = 0
    for start, end, word in hits:
        del start
        counts[word] += 1
        while counts[hits[left][2]] > 1:
            counts[hits[left][2]] -= 1
            left += 1
        while sum(n > 0 for n in counts.values()) > need:
            counts[hits[left][2]] -= 1
            left += 1
        if sum(n > 0 for n in counts.values()) >= need and (best is None or end - hits[left][0] < best[1] - best[0]):
            best = (hits[left][0], end)
    return best if best and best[1] - best[0] <= 12 * len(label) + 30 else None


def digits_changed_places(
    observations: Sequence[Observation], report: Report, rule: Rule, known: Sequence[AuditFinding]
) -> Iterator[AuditFinding]:
    """Figures of other pages that repeat a table's figure with two digits changed.

    Args:
        observations: the report's figures.
        report: the report as read.
        rule: the rule to name.
        known: findings made before; a row that one of them quotes is not told again.
    """
    told = {q for finding in known for q in finding.quotes}
    rows = [
        o
        for o in observations
        if o.origin is Origin.TABLE and o.period == report.period and sum(c.isdigit() for c in _printed(o)) >= 3
    ]  # fmt: skip
    places: dict[str, list[tuple[Page, int, int]]] = defaultdict(list)
    for page in report.pages:
        for found in _NUMBER.finditer(page.body.text):
            places[found.group().replace(",", "")].append((page, found.start(), found.end()))
    tables = [o for o in observations if o.origin is Origin.TABLE and o.period == report.period]
    tabled = {(o.passage.page, _printed(o).replace(",", "")) for o in observations if o.origin is Origin.TABLE}
    for o in rows:
        label = frozenset(words(o.indicator.casefold())) - _EMPTY
        if o.passage in told or len(label) < 2:
            continue
        own = _printed(o).replace(",", "")
        for swapped in sorted(swaps(own)):
            if (o.passage.page, swapped) in tabled:
                continue
            for page, start, end in places.get(swapped, ()):
                if page.number == o.passage.page or (page.number, swapped) in tabled:
                    continue
                if any(at.number == page.number for at, _, _ in places[own]) or not _same_unit(o, page, end):
                    continue
                quotes = _quotes(o, report, page, (start, end), label, tables)
                if quotes and o.passage not in told:
                    said = page.body.text[start:end]
                    told.add(o.passage)
                    yield AuditFinding(
                        o.report, "figure_conflict", rule.severity,
                        f"{o.indicator}: {said} in the text, {o.raw_value} in the table ({o.period})",
                        f"Page {page.number} says {said}; page {o.passage.page} says {o.raw_value} (the table). "
                        "Two neighbouring digits have changed places.", quotes, rule.id,
                    )  # fmt: skip


def _same_unit(o: Observation, page: Page, end: int) -> bool:
    return page.body.text[end : end + 2].lstrip().startswith("%") == ("%" in f"{o.unit}{o.raw_value}")


def _quotes(
    o: Observation,
    report: Report,
    page: Page,
    span: tuple[int, int],
    label: frozenset[str],
    tables: Sequence[Observation],
) -> tuple[Passage, ...]:
    """Label and figure in one line, or a run of values in which the table's other values stand too; else nothing."""
    at = _label(page, label)
    if at is None:
        return ()
    text = page.body.text
    alone = not _NUMBER.match(text[span[1] : span[1] + 20].lstrip(" %"))  # else a row of another table
    if alone and at[1] <= span[0] <= at[1] + _NEAR and not _NUMBER.search(text, at[1], span[0]):
        return (report.passage(page, at[0], span[1]), o.passage)
    runs = [m for m in _RUN.finditer(text, max(0, span[0] - 200), min(len(text), span[1] + 200))]
    run = next((m for m in runs if m.start() <= span[0] and span[1] <= m.end()), None)
    if run is None:
        return ()
    values = {m.group().replace(",", "") for m in _NUMBER.finditer(run.group())}
    beside = {p.indicator for p in _beside(o, tables) if _printed(p).replace(",", "") in values and _named(page, p)}
    return (
        (report.passage(page, run.start(), run.end()), report.passage(page, *at), o.passage) if len(beside) >= 2 else ()
    )


def _beside(o: Observation, rows: Sequence[Observation]) -> list[Observation]:
    """The other figures of an observation's table and year."""
    return [p for p in rows if p.passage.page == o.passage.page and p is not o]


def _named(page: Page, o: Observation) -> bool:
    label = frozenset(words(o.indicator.casefold())) - _EMPTY
    return len(label) >= 2 and _label(page, label) is not None
