"""Whether a report follows a framework as a whole: "Does it report against SASB?".

The company's own sentence decides: one that says the report is prepared by it, or one that says it is only being looked
at. An index of the framework proves it as well; that no sentence speaks of it proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieout.ask.draft import Draft
from tieout.ask.facts.polarity import NEGATIVE
from tieout.ask.facts.quoting import quoted
from tieout.ask.passages.sentences import Sentence, shortened, split
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import Reading
from tieout.ask.wording.scope import short_names
from tieout.model import AnswerStatus, DisclosureStatus, Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

_NAMES: tuple[tuple[str, str, str], ...] = (
    ("gri", "GRI", r"\bgri\b|\bglobal reporting initiative\b"),
    ("sasb", "SASB", r"\bsasb\b|\bsustainability accounting standards board\b"),
    ("tcfd", "TCFD", r"\btcfd\b|\btask ?force on climate-related\b"),
    ("esrs", "ESRS", r"\besrs\b|\beuropean sustainability reporting standards?\b"),
    ("ifrs-s2", "ISSB", r"\bissb\b|\binternational sustainability standards board\b|\bifrs s[12]\b"),
    ("hkex-c2", "HKEX ESG code", r"\besg reporting (?:code|guide)\b|\bappendix (?:c2|27)\b|\bhkex (?:esg )?(?:reporting )?(?:code|guide)\b"),
    ("", "CSRD", r"\bcsrd\b|\bcorporate sustainability reporting directive\b"),
    ("", "UN Global Compact", r"\b(?:un|united nations) global compact\b|\bungc\b"),
    ("", "German Sustainability Code", r"\bgerman sustainability code\b|\bdnk\b"),
    ("", "GHG Protocol", r"\bg(?:hg|reenhouse gas) protocol\b"),
    ("", "CDP", r"\bcdp\b|\bcarbon disclosure project\b"),
    ("", "SBTi", r"\bsbti\b|\bscience[- ]based targets? initiative\b"),
)  # fmt: skip
_MOST_PIECES = 3
_GOES_ON = lazy(r"(?:\b(?:the|an?|and|or|of|to|in|with|by|for|on|our|its)|,)$")
_FOLLOWS = (
    r"(?:report(?:s|ed|ing)?|prepar\w+|disclos\w+|publish\w*|align\w*|compl(?:y|ies|ied|iant|iance)|follow\w*|appl(?:y|ies|ied)|uses?|used|adher\w+|adopt\w*|"
    r"conform\w*|orient\w*|guided|bas(?:ed?|is)|refer\w*|accordance|support\w*|sign(?:ed|atory)?|participat\w*|committed|relies|relied|line with)"
)
_VERB = lazy(rf"\b{_FOLLOWS}\b")
_ADOPTS = lazy(
    r"\b(?:in (?:accordance|line|compliance|alignment|conformity) with|according to|based (?:primarily )?on|with reference to|align(?:s|ed) (?:with|to)|follow(?:s|ed|ing)?|"
    r"prepared (?:under|by)|compl(?:y|ies|ied) with|pursuant to|adopt(?:s|ed)|appl(?:y|ies|ied)|report(?:s|ed)? (?:against|under|to|on|by)|uses?|used|oriented (?:to|towards)|"
    r"guided by|member of|signatory|joined|participat(?:es?|ed) in|supports?|committed to|relie[sd] (?:\w+ )?on)\b"
)
_CONSIDERS = lazy(
    r"\b(?:monitor(?:s|ing)?|reviewing|consider(?:s|ing)?|evaluat(?:e|es|ing)|exploring|plan(?:s|ning)? to|intends? to|prepar(?:e|es|ing) for|will (?:\w+ ){0,3}?(?:report|apply|be)|"
    r"in (?:the )?future|future reporting|from (?:the )?(?:financial year |fiscal year )?20\d\d|aims? to|working towards|not yet)\b"
)

_EXAMINES = lazy(
    r"\b(?:review|examin|evaluat|assess|explor|investigat|consider)(?:e?s|ing|e)?\b.{0,80}\b(?:applicab|frameworks?|standards?|suitab|relevan|adopt|whether)"
)
_LOOKED_INTO = lazy(
    r"^(?:which|what)\b(?!.*\b(?:by|accounting|labou?r|safety|quality)\b).{0,60}\b(?:standards?|frameworks?|guidelines|protocols)\b.{0,60}\b(?:examin|review|evaluat|consider|look(?:s|ed|ing)? (?:at|into)|explor|assess|investigat|monitor)"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A framework that a question names: its id in the catalogue or "", its name, and how texts write it."""

    id: str
    name: str
    pattern: re.Pattern[str]


