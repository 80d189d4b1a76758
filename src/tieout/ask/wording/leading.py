"""What a question asks once it has led over an index row: its wording without the codes and the words that lead to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import Question, Reading, read_question
from tieout.ask.wording.words import stem, terms
from tieout.patterns import lazy

_CODE = "\u00a7"
_PLACES = r"(?:table|chapter|section|subsection|part|passage|data|figures|place|page|text|annex|paragraph|index|entry|row|line|listing|item)s?"
_BEFORE_COLON = lazy(rf"^[^:?]{{0,200}}{_CODE}[^:?]{{0,200}}: (?=\S)")
"""A code in front of a colon: the question itself follows."""
_LEADS = frozenset(stem(w) for w in (*LIGHT, "look", "refer", "point", "lead", "send", "check", "open", "turn"))
_LED = lazy(
    rf"(?:\b(?:in|from|using|of|on|at|by|following|under|behind|via|through|according to|(?:starting|beginning|going) (?:from|at|with|by)) |^)(?:the )?(?:[\w-]+ ){{0,2}}{_PLACES}\b(?: [\w-]+){{0,7}}? {_CODE}(?: (?:refers?|points?|leads?|sends?) to)?,?",
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
    if opening is not None and not _tells(_ATTACHED.sub(" ", opening.group())):
        text = text.strip()[opening.end() :]
    for pattern in (_LED, _ATTACHED, _OPENING):
        text = pattern.sub(" ", text.strip())
    text = re.sub(r"\s+(?=[,?.])", "", text)
    return read_question(Question(text)) if text.strip(" ?,.") else reading


def _tells(text: str) -> bool:
    """Whether a stretch says anything but that one should look there."""
    return any(stem(t.text) not in _LEADS and not t.concepts <= _LEADS for t in terms(text))
