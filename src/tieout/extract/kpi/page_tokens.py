"""A page made ready for reading: tokens, shape and habits, with the way back to the stored text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tieout.extract.kpi.lexer import Kind, Token, tokenize
from tieout.model import Page, Passage, Report, Word
from tieout.quantities import guess_decimal_comma
from tieout.text import collapse

_FLAT_LINE, _LONGEST_QUOTE = 300, 600
"""Mean characters a line above which a page counts as flattened; the longest quote of words that have places."""


@dataclass(frozen=True, slots=True)
class PageTokens:
    """A page ready for reading: its tokens, whether it is flattened, how it writes decimals and negative figures."""

    report: Report
    page: Page
    tokens: list[Token]
    flat: bool
    decimal_comma: bool
    negatives: bool

    @staticmethod
    def of(report: Report, page: Page) -> PageTokens:
        """The page's body, tokenized."""
        text = page.body.text
        breaks = text.strip().count("\n")
        flat = breaks == 0 or len(text) > _FLAT_LINE * (breaks + 1)
        tokens = tokenize(text)
        negatives = any(t.kind is Kind.FIGURE and t.core[0] == "(" for t in tokens)
        return PageTokens(report, page, tokens, flat, guess_decimal_comma(text), negatives)

    def passage(self, first: int, end: int) -> Passage:
        """The Passage of tokens ``[first, end)``."""
        return self.report.passage(self.page, self.tokens[first].start, self.tokens[end - 1].end)

    def passage_of(self, words: Sequence[Word], least: Sequence[Word]) -> Passage:
        """The Passage from the first to the last of placed words, or of ``least`` alone where that is too long."""
        for some in (words, least):
            first, last = min(w.start for w in some), max(w.end for w in some)
            if last - first <= _LONGEST_QUOTE:
                break
        return self.report.passage(self.page, self.page.body.derived_index(first), self.page.body.derived_index(last))

    def section(self, at: int) -> str:
        """The id of the section that a place of the page's stored text belongs to, or ""."""
        section = self.report.section_at(self.page.number, at)
        return section.id if section is not None else ""

    def text(self, first: int, end: int) -> str:
        """Tokens ``[first, end)`` as printed, white space collapsed."""
        return collapse(self.page.body.text[self.tokens[first].start : self.tokens[end - 1].end])
