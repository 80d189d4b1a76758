"""What a report says to every clause of the frameworks it uses: its index and the evidence, taken together.

The index is the company's word and comes first. Where it is silent, proof makes a clause reported: a figure of the
clause's metric for what asks for figures, sentences for what asks for words, the code beside what is said, a section of
that name. All else is noted as evidence only, as is a crosswalk, since another framework's answer need not answer this
one. A row for a whole part claims more than it shows: its paragraphs are reported where there is proof.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.extract.clauses import climate_evidence, evidence
from tieout.extract.clauses.book import ClauseBook, books, natural_key
from tieout.extract.clauses.indexes import Marked
from tieout.extract.clauses.inforce import below, clauses_in_force, obligation, year_of
from tieout.extract.clauses.usage import adopted
from tieout.model import Catalogue, Clause, Disclosure, DisclosureStatus, Mapping, Observation, Passage, Report

_LEVEL_WITH_PARAGRAPHS = frozenset({"part", "pillar", "section", "standard"})
_LEVEL_OF_PARTS = frozenset({"part", "pillar", "section"})
_MOST_CROSSED = 3
_CLOSE = frozenset({"exact", "close"})


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Passages by clause id: the clause's own, those of them that prove it alone, those that a crosswalk leads to."""

    own: dict[str, list[Passage]]
    proof: dict[str, list[Passage]]
    crossed: dict[str, list[Passage]]


def cover(
    report: Report,
    catalogue: Catalogue,
    index: Sequence[Disclosure],
    observations: Sequence[Observation],
    frameworks: Sequence[str] | None = None,
    marked: Marked | None = None,
) -> tuple[Disclosure, ...]:
    """One disclosure (or more, as the index has rows) for every clause in force of each framework the report uses.

    Args:
        report: the report.
        catalogue: the frameworks, metrics and crosswalks.
        index: what ``extract_disclosures`` found in it.
        observations: its figures, linked to metrics.
        frameworks: framework ids to cover; None takes those with an index and those the report says it follows.
        marked: the report's marks, where they are known.
    """
    known = books(catalogue)
    marked = marked or Marked.of(report, catalogue)
    indexed = list(dict.fromkeys(row.framework for row in index))
    named = [name for name in adopted(marked.stream.text) if name not in indexed] if frameworks is None else []
    wanted = [*indexed, *named] if frameworks is None else list(dict.fromkeys(frameworks))
    year = year_of(report)
    found = _evidence(report, catalogue, marked, index, observations)
    covered: list[Disclosure] = []
    for framework in wanted:
        if framework in known:
            rows = [row for row in index if row.framework == framework]
            covered += _cover(report, known[framework], rows, clauses_in_force(known[framework], year, rows), found)
        else:
            covered += [row for row in index if row.framework == framework]
    return tuple(covered)


def _cover(
    report: Report, book: ClauseBook, rows: Sequence[Disclosure], clauses: Sequence[Clause], found: _Evidence
) -> list[Disclosure]:
    by_code: dict[str, list[Disclosure]] = {}
    for row in rows:
        by_code.setdefault(row.code, []).append(row)
    wholes = [row for row in rows if _stands_for_more(book, row)]
    covered = [_with_evidence(row, book, found) for row in rows]
    for clause in clauses:
        if clause.code in by_code:
            continue
        whole = next((row for row in wholes if below(book, clause, row.code)), None)
        covered.append(_unlisted(report, book, clause, whole, found))
    return sorted(covered, key=lambda d: _order(d.code))


def _order(code: str) -> tuple[bool, tuple[tuple[int, int | str], ...]]:
    return not code.startswith(("MDR-1", "Part B")), natural_key(code.removeprefix("Part "))


def _stands_for_more(book: ClauseBook, row: Disclosure) -> bool:
    clause = book.find(row.code, row.edition)
    return clause is not None and clause.level in _LEVEL_WITH_PARAGRAPHS


def _with_evidence(row: Disclosure, book: ClauseBook, found: _Evidence) -> Disclosure:
    """A row of the index with what was found for it; an empty row that nothing answers is not found."""
    clause = book.find(row.code, row.edition)
    own = found.own.get(clause.id, []) if clause else []
    passages = evidence.ordered([*row.evidence, *own])
    empty = not any(char.isalnum() for char in row.references) and not row.explanation
    status = row.status
    if status is DisclosureStatus.REPORTED and empty and not passages:
        status = DisclosureStatus.NOT_FOUND
    return replace(row, status=status, evidence=passages, obligation=obligation(clause) if clause else row.obligation)


