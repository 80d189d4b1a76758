"""Short lines under a word that heads them: "Social" over three lines, beside "Environmental" and "Governance".

Such pages print the headings and what stands under them as lines of equal kind. Where all three are there, each followed by
a few short lines, what stands between one and the next is its list.
"""

from __future__ import annotations

import re

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, telling, without_company
from tieout.ask.facts.quoting import quoted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.question import COUNT_WORDS, Reading
from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import collapse

_HEADS = {"environment": r"Environment(?:al)?", "social": r"Social", "governance": r"Governance"}
_ASKED = lazy(
    r"^(?:which|what|list|name)(?: are| were)?(?: the| its)?(?: (?P<number>two|three|four|five|six))? (?P<what>(?:[\w’'-]+ ){0,3}?(?:topics?|issues|themes|areas|subjects|matters|aspects|priorities))\b.{0,60}?"
    r"\b(?:under|within|in|for|belong(?:ing)? to|beneath|below|heading|headed|of)\b(?: the| its)?(?: heading| pillar| dimension| category| area| word)? [“\"]?(?P<head>environment|social|governance)(?:al)?[”\"]?(?: heading| pillar| dimension| category| area)?$"
)
_LINE = lazy(r"[^\n]+")
_SHORT = lazy(r"^[A-Z](?!.*[.:;]$).{2,60}$")
_MOST, _FEWEST = 6, 2


def under_pillar(reading: Reading, view: View) -> Draft | None:
    """The lines under the heading asked for; None where no page lists all three so, or none says what they are."""
    asked = _ASKED.match(without_company(reading.folded.rstrip("?. "), view))
    if asked is None:
        return None
    insisted = telling(asked["what"], view)
    for report, page, text in view.pages():
        items = _items(text).get(asked["head"], [])
        number = COUNT_WORDS.get(asked["number"] or "", len(items))
        if items and len(items) == number and said(insisted, text) == insisted:
            told = "; ".join(collapse(i.group()) for i in items)
            start = text.rfind("\n", 0, items[0].start() - 1) + 1
            place = Passage(report, page, start, items[-1].end(), text[start : items[-1].end()])
            return quoted(view, (place,), intent=Intent.LIST, text=f"{told} (page {page}).", short=told)
    return None


def _items(text: str) -> dict[str, list[re.Match[str]]]:
    """The lines under each of the three headings; none where one of them is missing or heads too many lines."""
    found: dict[str, list[re.Match[str]]] = {}
    current: list[re.Match[str]] | None = None
    for line in _LINE.finditer(text):
        kept = collapse(line.group())
        head = next((name for name, form in _HEADS.items() if re.fullmatch(form, kept)), None)
        if head is not None and head in found:
            return {}
        if head is not None:
            current = found.setdefault(head, [])
        elif current is not None and _SHORT.match(kept) and not kept.isupper():
            current.append(line)
        else:
            current = None
    whole = len(found) == len(_HEADS) and all(_FEWEST <= len(lines) <= _MOST for lines in found.values())
    return found if whole else {}
