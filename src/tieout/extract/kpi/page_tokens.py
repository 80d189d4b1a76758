"""A page made ready for reading: tokens, shape and habits, with the way back to the stored text."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.extract.kpi.lexer import Kind, Token, tokenize
from tieout.model import Page, Passage, Report
from tieout.quantities import guess_decimal_comma
from tieout.text import collapse

_FLAT_LINE = 300
"""Mean characters a line above which a page counts as flattened."""


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

    def text(self, first: int, end: int) -> str:
        """Tokens ``[first, end)`` as printed, white space collapsed."""
        return collapse(self.page.body.text[self.tokens[first].start : self.tokens[end - 1].end])