def _unlisted(
    report: Report, book: ClauseBook, clause: Clause, whole: Disclosure | None, found: _Evidence
) -> Disclosure:
    """A clause without a row: answered by the row of its part, by proof, or not at all."""
    own = evidence.ordered(found.own.get(clause.id, ()))
    status, proof = _proved(book, clause, found)
    crossed = evidence.ordered(found.crossed.get(clause.id, ()))[:_MOST_CROSSED]
    base = Disclosure(
        report=report.id,
        framework=clause.framework,
        code=clause.code,
        status=DisclosureStatus.NOT_FOUND,
        edition=clause.edition,
        title=clause.label,
        obligation=obligation(clause),
        evidence=own or evidence.ordered(proof) or crossed,
    )
    if whole is not None:
        shown = _claims_too_much(book, whole) and whole.status is DisclosureStatus.REPORTED
        return replace(
            base,
            status=status if shown else whole.status,
            references=whole.references,
            locations=whole.locations,
            explanation=whole.explanation,
            passage=whole.passage,
            evidence=own or evidence.ordered(proof),
        )
    return replace(base, status=status, passage=proof[0] if proof else None)


def _claims_too_much(book: ClauseBook, row: Disclosure) -> bool:
    """Whether a row stands for so many clauses that its word for all of them is not enough for each."""
    clause = book.find(row.code, row.edition)
    return clause is not None and clause.level in _LEVEL_OF_PARTS


def _proved(book: ClauseBook, clause: Clause, found: _Evidence) -> tuple[DisclosureStatus, tuple[Passage, ...]]:
    """Reported where the clause or all of its paragraphs are proved, partial where some of them are."""
    own = evidence.ordered(found.proof.get(clause.id, ()))
    if own:
        return DisclosureStatus.REPORTED, own
    below_it = [evidence.ordered(found.proof.get(child.id, ())) for child in book.children(clause.id)]
    if not any(below_it):
        return DisclosureStatus.NOT_FOUND, ()
    status = DisclosureStatus.REPORTED if all(below_it) else DisclosureStatus.PARTIAL
    return status, tuple(passage for passages in below_it for passage in passages)


def _evidence(
    report: Report,
    catalogue: Catalogue,
    marked: Marked,
    index: Sequence[Disclosure],
    observations: Sequence[Observation],
) -> _Evidence:
    known = books(catalogue)
    spans = [(region.start, region.end) for region, _ in marked.indexes]
    year = year_of(report)
    headed = evidence.sections(report, catalogue.clauses)
    told = climate_evidence.answers(report, marked.stream, spans)
    own = evidence.together(evidence.figures(observations, catalogue.metrics), headed, told)
    listed = {clause.id for row in index if (clause := _clause_of(known, row)) is not None}
    asking = {clause.id for clause in catalogue.clauses if clause.quantitative}
    figures = evidence.telling(observations, catalogue, listed, year)
    proof = evidence.together({id_: passages for id_, passages in figures.items() if id_ in asking}, headed, told)
    for framework, found in marked.marks.items():
        book = known[framework]
        tagged = evidence.tags(report, marked.stream, book, found, spans)
        for code, passages in tagged.items():
            clause = book.find(code, "", year)
            if clause is not None:
                own.setdefault(clause.id, []).extend(passages)
                proof.setdefault(clause.id, []).extend(evidence.worded(passages) if clause.quantitative else passages)
    answered = dict(own)
    for row in index:
        clause = _clause_of(known, row)
        if clause is not None and row.passage is not None and row.status is DisclosureStatus.REPORTED:
            answered[clause.id] = [*answered.get(clause.id, []), row.passage]
    return _Evidence(own, proof, _crossed(catalogue.mappings, answered))


def _clause_of(known: dict[str, ClauseBook], row: Disclosure) -> Clause | None:
    return known[row.framework].find(row.code, row.edition) if row.framework in known else None


def _crossed(mappings: Sequence[Mapping], answered: dict[str, list[Passage]]) -> dict[str, list[Passage]]:
    """Passages that answer a clause which a crosswalk says is the same or nearly so, read in both directions."""
    crossed: dict[str, list[Passage]] = {}
    for mapping in mappings:
        if mapping.relation not in _CLOSE or mapping.confidence != "high":
            continue
        for mine, other in ((mapping.source_id, mapping.target_id), (mapping.target_id, mapping.source_id)):
            if other in answered:
                crossed.setdefault(mine, []).extend(answered[other])
    return crossed
