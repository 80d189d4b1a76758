"""Figures as printed: from raw text to an exact Decimal, and what its last digit says about its precision.

A figure never loses its raw text: ``1,326.30`` is the number 1326.30 with two decimals, known to within 0.005.
"""

from __future__ import annotations

import re
from decimal import Decimal

_GROUP_SPACES = "\u00a0\u2007\u2009\u202f"
_MARKS = "*†‡§¶#"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LONGEST = 64
"""Longest raw text read as one figure, in characters: real ones have fewer than 30."""

_WIDE = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "（": "(", "）": ")", "［": "[", "］": "]", "，": ",", "．": ".", "％": "%", "－": "-", "＋": "+",
        "＜": "<", "＞": ">", "−": "-", "‒": "-", "–": "-", "﹣": "-", "’": "'", "‘": "'", "´": "'", "＊": "*",
        **dict.fromkeys(_GROUP_SPACES, " "),
    }
)  # fmt: skip
"""One to one, so that offsets hold: wide forms, minus signs, apostrophes and group spaces to their plain forms."""

NUMBER = re.compile(
    r"""(?<![\w.,'’/])                                   # not inside a word, a longer figure or a date
    (?:[-−–+]|(?P<open>\((?=[-−\d.,\u00a0\u202f]{1,24}\))))?   # a sign, or the bracket of a negative figure
    (?: \d{1,3}(?:,\d{2,3}){1,6}(?:\.\d+)?               # 1,234.5   12,34,567
      | \d{1,3}(?:\.\d{3}){1,6},\d+                      # 1.234,5
      | \d{1,3}(?:\.\d{3}){2,6}                          # 1.234.567
      | \d{1,3}(?:['’\u00a0\u2009\u202f]\d{3}){1,6}(?:[.,]\d+)?   # 1'234.5
      | \d{1,18}(?:[.,]\d{1,18})?                        # 812.4   214,3   2024
      | \.\d{1,18}                                       # .5
    )
    (?(open)\))(?!\d)(?!,\d)""",
    re.VERBOSE,
)
"""A printed figure in running text, with its sign. Ordinary spaces never group: two cells of a row stay apart."""

_COMMA_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_DOT_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_OTHER_GROUPED = re.compile(r"\d{1,3}(?:([' ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_PLAIN_DOT = re.compile(r"\d*\.\d+|\d+\.?")
_PLAIN_COMMA = re.compile(r"\d*,\d+|\d+")


def parse_figure(raw: str, *, decimal_comma: bool = False) -> Decimal | None:
    """The exact number that ``raw`` prints, or None where it prints none.

    Accepts group separators (comma, dot, apostrophe, space), brackets or a trailing minus for negatives, a percent sign
    and full-width forms. A shape that can only be one thing is read as that ("214,3", "1.234.567", "0,123"); where both
    readings are possible ("1,234", "1.234", "1.234,567") ``decimal_comma`` decides. Scale words belong to units and are
    not read.

    Args:
        raw: a cell's text or a match of ``NUMBER``; anything longer than 64 characters is no figure.
        decimal_comma: whether the text around writes decimals with a comma.
    """
    if len(raw) > _LONGEST:
        return None
    text = raw.translate(_WIDE).strip().rstrip("%‰").rstrip()
    sign = 1
    if text.startswith("(") and text.endswith(")"):
        sign, text = -1, text[1:-1].strip().rstrip("%").rstrip()
    if text[:1] in {"-", "+"}:
        sign, text = (-sign if text[0] == "-" else sign), text[1:].lstrip()
    elif len(text) > 1 and text.endswith("-"):
        sign, text = -sign, text[:-1].rstrip()
    digits = _plain_digits(text, decimal_comma=decimal_comma)
    if digits is None:
        return None
    number = Decimal(digits)
    return number.copy_negate() if sign < 0 and number else number


def _plain_digits(text: str, *, decimal_comma: bool) -> str | None:
    """``text`` rewritten as digits with at most one dot, or None: unambiguous shapes first, then the page's habit."""
    if not text.isascii() or not any(c.isdigit() for c in text):
        return None
    lone = text.count(",") + text.count(".") == 1
    if decimal_comma and lone and _PLAIN_COMMA.fullmatch(text):
        return text.replace(",", ".")
    if decimal_comma and lone and _DOT_GROUPED.fullmatch(text):
        return text.replace(".", "")
    if _COMMA_GROUPED.fullmatch(text) and not text.startswith("0"):
        return text.replace(",", "")
    if _PLAIN_DOT.fullmatch(text):
        return text.removesuffix(".")
    if _DOT_GROUPED.fullmatch(text):
        text = text.replace(".", "")
        # Both marks group where the text writes decimals with a dot ("2.503,030" among "604,126").
        return text.replace(",", "" if not decimal_comma and len(text.partition(",")[2]) == 3 else ".")
    if _OTHER_GROUPED.fullmatch(text):
        return text.replace("'", "").replace(" ", "").replace(",", ".")
    whole, comma, decimals = text.partition(",")
    if comma and decimals.isdigit() and (not whole or whole == "0" or (whole.isdigit() and len(decimals) < 3)):
        return f"{whole or 0}.{decimals}"
    return None


_COMMA_DECIMAL = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,(?!\d{3}(?!\d))\d+|\d+,(?:\d{1,2}|\d{4,6})|0,\d{1,6})(?![\d,.]\d|\d)"
)
_DOT_DECIMAL = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.(?:\d{1,2}|\d{4,6})|0\.\d{1,6})(?![\d,.]\d|\d)"
)


