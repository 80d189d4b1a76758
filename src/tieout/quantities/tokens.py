"""Unit expressions cut into tokens that know where they stand: typography folded, case kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

LONGEST = 160
"""Most characters of text read as one unit expression."""

_SUPERSCRIPTS = {char: f"^{digit}" for digit, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_PLAIN = {**dict.fromkeys("’‘´′", "'"), **dict.fromkeys("–−‐‑", "-"), **dict.fromkeys("÷∕⁄", "/"), "·": " "}
_SQUARED = {"㎡": "m^2", "㎥": "m^3", "㎢": "km^2"}

_TOKEN = re.compile(
    r"""'0{3,4}s?
      | \d+(?:[.,]\d+)*(?:\^\d+)?(?:s\b)?
      | (?i:us|hk|nt|mop|au|nz|ca|mx|rmb|cn|jp|s|a|c|r)[$¥]
      | [^\W\d_]+(?:\^?\d+[^\W\d_]*)*
      | [^\w\s]""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """A token: its folded text with case kept, its lower-case form, and its half-open span in the original text.

    ``spaced`` tells whether white space (or the beginning of the text) stands before it.
    """

    text: str
    low: str
    start: int
    end: int
    spaced: bool


def _folded(text: str, at: int) -> tuple[str, Sequence[int]]:
    """``text[at : at + 160]`` with its typography folded, and where each character of it stands in the text."""
    line = text[at : at + LONGEST]
    if line.isascii():
        return line, range(at, at + len(line))
    folded: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(line, at):
        plain = _SUPERSCRIPTS.get(char) or _SQUARED.get(char) or unicodedata.normalize("NFKC", char)
        for part in plain:
            folded.append(_PLAIN.get(part, part))
            origin.append(index)
    return "".join(folded), origin


def tokenize(text: str, at: int = 0) -> list[Token]:
    """The tokens of ``text[at : at + 160]``.

    Hyphens and dots inside an expression ("person-times", "sq. ft.") fall away; a hyphen between spaces separates.
    """
    line, origin = _folded(text, at)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(line):
        start, end = match.span()
        word = match.group()
        before = line[start - 1] if start else text[at - 1 : at] or " "
        after = line[end] if end < len(line) else " "
        if word == "." or (word == "-" and not (before.isspace() and after.isspace())):
            continue
        tokens.append(Token(word, word.lower(), origin[start], origin[end - 1] + 1, before.isspace()))
    return tokens
