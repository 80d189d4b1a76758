"""A page made ready for reading: tokens, shape and habits, with the way back to the stored text."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.extract.kpi.lexer import Token, tokenize
from tieout.model import Page, Passage, Report
from tieout.quantities import guess_decimal_comma
from tieout.text import collapse

_FLAT_LINE = 300
"""Mean characters a line above which a page counts as flattened."""


@dataclass(frozen=True, slots=True)
class PageTokens:
    """A page ready for reading: its tokens, whether it is flattened and how it writes decimals."""

    report: Report
    page: Page
    tokens: list[Token]
    flat: bool
    decimal_comma: bool

    @staticmethod
    def of(report: Report, page: Page) -> PageTokens:
        """The page's body, tokenized."""
        text = page.body.text
        flat = len(text) > _FLAT_LINE * (text.strip().count("\n") + 1)
        return PageTokens(report, page, tokenize(text), flat, guess_decimal_comma(text))

    def passage(self, first: int, end: int) -> Passage:
        """The Passage of tokens ``[first, end)``."""
        return self.report.passage(self.page, self.tokens[first].start, self.tokens[end - 1].end)

    def text(self, first: int, end: int) -> str:
        """Tokens ``[first, end)`` as printed, white space collapsed."""
        return collapse(self.page.body.text[self.tokens[first].start : self.tokens[end - 1].end])
