"""Which frameworks a report says it follows: by an index of theirs, or by saying so in a sentence."""

from __future__ import annotations

import re

_ADOPTION = re.compile(
    r"in accordance with|with reference to|in compliance with|compl(?:y|ies) with|in line with|align(?:s|ed|ment) with"
    r"|prepared (?:under|based on|according to)|follows|recommended by|recommendations (?:of|set out by)|response to"
    r"|applied",
    re.IGNORECASE,
)
_NAMES: tuple[tuple[str, str], ...] = (
    ("gri", r"GRI (?:Sustainability Reporting )?Standards|Global Reporting Initiative"),
    (
        "hkex-c2",
        r"(?:ESG|Environmental, Social and Governance) Reporting (?:Guide|Code)|Appendix (?:C2|27)\b",
    ),
    ("tcfd", r"TCFD|Task Force (?:on|for) Climate[- ]related Financial Disclosures"),
    ("ifrs-s2", r"IFRS S2"),
    ("esrs", r"European Sustainability Reporting Standards \(?ESRS|ESRS (?:Set|standards)"),
    ("sasb", r"SASB|Sustainability Accounting Standards Board"),
)
_MENTIONS = tuple((framework, re.compile(names, re.IGNORECASE)) for framework, names in _NAMES)
_LATER = re.compile(
    r"\b(?:not|will|plans?|planned|intends?|future|next year|prepar(?:e|es|ing) for|from 20\d\d)\b", re.IGNORECASE
)
_WITHIN = 160


def adopted(text: str) -> list[str]:
    """The frameworks that a sentence of the text says the report follows; plans for later years do not count."""
    return [framework for framework, names in _MENTIONS if any(_follows(text, m.start()) for m in names.finditer(text))]


def _follows(text: str, start: int) -> bool:
    """Whether words of adoption stand in the same sentence before a framework's name, and none of postponement."""
    before = text[max(0, start - _WITHIN) : start].rsplit(". ", 1)[-1]
    return _ADOPTION.search(before) is not None and _LATER.search(before) is None
