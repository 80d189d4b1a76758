"""Which route answers: index rows, figures, named things, running text; or the abstention that says what is near."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.claims import held_against
from tieout.ask.clauses.assigned import codes_of_subject
from tieout.ask.clauses.crosswalk import across
from tieout.ask.clauses.frameworks import framework_considered, framework_followed
from tieout.ask.clauses.led import reads_row
from tieout.ask.clauses.placement import location
from tieout.ask.clauses.pointing import pointing
from tieout.ask.clauses.route import Clauses
from tieout.ask.clauses.told import told_by_row
from tieout.ask.draft import Draft
from tieout.ask.facts.by_form import by_form
from tieout.ask.facts.causes import unexplained
from tieout.ask.facts.counted_shares import counted_share
from tieout.ask.facts.effective_dates import effective_date
from tieout.ask.facts.enumerated import enumerated
from tieout.ask.facts.governing_rules import governing_rule
from tieout.ask.facts.kinds import DOCUMENTS, asked_kinds
from tieout.ask.facts.officers import officer
from tieout.ask.facts.outcomes import outcome
from tieout.ask.facts.polarity import affirms
from tieout.ask.facts.risks import risks
from tieout.ask.facts.route import Narrative
from tieout.ask.facts.rule_owners import leaves_rule_unsaid
from tieout.ask.facts.things import Things
from tieout.ask.facts.traits import traits
from tieout.ask.facts.universals import universal
from tieout.ask.figures.asked_for import may_be_figure
from tieout.ask.figures.consistency import Consistency
from tieout.ask.figures.denied import not_had
from tieout.ask.figures.route import Figures
from tieout.ask.figures.single import NO_PREMISE
from tieout.ask.joined import joined, with_that
from tieout.ask.passages.places import passages_in, scopes_of
from tieout.ask.passages.rows import is_printed
from tieout.ask.passages.spans import wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.plan import Intent
from tieout.ask.printed_in import answered_there
from tieout.ask.second_question import whole_first, whole_second
from tieout.ask.tables.route import answer_tables, is_tables
from tieout.ask.view import View
from tieout.ask.wording.intents import DISCLOSES, figure_intent, two_questions
from tieout.ask.wording.leading import lead_over, without_codes
from tieout.ask.wording.question import Question, Reading, read_question
from tieout.ask.wording.restated import restated, without_brackets
from tieout.ask.wording.side_by_side import side_by_side
from tieout.ask.wording.words import Term, terms
from tieout.model import AnswerStatus
from tieout.patterns import lazy
from tieout.text import collapse


def route(reading: Reading, view: View) -> Draft:
    """The draft of the first route that can answer, else an abstention with the nearest things.

    Two questions in one sentence are answered one after the other; where only one can be, that one is said.
    """
    meant = restated(reading.text)
    if meant != reading.text:
        reading = read_question(Question(meant))
    if is_tables(view):
        return answer_tables(reading, view) or _nothing(reading, view)
    claim = held_against(reading, view, lambda text: _route(read_question(Question(text)), view))
    if claim is not None:
        return claim
    beside = codes_of_subject(reading, view)
    if beside is not None:
        return beside
    both = two_questions(reading.text)
    if both is not None and figure_intent(reading) not in {Intent.RANK, Intent.COMPARE, Intent.CONSISTENCY}:
        first = _route(read_question(Question(whole_first(*both))), view)
        of_that = with_that(first, both[1]) if first.status is AnswerStatus.ANSWERED else None
        if of_that is not None:
            return of_that
        second = _route(read_question(Question(f"{lead_over(both[0])}{whole_second(both[1], both[0], view)}")), view)
        if first.status is AnswerStatus.ANSWERED and second.status is AnswerStatus.ANSWERED:
            return joined(first, second)
        if first.status is not AnswerStatus.NOT_FOUND:
            return replace(first, notes=(*first.notes, f"Not answered: {both[1]}"))
    pair = side_by_side(reading.text)
    if pair is not None and figure_intent(reading) is Intent.LOOKUP:
        one, two = (_route(read_question(Question(text)), view) for text in pair)
        if one.status is AnswerStatus.ANSWERED and two.status is AnswerStatus.ANSWERED and one.short != two.short:
            return joined(one, two)
        answered, left = (one, pair[1]) if one.status is AnswerStatus.ANSWERED else (two, pair[0])
        if answered.status is AnswerStatus.ANSWERED:
            return replace(answered, notes=(*answered.notes, f"Not answered: {left}"))
    draft, plain = _route(reading, view), without_brackets(reading.text)
    if draft.status is AnswerStatus.NOT_FOUND and plain != reading.text:
        bare = _route(read_question(Question(plain)), view)
        draft = bare if bare.status is not AnswerStatus.NOT_FOUND else draft
    if draft.status is not AnswerStatus.NOT_FOUND or figure_intent(reading) is Intent.CONSISTENCY:
        return draft
    there = answered_there(reading, view, lambda bare: _route(bare, view))
    if there is not None:
        return there
    narrative = Narrative(view)
    return narrative.under_way(reading) or narrative.denial(reading) or draft


def _nothing(reading: Reading, view: View) -> Draft:
    """The abstention with the nearest thing that is there."""
    bare = Draft(status=AnswerStatus.NOT_FOUND, intent=Intent.NARRATIVE, text="Not found: the reports do not say.")
    return _with_nearest(bare, reading, view)


def _with_nearest(draft: Draft, reading: Reading, view: View) -> Draft:
    """An abstention that names nothing near with the nearest sentence there is."""
    if draft.status is not AnswerStatus.NOT_FOUND or draft.nearest:
        return draft
    near = Narrative(view).nearest(reading)
    told = f" The nearest, on page {near[0].page}: {near[0].what}" if near else ""
    return replace(draft, text=f"{draft.text}{told}", nearest=near)


def _leaves_out(draft: Draft, content: Sequence[Term], view: View) -> bool:
    """Whether a goal that was found says nothing of a telling word of what it is to be the goal for."""
    said = terms(draft.text)
    return any(
        view.linker.tells(q) and "target" not in q.concepts and not any(q.matches(t) for t in said) for q in content
    )


def _denied(draft: Draft, reading: Reading, view: View) -> Draft:
    """The company's own words as a no, where they deny what is asked: "did it pay fines?", "it did not have to pay any"."""
    told = draft.passages[0].quote if draft.passages else ""
    if affirms(told, Figures(view).wording(reading.folded).content) is not False:
        return draft
    return replace(draft, status=AnswerStatus.ANSWERED, text=f"No: {collapse(told)}", short="no")


