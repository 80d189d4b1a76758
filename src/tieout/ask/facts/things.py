"""Questions about named things: the policy of a topic, the law respected, the certificate held, who cares about what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.ask.draft import Draft
from tieout.ask.facts.kinds import ASKS, KINDS, asked_kinds
from tieout.ask.passages.places import section_of
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import COUNT_WORDS, Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, stem, terms
from tieout.model import AnswerStatus, Entity
from tieout.patterns import lazy
from tieout.text import fold

_PLURAL = lazy(
    r"\b(?:list|all|(?:which|what) (?!(?:is|was|does|has|its|this)\b)\w+s\b|name the \w+s\b|(?:which|what) (?:[\w'’&-]+ ){0,3}(?:policies|rules|documents|laws|statutes|certificates|certifications|measures|regulations|procedures|committees|stakeholders|risks|opportunities|sdgs|goals|targets|topics|schemes|systems|standards))"
)
_SO_MANY = lazy(rf"(?:which|what(?: are| were)?|name|list)(?: the| its)? (?P<number>{'|'.join(COUNT_WORDS)})\b")
_SURE = 0.45
_CALLED = 0.06
_TIED, _MOST_TIED, _ALL_BUT = 0.03, 3, 0.95
_WHOLE_SECTION, _HALF = 6, 0.5
_MOST, _MOST_LISTED = 30, 12
_FAIR, _FAIR_SAID, _AHEAD = 0.33, 0.5, 0.1
_MOST_WORDS = 90
_BESIDE = 400
"""Characters within which things are named beside each other."""
_TABLED = frozenset({"risk", "opportunity"})
"""Kinds that reports list in one table, without saying at each item what the table is about."""
_ISO = lazy(r"\biso\b")
_BASED = lazy(
    r"\b(?:based|rests?|built|founded|derive[sd]?|modelled) (?:on|upon|from|in)?\b|\b(?:on|upon|from) (?:which|what)\b"
)
_OF_KIND = frozenset("internal iso material un group interest certified hold held holds listed mentioned named".split())
"""Words before a noun that belong to the kind."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entity with its score, what its name and surroundings, or its name alone, say of the question, and its calling.

    Args:
        entity: the thing.
        score: how well it fits; orders things.
        said: the share of the question that its name and surroundings say, 0..1.
        direct: the share that its name alone says.
        called: whether the noun asked for is in its name.
    """

    entity: Entity
    score: float
    said: float
    direct: float = 0.0
    called: bool = False


def _is_named(entity: Entity, reading: Reading, content: Sequence[Term]) -> bool:
    """Whether the question itself says a thing's whole name, or what sort of thing it is and of what: it asks for another then.

    "On which policy is the buying method based?" names the "Procurement Method", not the policy.
    """
    if len(entity.label.split()) > 1 and fold(entity.label) in reading.folded:
        return True
    *before, head = terms(entity.label) or (None,)
    said = head is not None and _BASED.search(reading.folded) is not None and any(q.text == head.text for q in content)
    return said and any(t is not None and any(q.matches(t) for q in content) for t in before)


def _by_place(r: Ranked) -> tuple[int, int, str]:
    place = r.entity.passages[0] if r.entity.passages else None
    return (place.page, place.start, r.entity.label) if place is not None else (0, 0, r.entity.label)


class Things:
    """Answers questions about named things over one view."""

    def __init__(self, view: View) -> None:
        self._view = view

    def answer(
        self, reading: Reading, *, sections: Sequence[str] = (), starts: Sequence[str] = (), everything: bool = True
    ) -> Draft | None:
        """A draft, or None where no thing of the asked kind fits well.

        Args:
            reading: the question.
            sections: ids of sections the things must stand in, where the question leads to some.
            starts: IRIs the question names besides.
            everything: whether a question that restricts nothing asks for all there are; not where it names a clause of no row.
        """
        kinds = asked_kinds(reading)
        if not kinds:
            return None
        picked: list[Ranked] = []
        many = _PLURAL.search(reading.folded) is not None
        for kind in kinds[:3]:
            ranked = self.rank(reading, kind, sections)
            if not ranked:
                continue
            bare = self._unrestricted(reading, kind)
            meant = ranked if bare else [r for r in ranked if r.said > _HALF * max(x.said for x in ranked)]
            if many and (len(ranked) <= _WHOLE_SECTION and bool(meant) if sections else everything and bare):
                # All there are of them, in the place the question leads to or in the whole report.
                picked += sorted(meant, key=_by_place)[:_MOST]
                if sections:
                    continue
                break
            whole = self._all_of(ranked, reading, kind) if many and kind in _TABLED and not sections else []
            if whole:
                picked += whole
                break
            titled = [r for r in ranked if r.called] if sections and bare else []
            if len(titled) == 1:
                picked += titled  # "which system was set up there?": the one that is called so
                break
            content = self._asked(reading, kind)[1]
            if any(_is_named(r.entity, reading, content) for r in ranked):
                # A thing that the question names stands in some relation to the one asked for; the text may tell it.
                continue
            ranked = [r for r in ranked if self._holds(r, reading, kind)]
            if not ranked or not self._stands_out(ranked, wide=bool(sections)):
                continue
            picked += self._company(ranked, kind) if many or kind == "stakeholder" else self._alike(ranked)
            number = _SO_MANY.match(reading.folded)
            if number is not None and len(picked) != COUNT_WORDS[number["number"]]:
                return None  # five are asked for: three of them are no answer
            if not sections:
                break
        if not picked:
            return None
        return self._draft(reading, picked, starts)

    def rank(self, reading: Reading, kind: str, sections: Sequence[str] = ()) -> list[Ranked]:
        """Entities of a kind, best first."""
        view = self._view
        wanted = [e for e in view.entities if e.kind == kind]
        if sections:
            wanted = [here for e in wanted if (here := self._within(e, sections)) is not None]
        if not wanted:
            return []
        focus, content = self._asked(reading, kind)
        weight = view.linker.weight
        total = sum(weight(q) for q in content) or 1.0
        match = re.search(rf"{ASKS}(?P<noun>{dict(KINDS)[kind]})\b", reading.folded)
        noun = tuple(Term(w, 0, 0, frozenset({stem(w)})) for w in match["noun"].split()) if match is not None else ()
        labels = [f"{e.label}: {e.detail}" if e.detail else e.label for e in wanted]
        contexts = [self._context(e) for e in wanted]
        near = view.ports.retrieval.similarity(focus, labels)
        if sections:  # in the one place to look in, what is said of a thing tells it as well as its name does
            there = view.ports.retrieval.similarity(focus, contexts)
            near = [max(pair) for pair in zip(near, there, strict=True)]
        found = []
        for entity, label, context, similarity in zip(wanted, labels, contexts, near, strict=True):
            own, around = terms(label), terms(context)
            direct = sum(weight(q) for q in content if any(q.matches(t) for t in own))
            beside = sum(
                weight(q) for q in content if not any(q.matches(t) for t in own) and any(q.matches(t) for t in around)
            )
            said = (direct + 0.6 * beside) / total
            called = any(not n.concepts.isdisjoint(t.concepts) for n in noun for t in terms(entity.label))
            score = 0.45 * similarity + 0.55 * said + _CALLED * called
            found.append(Ranked(entity, score, said, direct / total, called))
        return sorted(
            found, key=lambda r: (-r.score, r.entity.passages[0].page if r.entity.passages else 0, r.entity.label)
        )

    def _within(self, entity: Entity, sections: Sequence[str]) -> Entity | None:
        """The entity as it is named in these sections, its places there first; None where it is not."""
        inside = [p for p in entity.passages if section_of(p, self._view) in sections]
        if not inside:
            return entity if entity.section in sections else None
        return replace(entity, passages=(*inside, *(p for p in entity.passages if p not in inside)))

    def _asked(self, reading: Reading, kind: str) -> tuple[str, tuple[Term, ...]]:
        """The focus and the terms of a question without the noun of the kind asked for; what restricts that noun stays."""
        names = [n for o in self._view.organizations for n in short_names(o)]
        nouns = "|".join(noun for k, noun in KINDS if k == kind or (kind == "certification" and k == "standard"))
        text = re.sub(rf"(?P<asks>{ASKS})(?:{nouns})\b", r"\g<asks>", reading.folded)
        focus = focus_text(re.sub(r"^(?:which|what|who|name|list)\b", " ", text), names)
        content = (*content_terms(focus), *(t for y in reading.years for t in terms(y)))
        return focus, tuple(t for t in content if t.text not in _OF_KIND)

    def _unrestricted(self, reading: Reading, kind: str) -> bool:
        """Whether the question says nothing telling but the kind: "what certificates does it hold?"."""
        _, content = self._asked(reading, kind)
        return all(t.text in LIGHT for t in content)

    def _all_of(self, ranked: Sequence[Ranked], reading: Reading, kind: str) -> list[Ranked]:
        """All things of a kind that the question's every telling word fits, by name, surroundings or section."""
        _, content = self._asked(reading, kind)
        telling = [t for t in content if self._view.linker.tells(t)]
        titles = {
            s.id: " ".join(s.trail) for report in self._view.reports for s in self._view.ports.facts.sections(report)
        }
        fitting = []
        for r in ranked:
            own = terms(
                f"{r.entity.label} {r.entity.detail} {self._context(r.entity)} {titles.get(r.entity.section, '')}"
            )
            if all(any(q.matches(t) for t in own) for q in telling):
                fitting.append(r)
        return sorted(fitting[:_MOST], key=_by_place)

    def _holds(self, ranked: Ranked, reading: Reading, kind: str) -> bool:
        """Whether a thing is one of those that the question restricts itself to: its numbers and the words before its noun."""
        own = terms(f"{ranked.entity.label} {ranked.entity.detail} {self._context(ranked.entity)}")
        if _ISO.search(reading.folded) is not None and _ISO.search(fold(ranked.entity.label)) is None:
            return False
        numbers = [
            t for t in terms(reading.folded) if t.text.isdigit() and len(t.text) > 1 and t.text not in reading.years
        ]
        match = re.search(rf"{ASKS}(?:{dict(KINDS)[kind]})\b", reading.folded)
        before = (
            content_terms(re.sub(r"^(?:which|what|name|list|who)\b", " ", match.group())) if match is not None else ()
        )
        telling = [t for t in before[:-1] if self._view.linker.tells(t) and t.text not in _OF_KIND]
        return all(any(q.matches(t) for t in own) for q in (*numbers, *telling))

    def _stands_out(self, ranked: Sequence[Ranked], *, wide: bool) -> bool:
        """Whether the best is good enough by itself, or fair and well ahead of the next."""
        best = ranked[0]
        if best.score >= (_SURE - 0.15 if wide else _SURE):
            return True
        ahead = best.score - (ranked[1].score if len(ranked) > 1 else 0.0)
        more = best.said - (ranked[1].said if len(ranked) > 1 else 0.0)
        return best.score >= _FAIR and best.said >= _FAIR_SAID and (ahead >= _AHEAD or more >= 2 * _AHEAD)

    def _company(self, ranked: Sequence[Ranked], kind: str) -> list[Ranked]:
        """The best thing with those that are as good, or are named beside it and speak of the same."""
        best = ranked[0]
        place = best.entity.passages[0] if best.entity.passages else None
        found = [best]
        for r in ranked[1:]:
            near = r.score >= best.score - 0.08 or (best.direct > 0 and r.direct >= _ALL_BUT * best.direct)
            own = r.entity.passages[0] if r.entity.passages else None
            beside = (
                place is not None and own is not None and (own.report, own.page) == (place.report, place.page)
                and abs(own.start - place.start) <= _BESIDE and r.said >= 0.55 * best.said
            )  # fmt: skip
            if kind == "stakeholder" and r.direct < _ALL_BUT * best.direct:
                continue  # its own row says less of the question, whatever stands in the next one
            if near or beside:
                found.append(r)
        return sorted(found[:_MOST_LISTED], key=_by_place)

    @staticmethod
    def _alike(ranked: Sequence[Ranked]) -> list[Ranked]:
        """The best thing, with those that fit so nearly as well that none of them is the one meant."""
        best = ranked[0]
        alike = [r for r in ranked[1:] if r.score >= best.score - _TIED and r.direct >= _ALL_BUT * best.direct > 0]
        return [best, *alike][:_MOST_TIED]

    def _context(self, entity: Entity) -> str:
        """The words around the entity's best passage."""
        if not entity.passages:
            return ""
        p = entity.passages[0]
        text = self._view.page_text(p.report, p.page)
        return re.sub(r"(?<=[a-z])- ?(?=[a-z])", "", text[max(0, p.start - 160) : p.end + 120])

    def _draft(self, reading: Reading, picked: Sequence[Ranked], starts: Sequence[str]) -> Draft:
        labels = list(dict.fromkeys(r.entity.label for r in picked))
        while len(" ".join(labels).split()) > _MOST_WORDS:
            labels.pop()
        passages = [p for r in picked for p in r.entity.passages[:1]]
        names = self._view.ports.names
        own = [r.entity.iri for r in picked if r.entity.iri]
        where = f" (page {passages[0].page})" if passages else ""
        return Draft(
            status=AnswerStatus.ANSWERED,
            intent=Intent.LIST if len(labels) > 1 else Intent.THING,
            text=f"{'; '.join(labels)}{where}.",
            short="; ".join(labels),
            passages=tuple(passages),
            starts=(*starts, *own, *(names.organization(o) for o in self._view.organizations)),
            query=("entity", (("entity", " ".join(own)),)),
            entities=tuple(PlanEntity(r.entity.kind, r.entity.label, r.entity.iri, r.score) for r in picked),
            confidence=picked[0].score,
        )
