"""Whose report it is and of which year, found in the text where the caller does not say.

A company is named by its legal form ("Example Holdings Ltd."), most often on the first pages; the year is the one the
first pages and the report's own sentences about itself name most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tieout.model import Page
from tieout.text import collapse

_FORMS = (
    r"Co\., Ltd\.|Co\. Ltd\.?|Company Limited|Corporation|Corp\.|Incorporated|Inc\.|Limited|Ltd\.?|LLC|L\.P\."
    r"|PLC|plc|p\.l\.c\.|AG & Co\. KGaA|GmbH & Co\. KG|KGaA|AG|SE|GmbH|S\.A\.|SA|N\.V\.|NV|B\.V\.|S\.p\.A\.|SpA"
    r"|A/S|ASA|AB|Oyj|REIT|Berhad|Bhd\.?"
)
_PART = r"[A-Z0-9(][\w&’'.()-]{0,30}|&|of|and|de|der|für"
_NAMED = re.compile(rf"(?<![\w&])((?:{_PART})(?:,? (?:{_PART})){{0,6}}),? ({_FORMS})(?![\w])")
_LEAD = re.compile(
    r"^(?:(?:The|This|Our|In|At|By|For|Of|And|About|Report|Annual|Sustainability|ESG|of|and|by|the)\s+)+"
)
_YEAR = re.compile(r"(?<![\d./,-])(20[0-4]\d)(?![\d%]|[.,]\d)")
_PERIOD = re.compile(
    r"(?:report(?:ing)?|fiscal|financial|year|FY|annual|sustainability|ESG|governance|period|ended|31|30)[^.\n]{0,40}?"
    r"(?<![\d.,])(20[0-4]\d)(?!\d)|(?<![\d.,])(20[0-4]\d)(?!\d)[^.\n]{0,30}?(?:report|fiscal year|financial year)",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?:1 January|January 1|1 April|April 1|1 July|July 1),? ?(?:20\d\d)? (?:to|until|through|and|-|–) ?"
    r"(?:31 December|December 31|31 March|March 31|30 June|June 30),? ?(20\d\d)",
    re.IGNORECASE,
)
_FRONT_CHARACTERS = 12_000
_NOBODY = frozenset({"anonymous", "unknown", "user", "admin", "administrator", "author"})
"""What programs write into a file where nobody gave an author."""


def find_organization(pages: Sequence[Page], title: str = "", author: str = "") -> str:
    """The company named most often by its legal form, front pages counted more; else the document's author; else ""."""
    votes: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    seen = 0
    for page in pages:
        text = collapse(page.body.text)
        weight = 3 if seen < _FRONT_CHARACTERS else 1
        seen += len(text)
        for match in _NAMED.finditer(text):
            stem = _LEAD.sub("", match.group(1)).strip(" ,")
            if len(stem) < 2 or stem.casefold() in {"the company", "company", "group"}:
                continue
            form = match.group(2)
            name = f"{stem}, {form}" if f"{stem}, {form}" in match.group(0) else f"{stem} {form}"
            key = stem.casefold()
            votes[key] += weight
            spelled.setdefault(key, Counter())[name] += 1
    # The stored texts: a short report names itself mostly in the running header that is set aside.
    bodies = [page.text for page in pages]
    need = max(3, len(pages) // 10)
    for key in sorted(votes):
        word = min(spelled[key]).split()[0].strip(",.()")
        if sum(body.count(word) for body in bodies) < need:  # a report names itself all over, its auditor once
            del votes[key]
    if votes:
        best = min(votes, key=lambda key: (-votes[key], key))
        if votes[best] > 1 or len(pages) < 3:
            return min(spelled[best], key=lambda name: (-spelled[best][name], -len(name), name))
    return collapse(author) if 0 < len(author) <= 80 and author.strip("()").casefold() not in _NOBODY else ""


def find_period(pages: Sequence[Page], name: str = "", title: str = "") -> str:
    """The reporting year as four digits, or ""."""
    votes: Counter[str] = Counter()
    seen = 0
    for page in pages:
        if seen > 10 * _FRONT_CHARACTERS:
            break
        text = page.body.text
        front = 3 if seen < _FRONT_CHARACTERS else 1
        seen += len(text)
        for match in _PERIOD.finditer(text):
            votes[match.group(1) or match.group(2)] += front
        for match in _SPAN.finditer(text):
            votes[match.group(1)] += 10 * front
    for source, weight in ((title, 10), (name, 5)):
        for year in re.findall(r"(?<!\d)(20[0-4]\d)(?!\d)", source):
            votes[year] += weight
    if not votes:
        for page in pages[:5]:
            votes.update(_YEAR.findall(page.text))
    return min(votes, key=lambda year: (-votes[year], -int(year))) if votes else ""