def framework_followed(reading: Reading, view: View) -> Draft | None:
    """Yes or no with the sentence or the index that tells; None where no framework as a whole is asked about."""
    named = _named(reading, view)
    if named is None:
        return None
    said = list(_sentences(named, view))
    adopted = [s for s in said if _ADOPTS.search(fold(s.text)) and not _CONSIDERS.search(fold(s.text))]
    denied = [s for s in adopted if NEGATIVE.search(fold(s.text))]
    rows = [
        d for d in view.disclosures
        if d.framework == named.id and d.indexed and d.passage is not None and d.status is not DisclosureStatus.NOT_FOUND
    ]  # fmt: skip
    kept = [s for s in adopted if s not in denied]
    if kept:
        return _draft(named, "yes", shortened(kept[0].text, 60), kept[0].passage, view)
    if rows and rows[0].passage is not None:
        text = f"the report has an index of {len(rows)} {named.name} disclosures."
        return _draft(named, "yes", text, rows[0].passage, view)
    looked = denied or [s for s in said if _CONSIDERS.search(fold(s.text))]
    if looked:
        return _draft(named, "no", shortened(looked[0].text, 60), looked[0].passage, view)
    return Draft(
        status=AnswerStatus.NOT_FOUND,
        intent=Intent.CLAUSE_STATUS,
        text=f"Not found: the report has no {named.name} index, and no sentence says that it follows {named.name}.",
    )


def framework_considered(reading: Reading, view: View) -> Draft | None:
    """The sentence on the frameworks that a report only looks into so far: "which standards are being examined?"."""
    if _LOOKED_INTO.match(reading.folded) is None:
        return None
    every = _Named("", "", re.compile("|".join(p for _, _, p in _NAMES), re.IGNORECASE))
    for sentence in _sentences(every, view):
        folded = fold(sentence.text)
        if _EXAMINES.search(folded) is not None and NEGATIVE.search(folded) is None:
            text = shortened(sentence.text, 70)
            return quoted(view, (sentence.passage,), intent=Intent.CLAUSE_EVIDENCE, text=text, short=text)
    return None


def _named(reading: Reading, view: View) -> _Named | None:
    """The framework of a yes-or-no question that asks of nothing else."""
    if not reading.yes_no or _VERB.search(reading.folded) is None:
        return None
    found = next(((i, n, p) for i, n, p in _NAMES if re.search(p, reading.folded)), None)
    if found is None:
        return None
    rest = re.sub(found[2], " ", reading.folded)
    rest = _VERB.sub(
        " ",
        re.sub(
            r"\b(?:standards?|frameworks?|recommendations?|guidelines?|principles|index|against|under|esg|sustainability|directive|code|requirements?|initiative|voluntarily|own)\b",
            " ",
            rest,
        ),
    )
    own = [n for o in view.organizations for n in short_names(o)]
    if any(t.text not in LIGHT for t in content_terms(focus_text(rest, own))):
        return None
    return _Named(found[0], found[1], re.compile(found[2], re.IGNORECASE))


def _sentences(named: _Named, view: View) -> Iterator[Sentence]:
    """The sentences that name it, in page order."""
    for report, page, text in view.pages():
        if named.pattern.search(text) is None:
            continue
        pieces = split(Passage(report, page, 0, len(text), text), text)
        for i, sentence in enumerate(pieces):
            if named.pattern.search(sentence.text) is not None:
                yield _whole(pieces, i, text)


def _whole(pieces: Sequence[Sentence], at: int, text: str) -> Sentence:
    """A sentence that a short line cut in two, put together again: it begins small, or goes on from function words."""
    first = at
    while (
        first > 0
        and at - first < _MOST_PIECES
        and (pieces[first].text[:1].islower() or _GOES_ON.search(pieces[first - 1].text) is not None)
    ):
        first -= 1
    if first == at:
        return pieces[at]
    p = pieces[at].passage
    start = pieces[first].passage.start
    return Sentence(Passage(p.report, p.page, start, p.end, text[start : p.end]), collapse(text[start : p.end]))


def _draft(named: _Named, verdict: str, told: str, place: Passage, view: View) -> Draft:
    entity = PlanEntity("standard", named.name)
    text = f"{verdict.capitalize()}: {told}"
    return quoted(view, (place,), intent=Intent.CLAUSE_STATUS, text=text, short=verdict, named=(entity,))
