"""The last door: nothing leaves that does not tie out."""

from __future__ import annotations

import re

from tieout.ask.answer import Answer
from tieout.ask.view import View
from tieout.ask.wording.question import COUNT_WORDS
from tieout.errors import ProofError
from tieout.model import AnswerStatus
from tieout.patterns import lazy
from tieout.text import fold

_FIGURE = lazy(r"\d[\d,]*(?:\.\d+)?")


def verify(answer: Answer, view: View) -> None:
    """Check every citation, figure and path of an answer.

    Raises:
        ProofError: a quote is not on its page, a figure of ``short`` stands in no quote and in no calculation, an
            answer has no citation, or a path's ASK is false.
    """
    for citation in answer.citations:
        p = citation.passage
        try:
            text = view.page_text(p.report, p.page)
        except KeyError as error:
            raise ProofError(
                "a citation names a page that is not there", subject=f"{p.report}, page {p.page}"
            ) from error
        if not p.quote or text[p.start : p.end] != p.quote:
            raise ProofError("a quote does not stand on its page", subject=f"{p.report}, page {p.page}: {p.quote[:80]}")
    if answer.status in {AnswerStatus.ANSWERED, AnswerStatus.STATED_ABSENT} and not answer.citations:
        raise ProofError("an answer has no citation", subject=answer.question)
    _figures(answer)
    for path in answer.paths:
        if not view.ports.paths.holds(path.ask):
            raise ProofError("a path does not hold on the graph", subject=path.ask[:200])


def _figures(answer: Answer) -> None:
    """Every figure of the bare answer stands in a quote, in the question, or comes out of the told calculation."""
    if answer.status is not AnswerStatus.ANSWERED:
        return
    proof = " ".join(
        [
            *(c.passage.quote for c in answer.citations),
            *(v.organization for v in answer.values),  # a company's name may hold a figure
            answer.calculation or "",
            answer.question,
            *answer.plan.periods,
        ]
    )
    known = (
        {str(COUNT_WORDS[w]) for w in COUNT_WORDS if re.search(rf"\b{w}\b", fold(proof))}
        | {n.replace(",", "").strip(".") for n in _FIGURE.findall(fold(proof))}
        | {v.value.lstrip("-") for v in answer.values}
    )
    for number in _FIGURE.findall(fold(answer.short)):
        if number.replace(",", "") not in known:
            raise ProofError("a figure of the answer stands in no citation", subject=f"{number} in {answer.short[:80]}")
