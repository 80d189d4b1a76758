"""What a question asks once it has led over an index row: its wording without the codes and the words that lead to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import Question, Reading, read_question
from tieout.ask.wording.words import Term, stem, terms
from tieout.patterns import lazy

_CODE = "\u00a7"
_PLACE_NOUNS = (
    "table|chapter|section|subsection|part|passage|data|figures|place|page|text|annex|appendix|statement|paragraph"
)
PLACES = rf"(?:{_PLACE_NOUNS})s?"
"""What an index row cites."""
_PLACES = rf"(?:{_PLACE_NOUNS}|index|entry|row|line|listing|item|note|remark|comment)s?"
"""The same, and what in the index does."""
_POINTS = r"(?:(?:refers?|points?|leads?|sends?|directs?)(?: (?:to|you|one|us))?|cites?|names?|gives?|lists?)"
_BEFORE_COLON = lazy(rf"^[^:?]{{0,200}}{_CODE}[^:?]{{0,200}}: (?=\S)")
"""A code in front of a colon: the question itself follows."""
WH = r"(?:(?:to|by|of|for|in|at|on|with|from|since|through) )?(?:which|what|who|whom|whose|how|when|why)\b"
"""How a question opens that asks for a thing."""
_OPENS = lazy(rf"^[^?]{{0,200}}{_CODE}[^,:?]{{0,90}}[,:;] (?={WH}|(?:name|list)\b)", re.IGNORECASE)
"""All in front of the question itself, where a code in it leads to the place."""
_PLACE = lazy(rf"\b{_PLACES}\b", re.IGNORECASE)
_LEADS = frozenset(
    stem(w)
    for w in (
        *LIGHT,
        *"look refer point lead send check open turn follow cite give name answer hong kong hkex gri esrs".split(),
        *("hong kong", "requirement", "content", "kpi", "exchange", "code"),
    )
)
_LED = lazy(
    rf"(?:,? ?\b(?:in|from|using|of|on|at|by|per|says|following|under|behind|via|through|according to|(?:is |are )?(?:found|shown|given|named|printed|described) (?:in|under|at|on)|(?:starting|beginning|going) (?:from|at|with|by)) |^)"
    rf"(?:the )?(?:[\w-]+ ){{0,2}}{_PLACES}\b(?: [\w'’&-]+){{0,8}}? \(?{_CODE}\)?(?: {_POINTS}\b)?,?|"
    rf",? ?\bwhere (?:[\w'’-]+ ){{1,7}}?{_CODE}(?:['’]s(?: [\w-]+){{0,2}})?",
    re.IGNORECASE,
)
"""A place named by the code that cites it: "in the table that answers …"."""
_ATTACHED = lazy(
    rf"\(?(?:(?:for|behind|under|by|of) )?(?:the )?(?:hong kong )?(?:hkex|gri|esrs)?\s?(?:kpi )?{_CODE}\)?",
    re.IGNORECASE,
)
_OPENING = lazy(
    r"^(?:using|from|following|follow|in) the (?:data|figures|table|chapter|section)s? (?:cited|indexed|named|given)?\s*,?",
    re.IGNORECASE,
)


_LEAD_OVER = lazy(
    rf"(?:in|at|under|using|from|per|follow(?:ing)?|go(?:ing)? to|see|look(?:ing)? (?:at|up|in)|turn(?:ing)? to|open(?:ing)?|according to|by|take|taking|with)\b"
    rf"(?=[^?]*?(?:{PLACES}|cited|indexed|index)\b)[^?]{{2,200}}?\d[^?,:;]{{0,90}}[,:;] (?={WH})",
    re.IGNORECASE,
)


def lead_over(text: str) -> str:
    """What stands before a question and leads over a code to a place: "in the section indexed for B2.3, "; else nothing."""
    found = _LEAD_OVER.match(text.strip())
    return found.group() if found is not None else ""


def without_codes(reading: Reading, codes: Sequence[str]) -> Reading:
    """The question without codes and the words that lead to them; as it is where nothing else is asked.

    Args:
        reading: the question.
        codes: the codes as they are written in its folded text.
    """
    text = reading.text
    for code in codes:
        text = re.sub(rf"(?<![\w.]){re.escape(code)}(?![\w.-]*\d)", _CODE, text, flags=re.IGNORECASE)
    opening = _BEFORE_COLON.match(text.strip())
    led = _OPENS.match(text.strip())
    if led is not None and _PLACE.search(led.group()) is not None:
        # What stands behind the code says where in its place to look; what stands before it says what the clause is about.
        said = [t.text for t in terms(led.group().rpartition(_CODE)[2]) if _leads_not(t)]
        text = text.strip()[led.end() :].rstrip("? ") + (f" in {' '.join(said)}?" if said else "?")
    elif opening is not None and not _tells(_ATTACHED.sub(" ", opening.group())):
        text = text.strip()[opening.end() :]
    for pattern in (_LED, _ATTACHED, _OPENING):
        text = pattern.sub(" ", text.strip())
    text = re.sub(r"\s+(?=[,?.])", "", text)
    return read_question(Question(text)) if text.strip(" ?,.") else reading


def _tells(text: str) -> bool:
    """Whether a stretch says anything but that one should look there."""
    return any(_leads_not(t) for t in terms(text))


def _leads_not(term: Term) -> bool:
    return stem(term.text) not in _LEADS and not term.concepts <= _LEADS and _PLACE.fullmatch(term.text) is None