def guess_decimal_comma(text: str) -> bool:
    """Whether ``text`` writes decimals with a comma: a vote of the figures whose shape leaves no doubt."""
    folded = text.translate(_WIDE)
    commas = sum(1 for _ in _COMMA_DECIMAL.finditer(folded))
    dots = sum(1 for _ in _DOT_DECIMAL.finditer(folded))
    return commas > dots


_TRAILING_MARK = re.compile(
    rf"[ ]?(?:\((?:\d{{1,2}}|[a-z]{{1,2}}|[ivx]{{1,4}}|[{re.escape(_MARKS)}]{{1,3}})\)"
    rf"|\[(?:\d{{1,2}}|[a-z])\]|[{re.escape(_MARKS)}]{{1,3}}|[{_SUPERSCRIPTS}]{{1,3}})$"
)
_GLUED_MARK = re.compile(r"([-+]?[1-9]\d{0,2}(?:,\d{3})+)(\d{1,2}\)?)")
_GLUED_BRACKET = re.compile(r"([-+]?\d[\d,.]*?)(\d\))")


def split_mark(raw: str) -> tuple[str, str]:
    """A figure and the footnote marks printed right after it ("35(1)" -> "35", "(1)"; "2,5173" -> "2,517", "3").

    The figure keeps its printed text; the mark is empty where there is none. A figure wholly in brackets is a negative
    number, not a mark. Whether a glued mark ("2,5173") is one is for the caller to confirm on the page's footnotes.
    """
    if len(raw) > _LONGEST:
        return raw, ""
    text = raw.translate(_WIDE)
    figure_end = len(text.rstrip())
    while match := _TRAILING_MARK.search(text[:figure_end]):
        if not text[: match.start()].strip():
            break
        figure_end = match.start()
    if figure_end < len(text.rstrip()):
        return raw[:figure_end].rstrip(), raw[figure_end:].strip()
    stripped = text.strip()
    offset = text.find(stripped)
    glued = _GLUED_MARK.fullmatch(stripped) or _GLUED_BRACKET.fullmatch(stripped)
    if glued:
        cut = offset + glued.end(1)
        return raw[:cut].strip(), raw[cut:].strip()
    return raw.strip(), ""


_BOUNDS = {
    "<=": "at_most",
    "≤": "at_most",
    "<": "at_most",
    ">=": "at_least",
    "≥": "at_least",
    ">": "over",
    "~": "about",
    "≈": "about",
}


def split_bound(raw: str) -> tuple[str, str]:
    """The qualifier that a comparison sign says ("" where there is none) and the rest ("<0.1" -> "at_most", "0.1")."""
    text = raw.translate(_WIDE).lstrip()
    for sign, qualifier in _BOUNDS.items():
        if text.startswith(sign):
            return qualifier, raw.lstrip()[len(sign) :].lstrip()
    return "", raw


def rounding_interval(raw: str, *, decimal_comma: bool = False) -> tuple[Decimal, Decimal] | None:
    """The closed interval of true values that print as ``raw``: half a unit of its last digit to each side, or None.

    Zeros at the end of a whole number count as printed digits: "2,000" is [1999.5, 2000.5].
    """
    value = parse_figure(raw, decimal_comma=decimal_comma)
    if value is None:
        return None
    half = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)
    return value - half, value + half


def significant(raw: str, *, decimal_comma: bool = False) -> int:
    """How many significant digits ``raw`` prints (0 where it prints no figure): "0.0150" has 3, "2,000" has 4."""
    value = parse_figure(raw, decimal_comma=decimal_comma)
    return 0 if value is None else len(value.as_tuple().digits)


def canonical_text(value: Decimal) -> str:
    """The number as plain digits: no exponent, no separators, decimals kept as they are, no negative zero."""
    return format(value if value else value.copy_abs(), "f")
