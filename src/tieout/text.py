"""Text that remembers where it came from.

A page's stored text is never changed: offsets of every quote point into it. What extractors read is a *body*: the same
text without running headers and with line-end hyphens healed, each character mapped back to the page.
Standard library only; everything above may import it.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from dataclasses import dataclass

_WORDS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|%")


@dataclass(frozen=True, slots=True)
class MappedText:
    """A derived text and, run by run, the place each part has in the source text.

    Args:
        text: the derived text, n code points.
        runs: (derived start, source start, length) triples in rising order; together they cover ``text`` and within a
            run characters correspond one to one. Characters left out of the source fall between runs.
    """

    text: str
    runs: tuple[tuple[int, int, int], ...]

    @staticmethod
    def identity(text: str) -> MappedText:
        """The text itself, mapped to itself."""
        return MappedText(text, ((0, 0, len(text)),) if text else ())

    @staticmethod
    def without(text: str, cuts: list[tuple[int, int]]) -> MappedText:
        """``text`` with the half-open source spans ``cuts`` left out (sorted or not, they may overlap)."""
        runs: list[tuple[int, int, int]] = []
        parts: list[str] = []
        at = derived = 0
        for start, end in [*sorted(cuts), (len(text), len(text))]:
            if start > at:
                parts.append(text[at:start])
                runs.append((derived, at, start - at))
                derived += start - at
            at = max(at, end)
        return MappedText("".join(parts), tuple(runs))

    def source_index(self, index: int) -> int:
        """The source offset of derived character ``index`` (0 <= index < n)."""
        run = self.runs[bisect.bisect_right(self.runs, (index, float("inf"), 0)) - 1]
        return run[1] + index - run[0]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open source span that derived ``[start, end)`` covers; it includes anything cut out in between."""
        if not 0 <= start < end <= len(self.text):
            msg = f"span {start}:{end} is empty or outside a text of {len(self.text)} characters"
            raise ValueError(msg)
        return self.source_index(start), self.source_index(end - 1) + 1

    def derived_index(self, source: int) -> int:
        """The first derived offset whose source offset is at least ``source`` (n where there is none)."""
        for derived, at, length in self.runs:
            if source < at + length:
                return derived + max(0, source - at)
        return len(self.text)


def fold(text: str) -> str:
    """Compatibility-normalised, case-folded text with single spaces: for comparing, never for quoting."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return " ".join(plain.casefold().split())


def collapse(text: str) -> str:
    """The text with each run of white space written as one space, ends trimmed."""
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """The folded words and figures of a text: letters with inner apostrophes, numbers with decimals, percent signs."""
    return _WORDS.findall(fold(text))
