"""One answer of a bundle tied out again: quotes, figures, paths, and the query behind its values."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tieout.bundle.check import Check
from tieout.bundle.contents import PageTexts, result_file, stands
from tieout.bundle.recalculation import inputs, wrong_results
from tieout.codec import decode
from tieout.errors import QueryError, QueryRefusedError
from tieout.graph.paths import ask_for
from tieout.graph.proof import Graph
from tieout.graph.sparql import Limits, run_foreign
from tieout.model import AnswerStatus, Observation, Passage
from tieout.text import fold

T = TypeVar("T")
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class _Citation:
    report: str
    page: int
    quote: str
    start: int
    end: int
    passage: str


@dataclass(frozen=True, slots=True)
class _Value:
    period: str
    value: str
    observation: str | None


@dataclass(frozen=True, slots=True)
class _Link:
    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class _Near:
    page: int
    quote: str


def _take(cls: type[T], value: Mapping[str, Any]) -> T:
    """The fields of ``cls`` out of an object that may have others; KeyError or TypeError where one is not there."""
    return decode(cls, {f.name: value[f.name] for f in dataclasses.fields(cls)})  # type: ignore[arg-type]


def figures(text: str) -> set[str]:
    """The figures of a text without thousands separators."""
    return {number.replace(",", "") for number in _FIGURE.findall(fold(text))}


class AnswerChecks:
    """Checks answers against the graphs and pages of one bundle.

    Args:
        store: the folder of the store that was built of the bundle's graphs, for the guarded door.
        graph: the same graphs, from which links can be taken away.
        pages: stored page texts.
        observations: the figures of the graphs.
        limits: what one query may use.
    """

    def __init__(
        self, store: Path, graph: Graph, pages: PageTexts, observations: Sequence[Observation], limits: Limits
    ) -> None:
        self._store = store
        self._graph = graph
        self._pages = pages
        self._observations = {o.iri: o for o in observations}
        self._limits = limits

    def checks(
        self, name: str, answer: Mapping[str, Any], *, query: bytes | None, result: bytes | None
    ) -> Iterator[Check]:
        """The checks of one answer in the shape of ``tieout ask --json``.

        Raises:
            KeyError, TypeError, ValueError, AttributeError: it has another shape.
        """
        status = AnswerStatus(answer["status"])
        citations = [_take(_Citation, c) for c in answer["citations"]]
        values = [_take(_Value, v) for v in answer["values"]]
        near = [_take(_Near, n) for n in answer["nearest"]]
        question, short = str(answer["question"]), str(answer["short"])
        subject = f"{name} {question[:60]!r}"
        yield self._cited(subject, status, citations, near)
        if status is AnswerStatus.ANSWERED:
            calculation = str(answer["calculation"] or "")
            proven = self._proven(citations, values)
            periods = figures(" ".join([question, *(v.period for v in values)]))
            yield self._figures(subject, short, figures(calculation) | periods | proven)
            if calculation:
                yield self._calculation(subject, calculation, proven)
        yield self._values(subject, values)
        for path in answer["paths"]:
            links = [_take(_Link, link) for link in path["links"]]
            yield self._path(subject, links, str(path["ask"]), {c.passage for c in citations})
        yield from self._query(subject, answer["query"], query, result)

    def _cited(
        self, subject: str, status: AnswerStatus, citations: Sequence[_Citation], near: Sequence[_Near]
    ) -> Check:
        told = f"{subject}: {len(citations)} citations stand on their pages"
        if status in {AnswerStatus.ANSWERED, AnswerStatus.STATED_ABSENT} and not citations:
            return Check("quotes", told, holds=False, detail="an answer without a citation")
        for c in citations:
            if not stands(Passage(c.report, c.page, c.start, c.end, c.quote), self._pages):
                detail = f"{c.report}, page {c.page}: {c.quote[:80]!r} is not at {c.start}-{c.end}"
                return Check("quotes", told, holds=False, detail=detail)
        for n in near:
            if n.quote and not any(page == n.page and n.quote in text for (_, page), text in self._pages.items()):
                return Check("quotes", told, holds=False, detail=f"page {n.page} does not say {n.quote[:80]!r}")
        return Check("quotes", told, holds=True)

    def _proven(self, citations: Sequence[_Citation], values: Sequence[_Value]) -> set[str]:
        """The figures that stand in a cited quote, also those that the graph reads from one ("1.234,5" is 1234.5)."""
        quotes = [c.quote for c in citations]
        known: set[str] = set().union(*(figures(quote) for quote in quotes))
        for value in values:
            observed = self._observations.get(value.observation or "")
            if observed is not None and any(observed.raw_value in quote for quote in quotes):
                known |= figures(value.value)
        return known

    def _figures(self, subject: str, short: str, known: set[str]) -> Check:
        missing = sorted(figures(short) - known)
        detail = f"{', '.join(missing)} stands in no quote and in no calculation" if missing else ""
        return Check("figures", f"{subject}: {short[:60]!r}", holds=not missing, detail=detail)

    def _calculation(self, subject: str, told: str, proven: set[str]) -> Check:
        detail = "".join(f"{wrong} does not come out" for wrong in list(wrong_results(told))[:1])
        missing = sorted(inputs(told) - proven)
        if missing and not detail:
            detail = f"{', '.join(missing)} stands in no quote"
        return Check("calculation", f"{subject}: {told[:80]}", holds=not detail, detail=detail)

    def _values(self, subject: str, values: Sequence[_Value]) -> Check:
        told = f"{subject}: {len(values)} values stand in the graph"
        for value in values:
            if not value.observation:
                continue
            observed = self._observations.get(value.observation)
            if observed is None:
                return Check("values", told, holds=False, detail=f"there is no {value.observation}")
            if observed.value is not None and figures(value.value) != figures(format(observed.value, "f")):
                return Check("values", told, holds=False, detail=f"{value.value} is {observed.value} in the graph")
        return Check("values", told, holds=True)

    def _path(self, subject: str, links: Sequence[_Link], ask: str, cited: set[str]) -> Check:
        told = f"{subject}: {len(links)} links, each needed"
        triples = [(link.subject, link.predicate, link.object) for link in links]
        if not triples or ask != ask_for(triples):
            return Check("path", told, holds=False, detail="its ASK is not made of exactly its links")
        if not cited & {triples[-1][0], triples[-1][2]}:
            return Check("path", told, holds=False, detail="it does not end at a cited passage")
        try:
            if not run_foreign(self._store, ask, self._limits).value:
                return Check("path", told, holds=False, detail="its ASK is false on these graphs")
        except QueryError as error:
            return Check("path", told, holds=False, detail=str(error))
        needless = self._graph.needless_link(triples)
        detail = f"it is true without {' '.join(needless)}" if needless else ""
        return Check("path", told, holds=needless is None, detail=detail)

    def _query(self, subject: str, query: object, file: bytes | None, result: bytes | None) -> Iterator[Check]:
        if query is None and file is None and result is None:
            return
        text = (file or b"").decode("utf-8", "replace")
        detail = ""
        if file is None or result is None or query != text:
            detail = "the answer, its query and its result do not belong together"
        else:
            try:
                again = replay(self._store, text, self._limits)
            except QueryError as error:
                detail = str(error)
            else:
                detail = "" if again == result else "it gives another result"
        yield Check("query", f"{subject}: gives the same result again", holds=not detail, detail=detail)


def replay(store: Path, query: str, limits: Limits) -> bytes:
    """What a query returns behind the guarded door, or why it is never run there, as a file of the bundle.

    Raises:
        QueryError: it failed or ran into a limit, which may go otherwise another time.
    """
    try:
        return result_file(run_foreign(store, query, limits))
    except QueryRefusedError as error:
        return f"not run: {error.message}\n".encode()
