"""The rule book by which something is done, told by the relation: "overtime is subject to the Working Time Rules".

The title stands right behind words such as "subject to", "laid down in" or "specified in"; what is asked about stands before them
in the same sentence. A rule book of another kind than the one asked for, or one that something else is subject to, is none.
"""

from __future__ import annotations

from tieout.ask.draft import Draft
from tieout.ask.facts.asked import said, telling, without_company
from tieout.ask.facts.nearby import sentences_near
from tieout.ask.facts.quoting import quoted
from tieout.ask.facts.titles import NOUNS, is_called, is_general, titles
from tieout.ask.passages.sentences import Sentence, part
from tieout.ask.passages.stretches import stretch
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import Reading
from tieout.patterns import lazy
from tieout.text import collapse

_RULES = r"lays? down|laid down|govern(?:s|ed)?|regulates?|regulated|sets? out|contains?|appl(?:y|ies) to|covers?|determines?|determined|defines?|defined|specif(?:y|ies|ied)|prescribes?|rules?|stipulates?|stipulated"
_ASKED = lazy(
    rf"^(?P<lead>in|under|by|from|according to|in accordance with|pursuant to|on)? ?(?:which|what) (?:(?:internal|official|company|own|written|public|group) )*(?P<noun>{NOUNS})\b "
    rf"(?:(?P<verb>{_RULES}) |(?:is|are|was|were|do|does|did) )(?P<subject>.+)$"
)
_TAKEN = lazy(
    r" (?:taken|drawn|derived|based|laid down|set out|specified|defined|regulated|governed|determined|found|from|on|in|by|under)+$"
)
_ABOUT = lazy(
    r"^(?:the |all )?(?:rules|provisions|requirements|details|principles|conditions) (?:on|for|of|about|regarding|concerning) "
)
_RELATION = lazy(
    r"\b(?:subject to|governed by|regulated (?:by|in|under)|determined (?:according to|by|in)|laid down in|set out in|defined (?:in|by)|specified (?:in|by)|stipulated (?:in|by)|prescribed (?:in|by)|"
    r"based on|described in|in accordance with|according to|pursuant to|taken from|published in|follows?)\s+(?:the |our |its |this )?(?:[\w-]+['’]s )?$"
)
_CLAUSE = lazy(r";\s|,\s(?:and|while|whereas)\s(?=[a-z]+ing\b)|,\s(?:while|whereas)\s")
_LEAST_SAID = 0.6
_FEWEST = 2


def governing_rule(reading: Reading, view: View) -> Draft | None:
    """The title of the rule book asked for by what it governs; None where no sentence tells it, or two tell another one."""
    asked = _ASKED.match(without_company(reading.folded.rstrip("?. "), view))
    if asked is None or not (asked["lead"] or asked["verb"]):
        return None
    subject = _ABOUT.sub("", _TAKEN.sub("", asked["subject"]))
    content = content_terms(subject)
    insisted = telling(subject, view)
    found: list[tuple[int, str, Sentence, int]] = []
    for sentence, before in sentences_near(reading.text, view):
        for title in titles(sentence.text):
            relation = _RELATION.search(sentence.text[: title.start()])
            if relation is None or not is_called(title["title"], asked["noun"]):
                continue
            clause = _CLAUSE.split(sentence.text[: relation.start()])[-1]
            own = said(content, clause)
            around = said(content, f"{before.text if before is not None else ''} {clause}")
            if is_general(asked["noun"]):
                fits = len(said(insisted, clause)) == len(insisted)
            else:
                fits = content[:1] == own[:1] and len(around) >= _LEAST_SAID * len(content)
            if own and fits and len(around) >= min(_FEWEST, len(content)):
                found.append((len(own), title.group(), sentence, title.end()))
    most = max((f[0] for f in found), default=0)
    best = [f for f in found if f[0] == most]
    if len({collapse(f[1]) for f in best}) != 1:
        return None
    _, told, sentence, end = best[0]
    span = stretch(sentence.text[:end], sentence.passage.quote)
    place = part(sentence, *span) if span is not None else sentence.passage
    return quoted(view, (place,), intent=Intent.THING, text=f"{told} (page {place.page}).", short=told)