def _route(reading: Reading, view: View) -> Draft:
    clauses = Clauses(view)
    mentions = clauses.mentions(reading)
    figures, narrative, things = Figures(view), Narrative(view), Things(view)
    by_code = any(m.by_code for m in mentions)
    if mentions and not by_code and (listed := enumerated(reading, view)) is not None:
        return listed  # "the four ESRS topics" are a list, whatever clause is called like them
    followed = None if by_code else framework_followed(reading, view) or framework_considered(reading, view)
    if followed is not None:
        return followed
    counterpart = across(reading, mentions, view)
    if counterpart is not None:
        return counterpart
    led = None if by_code else pointing(reading, view)
    if led is not None:
        return led
    if figure_intent(reading) is Intent.CONSISTENCY:
        placed = mentions and re.search(r"\b(?:place|location|section|chapter|really|actually|where)\b", reading.folded)
        found = location(clauses, mentions, view) if placed else Consistency(view).answer(reading)
        if found is not None:
            return found
        if reading.yes_no:
            return _nothing(reading, view)
    elif mentions and not clauses.wants_content(reading, mentions):
        found = clauses.answer(reading, mentions)
        if found is not None and by_code and not reading.yes_no and not clauses.rows(mentions[0]):
            # What no index lists may be told all the same: "why is the time to pay (G1-6) not reported?".
            found = narrative.answer(without_codes(reading, [m.text for m in mentions])) or found
        if found is not None:
            return found
    coded = bool(mentions) and mentions[0].by_code
    asked = reading
    if coded:
        reading = without_codes(reading, [m.text for m in mentions])
    rows = [d for m in mentions for d in clauses.rows(m)] if coded else []
    starts = tuple(view.ports.names.clause(m.clause.id) for m in mentions)
    read = told_by_row(mentions[0], rows, reading, view, pointing=True) if rows and reads_row(asked, mentions) else None
    if read is not None:
        return read
    if coded and not rows and _CITED_BY_INDEX.search(reading.folded) is not None:
        return _nothing(asked, view)
    scopes = scopes_of(rows, view)
    there = passages_in(rows, scopes, reading, view)
    intent, kind = figure_intent(reading), wanted_kind(reading)
    kinds = asked_kinds(reading)
    # "The policy on reputation" is no risk to it, whatever measures are taken against one.
    ruled = bool(kinds) and kinds[0] in DOCUMENTS and not reading.has("measures?")
    draft = (
        None
        if scopes
        else by_form(reading, view)
        or universal(reading, view)
        or outcome(reading, view)
        or traits(reading, view)
        or (None if ruled else risks(reading, view))
    )
    aim = not scopes and _AIM.search(reading.folded) is not None
    if draft is None and aim:
        probe = figures.answer(reading)
        aimed = probe is not None and any(("series", "target") in v.dimensions for v in probe.values)
        draft = probe if aimed else None
    person = kind is Wanted.PERSON and "stakeholder" not in kinds
    dated = kind is Wanted.DATE
    if draft is None and (
        (kinds and not person and not dated and intent not in {Intent.RANK, Intent.CONSISTENCY}) or scopes
    ):
        everything = not coded or bool(rows)
        tried = (
            things.answer(reading, sections=scope, starts=starts, everything=everything) for scope in scopes or ((),)
        )
        draft = next((d for d in tried if d is not None), None)
        if draft is not None and aim and _leaves_out(draft, figures.wording(reading.folded).content, view):
            draft = None
    if draft is None and not scopes:
        draft = officer(reading, view) or governing_rule(reading, view) or effective_date(reading, view)
    if draft is None and kind is Wanted.REASON and intent is Intent.CHANGE:
        # "Why did it rise?" where it fell: there is no reason to look for.
        moved = figures.answer(reading)
        draft = moved if moved is not None and any(n.startswith(NO_PREMISE) for n in moved.notes) else None
        if draft is None:
            draft = narrative.answer(reading, within=there) or unexplained(moved)
    if draft is None and may_be_figure(reading, intent, kinds):
        draft = figures.answer(reading)
        if draft is not None and kind is Wanted.YES_NO and intent is Intent.LOOKUP and figures.leaves_unsaid(draft):
            # "Are there women on the board?" is not answered by the women in management.
            return narrative.answer(reading, strict=True) or _nothing(reading, view)
        if (
            draft is not None
            and intent is Intent.LOOKUP
            and len(draft.values) == 1
            and not is_printed(draft.passages[0], view)
        ):
            draft = narrative.likelier(reading, draft) or draft
        later = any(year > (view.period or year) for year in reading.years)  # a goal, which the text may give
        if draft is None or draft.status is AnswerStatus.NOT_FOUND:
            draft = (
                counted_share(reading, view) or not_had(reading, figures.wording(reading.folded).content, view) or draft
            )
        # A row that prints no figure for the period is an answer of its own; only what no row measures may stand in the text.
        if (
            draft is not None
            and draft.status is AnswerStatus.NOT_FOUND
            and (kind is Wanted.YES_NO or later or not any(e.kind == "series" for e in draft.entities))
        ):
            draft = narrative.answer(reading, strict=True) or draft
        if there and draft is not None and draft.status is AnswerStatus.NOT_FOUND:
            draft = narrative.answer(reading, within=there) or draft
    if draft is None:
        named = not there and bool(kinds) and kinds[0] in DOCUMENTS and any(e.kind == kinds[0] for e in view.entities)
        titled = kind is Wanted.ANY and _TITLED.search(reading.folded) is not None
        draft = narrative.answer(reading, within=there, named=named, titled=titled)
        if draft is not None and leaves_rule_unsaid(draft.text, reading, view):
            draft = None
    if coded and (draft is None or draft.status is AnswerStatus.NOT_FOUND):
        draft = told_by_row(mentions[0], rows, asked, view) or draft
    if draft is None:
        return not_had(reading, figures.wording(reading.folded).content, view) or _nothing(reading, view)
    about_deed = kind is Wanted.YES_NO and intent is Intent.LOOKUP and DISCLOSES.search(reading.folded) is None
    if draft.status is AnswerStatus.STATED_ABSENT and about_deed:
        draft = _denied(draft, reading, view)
    if rows and draft.status is AnswerStatus.ANSWERED:
        passages = [*draft.passages, *(d.passage for d in rows if d.passage is not None)]
        draft = replace(draft, passages=tuple(passages), starts=(*starts, *draft.starts))
    if coded:
        said = [entity for mention in mentions for entity in clauses.entities(mention)]
        draft = replace(draft, entities=tuple(dict.fromkeys([*said, *draft.entities])))
    return _with_nearest(draft, reading, view)


_TITLED = lazy(
    r"\b(?:which|name the) (?:[\w-]+ ){0,3}?(?:policy|policies|codes?|manuals?|charters?|handbooks?|regulations?|guidelines?|rulebooks?|programmes?|programs?|initiatives?|campaigns?|committees?|councils?|statutes?|laws?|acts?|ordinances?)\b"
)
"""What is asked for has a title, which the answer must give."""
_AIM = lazy(
    r"^what (?:[\w&’'.-]+ ){1,5}?(?:goal|target|aim|objective)s? (?:is |was )?(?:for|of|regarding|concerning|on|set for)\b"
)
"""One goal that is set for something measured: a row of targets tells it as well as a sentence."""
_CITED_BY_INDEX = lazy(r"\b(?:index|content table)\b.{0,30}\b(?:cites?|names?|points?|gives?|refers?|lists?|sends?)\b")
"""What stands at the place that an index gives for a clause."""
