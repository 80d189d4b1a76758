"""What a figure that is stated of something is stated of: "the index, which measures …, stood at 79 percent".

Read backwards from the figure, the nearest words belong to the clause in between. The name stands before it: in front
of the relative clause, as a capitalised name with its short form in brackets, as the title of a list item, or in the
sentence before where the subject is only pointed at ("this indicator").
"""

from __future__ import annotations

import re

from tieout.extract.kpi.phrases import names
from tieout.text import collapse

_ABOUT = r"(?:around|about|approximately|roughly|nearly|almost|only|just|some|over|under|a|an|now)"
_RESULT = r"(?:overall |final |total |positive |negative |average )?(?:score|result|rating|index value|index)"
_STATES = re.compile(
    rf"\b(?:st(?:ands|ood) at|c(?:omes|ame) in at|amount(?:s|ed) to|totall?(?:s|ed)|reach(?:es|ed)?|"
    rf"(?:in spite of|despite|with|achieved?|at|received?|obtained?) an? {_RESULT} of)(?: {_ABOUT}){{0,2}}\s*$"
)
"""Verbs that state the value of their subject, whatever stands between the two."""
_TITLE = re.compile(r"(?:[•▪●◦·*–-]\s*)?(?P<title>[A-Z][^.:;?!]{3,90}):\s*$")
_LONGEST_TITLE = 9
_SHORT_FORM = re.compile(
    r"(?P<name>(?:[A-Z][\w’'&/-]*\s+)(?:(?:[A-Z][\w’'&/-]*|of|for|and|per)\s+){0,6}\([A-Z][A-Za-z]{1,6}s?\))"
)
_WITHOUT_SHORT_FORM = re.compile(r"(?P<name>(?:[A-Z][\w’'&/-]*\s+){2,6}(?:Index|Score|Rate|Ratio|Rating))\b")
_RELATIVE = re.compile(r",?\s+which\b")
_POINTS_BACK = re.compile(
    r"(?:^|,\s*)(?:this|that|the) (?:indicator|figure|index|score|rate|ratio|rating|value|metric)$", re.IGNORECASE
)
_OPENING = re.compile(r"^(?:the|our|its|this|an?)\s+", re.IGNORECASE)
_ASIDE = re.compile(
    r"^(?:in|at|with|for|as|by|on|of|to|from|during|since|after|before|despite|compared|thanks|due|however|while|where|which|that)\b"
)
_GOAL = re.compile(
    r"^(?:the |our |its )?(?:(?P<head>[\w’'-]+(?: [\w’'-]+){0,3}) )?target (?:for|of) (?P<of>.{3,80}?)"
    r"(?: (?:in|for) (?:the )?(?:20\d\d|financial year)| of (?:at least )?[<>≥≤\d])",
    re.IGNORECASE,
)
_MET = re.compile(r"\bwas (?:\w+ )?(?:achieved|reached|met|exceeded|surpassed|missed|outperformed)\b")
_LONGEST = 10


def item_title(stretch: str) -> str:
    """The title that a list item opens with ("Leadership Index: …"), given the stretch up to its colon; "" for none."""
    found = _TITLE.match(collapse(stretch))
    title = found["title"].strip() if found is not None else ""
    return title if 0 < len(title.split()) <= _LONGEST_TITLE else ""


def stated_of(text: str, low: int, at: int, title: str, before: str) -> str:
    """The name of what a figure is stated of, or "" where the words next to it say it as well.

    Args:
        text: the body text.
        low: where the sentence begins.
        at: where the figure, with its qualifier, begins.
        title: the title of the list item that the sentence belongs to.
        before: the sentence before.
    """
    sentence = collapse(text[low:at])
    verb = _STATES.search(f"{sentence} ")
    if verb is None:
        return ""
    if title:
        return title
    clause = sentence[: verb.start()].strip(" ,")
    if _POINTS_BACK.search(clause) is not None:
        return _named(before)
    goal = _GOAL.match(clause)
    if goal is not None and _MET.search(clause) is not None:
        return collapse(f"{goal['of']} {goal['head'] or ''}")
    relative = _RELATIVE.search(clause)
    if relative is not None and names(clause[relative.end() :]):
        subject = clause[: relative.start()].split(", ")[-1]
        return _short(subject)
    return _named(clause) if len(clause.split()) > _LONGEST else ""


def _named(sentence: str) -> str:
    """The capitalised name in a sentence, the one with its short form first; the last where there are several."""
    found = list(_SHORT_FORM.finditer(sentence)) or list(_WITHOUT_SHORT_FORM.finditer(sentence))
    return _short(found[-1]["name"]) if found else ""


def _short(subject: str) -> str:
    name = _OPENING.sub("", collapse(subject))
    return name if name and not _ASIDE.match(name) and len(name.split()) <= _LONGEST else ""
