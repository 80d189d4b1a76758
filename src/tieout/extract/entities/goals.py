"""UN goals that a report names: a link is *stated* only where the report writes the goal's number.

"SDG 13", "SDGs 5, 8 and 12", "Goal 7: Affordable and Clean Energy", "Sustainable Development Goal 3", and a goal's
title with its own number: "Climate action (13)". A bare title states nothing and is left to inference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tieout.model import Basis, Catalogue, Entity, Goal, Passage, Relation, Report

_NUMBERS = r"(?:1[0-7]|[1-9])(?![\d.]*\d)"
_NAMED = re.compile(
    rf"\b(?:UN\s*)?(?:SDGs?|Sustainable\s+Development\s+Goals?|UN\s+Goals?)\s*(?:No\.?\s*|#\s*|:\s*)?"
    rf"({_NUMBERS}(?:\s*(?:,|and|&|to|/|;)\s*(?:and\s+)?{_NUMBERS})*)",
    re.IGNORECASE,
)
_TITLED = re.compile(rf"\bGoal\s+({_NUMBERS})\s*[:–—-]", re.IGNORECASE)
_PLURAL = re.compile(r"(?:UN\s*)?(?:SDGs|Sustainable\s+Development\s+Goals|UN\s+Goals)\b", re.IGNORECASE)
_ONE = re.compile(r"\d+")


def _titles(goals: Iterable[Goal]) -> dict[str, re.Pattern[str]]:
    """For each goal its title right before its number in brackets, or in brackets right behind it."""
    patterns = {}
    for goal in goals:
        words = [re.escape(word) if word != "and" else "(?:and|&)" for word in re.findall(r"\w+", goal.label)]
        if goal.parent or not words:
            continue
        title = r"\W{1,3}".join(words)
        patterns[goal.id] = re.compile(
            rf"\b{title}\b[\"”’]?\s*\((?:No\.?\s*|SDG\s*|Goal\s*)?0?{goal.id}\)|\bGoal\s+{goal.id}\s*\({title}\)",
            re.IGNORECASE,
        )
    return patterns


_PERHAPS = re.compile(r"\((?:No\.?\s*|SDG\s*|Goal\s*)?0?(\d{1,2})\)|Goal\s+(\d{1,2})(?=\s*\()", re.IGNORECASE)
"""A goal's number as it stands beside a title: goals without one on a page need no search for their title."""


def extract_goals(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """One entity for each goal named, with every passage that names it."""
    labels = {goal.id: goal.label for goal in catalogue.goals}
    titles = _titles(catalogue.goals)
    found: dict[str, list[Passage]] = {}
    for page in report.pages:
        text = page.body.text
        for match in sorted([*_NAMED.finditer(text), *_TITLED.finditer(text)], key=lambda m: (m.start(), m.end())):
            numbers = _ONE.findall(match[1])
            if len(numbers) == 1 and _PLURAL.match(match.group()):
                continue  # "UN SDGs 16" in a table of contents is a page number
            for number in numbers:
                end = _title_end(text, match.end(), labels.get(number, ""))
                found.setdefault(number, []).append(report.passage(page, match.start(), end))
        numbered = {number for groups in _PERHAPS.findall(text) for number in groups}
        for number in sorted(titles.keys() & numbered):
            pattern = titles[number]
            found.setdefault(number, []).extend(report.passage(page, *m.span()) for m in pattern.finditer(text))
    return tuple(
        Entity(
            report=report.id,
            kind="goal",
            label=f"SDG {number}" + (f" {labels[number]}" if number in labels else ""),
            passages=tuple(sorted(dict.fromkeys(passages), key=lambda p: (p.page, p.start))),
            section=_section(report, passages[0]),
            concept=f"goal:{number}",
            basis=Basis.STATED,
            relations=(Relation("goal", f"goal:{number}"),),
        )
        for number, passages in sorted(found.items(), key=lambda item: int(item[0]))
        if passages
    )


def _title_end(text: str, end: int, label: str) -> int:
    """The quote takes the goal's title along where it follows its number."""
    rest = re.match(r"\s*[:–—-]?\s*", text[end : end + 8])
    start = end + (rest.end() if rest else 0)
    return start + len(label) if label and text[start : start + len(label)].casefold() == label.casefold() else end


def _section(report: Report, passage: Passage) -> str:
    section = report.section_at(passage.page, passage.start)
    return section.id if section else ""
