"""The grammar of printed units over tokens: ``[scale] unit [of substance] [in scale] [/ [figure] unit]``.

``read_whole`` wants the whole text to be one unit; ``read_ahead`` takes as much of a running text as surely is one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from tieout.quantities.coinage import CURRENCIES
from tieout.quantities.spellings import ATOMS, CARBON, CASED, GASES, SCALES, SHORT_SCALES, words_of
from tieout.quantities.tokens import Token, tokenize
from tieout.quantities.units import Unit, base_unit, ratio_unit

_LONGEST_PHRASE = 4
_GLUED_CARBON = re.compile(r"(t|kt|kg|g|mt|gt|mmt)(co2(?:e|eq|equ)?)")
_GLUED_COIN = re.compile(r"(k|t|m|mio|mn|bn|b)([a-z]{3}|€|£)|([a-z]{3}|€|£)(k|th|m|mn|mio|mm|bn|b)")
_FIGURE = re.compile(r"1(?:0*|(?:[,.]000)+|0{1,2}(?:[,.]000)+)|2\d\d[,.]?000|10\^\d{1,2}")
_WEAK = words_of(
    "no nos n x a set sets rank min mins mi heads head hc unit units real rm rs rp try pp pts mt sterling gal cf cum"
)
"""Spellings that are common words or codes: never taken for a unit in running text."""
_CODES_IN_CAPITALS = frozenset(code.lower() for code in CURRENCIES.values()) | {"rmb", "rm", "ntd"}
_MONEY_NOUNS = words_of(
    "revenue revenues sales turnover net operating total income assets invested value added investment"
)
_HEATING_VALUES = ("gcv", "ncv", "hhv", "lhv")
_WORK_NOUNS = frozenset({"worked", "working", "work"})
_LEADS = words_of(
    "rate share ratio figures figure values value data amount amounts weight volume unit units quantity quantities"
)


class _Reader:
    """A cursor over the tokens of one expression. ``whole`` allows unknown nouns in harmless places."""

    def __init__(self, tokens: list[Token], *, whole: bool) -> None:
        self.tokens = tokens
        self.at = 0
        self.whole = whole

    def low(self, ahead: int = 0) -> str:
        index = self.at + ahead
        return self.tokens[index].low if index < len(self.tokens) else ""

    def take(self, *words: str) -> bool:
        if self.low() in words:
            self.at += 1
            return True
        return False

    # --- parts ---------------------------------------------------------------------------------------------------

    def scale(self, *, beside_currency: bool = False) -> Fraction:
        """A scale word or a figure that acts as one ("10,000", "10^3"); 1 where there is none."""
        if self.low() == "ten" and self.low(1) in {"thousand", "thousands"}:
            self.at += 2
            return Fraction(10**4)
        word = self.low()
        if word in SCALES and (beside_currency or word not in SHORT_SCALES):
            self.at += 1
            return Fraction(SCALES[word])
        if _FIGURE.fullmatch(word):
            self.at += 1
            base, power, exponent = word.partition("^")
            return Fraction(10 ** int(exponent)) if power else Fraction(int(base.replace(",", "").replace(".", "")))
        return Fraction(1)

    def currency(self) -> Unit | None:
        """A currency with its scale before, after or glued: "k€", "RMB'000", "EUR billion in revenue"."""
        mark = self.at
        before = self.scale(beside_currency=True)
        if before != 1:
            self.take("of")
        glued = Fraction(1)
        code = self._code()
        if code is None:
            match = _GLUED_COIN.fullmatch(self.low())
            if match:
                left, coin, coin2, right = match.groups()
                code = CURRENCIES.get(coin or coin2)
                scale = left or right
                glued = Fraction(1000) if scale == "t" else Fraction(SCALES[scale])
                self.at += 1
        if code is None:
            self.at = mark
            return None
        if self.low() == "in" and self.low(1) in SCALES:
            self.at += 1
        after = self.scale(beside_currency=True) if self._figure_is_scale() else Fraction(1)
        start = self.at
        if self.take("in", "of", "net", "operating") or self.low() in _MONEY_NOUNS:
            while self.low() in _MONEY_NOUNS:
                self.at += 1
            if self.tokens[self.at - 1].low not in _MONEY_NOUNS - {"net", "operating", "total"}:
                self.at = start
        return base_unit(f"currency:{code}", before * glued * after)

    def _figure_is_scale(self) -> bool:
        """In running text "RMB 10,000" is an amount, unless another figure follows it, as in a row of a table."""
        if self.whole or not self.low()[:1].isdigit():
            return True
        following = self.low(1)
        return following == "" or following[0].isdigit() or following == "/"

    def _code(self) -> str | None:
        for length in (3, 2, 1):
            words = self.tokens[self.at : self.at + length]
            key = "".join(t.low for t in words)
            if len(words) < length or key not in CURRENCIES:
                continue
            if key in _CODES_IN_CAPITALS and not (self.whole or key.upper() == "".join(t.text for t in words)):
                continue
            if not self.whole and key in _WEAK and not words[0].text.isupper():
                continue
            self.at += length
            return CURRENCIES[key]
        return None

    def atom(self) -> Unit | None:
        """The longest known unit phrase here, with its substance."""
        head = self.tokens[self.at].text if self.at < len(self.tokens) else ""
        if head in CASED:
            self.at += 1
            return self._weighed(*CASED[head])
        for length in range(_LONGEST_PHRASE, 0, -1):
            words = self.tokens[self.at : self.at + length]
            key = "".join(t.low for t in words)
            if len(words) < length or not key:
                continue
            known = ATOMS.get(key) or ATOMS.get(key.partition("^")[0])
            if known and not (not self.whole and key in _WEAK):
                self.at += length
                return self._weighed(*known)
        match = _GLUED_CARBON.fullmatch(self.low().partition("^")[0])
        if match:
            self.at += 1
            self._carbon_tail()
            symbol = head[: len(match[1])]
            return base_unit("mass_co2e", (CASED.get(symbol) or ATOMS[match[1]])[1])
        return self._carbon_first()

    def _carbon_tail(self) -> None:
        """The rest of a broken "CO2 e", "CO2 eq", "CO2 (e)", "CO2 equivalents"."""
        if self.low() == "(" and self.low(1) in {"e", "eq"} and self.low(2) == ")":
            self.at += 3
        self.take("e", "eq", "equ", "equiv", "equivalent", "equivalents")

    def carbon(self) -> bool:
        for length in (4, 3, 2, 1):
            words = self.tokens[self.at : self.at + length]
            if len(words) == length and "".join(t.low for t in words).partition("^")[0] in CARBON:
                self.at += length
                self._carbon_tail()
                return True
        return False

    def _carbon_first(self) -> Unit | None:
        """A mass named after its gas: "CO2e (tonnes)", "CO2 equivalents in kt", "CO2e tonnes"."""
        mark = self.at
        if self.carbon():
            opened = self.take("(", "in")
            scale = self.scale()
            known = ATOMS.get(self.low()) or CASED.get(self.tokens[self.at].text if self.at < len(self.tokens) else "")
            if known and known[0] == "mass":
                self.at += 1
                if opened:
                    self.take(")")
                return base_unit("mass_co2e", scale * known[1])
        self.at = mark
        return None

    def _weighed(self, kind: str, factor: Fraction) -> Unit:
        """The unit with what follows it: carbon, water, another gas, or (where allowed) any named substance."""
        unit = base_unit(kind, factor)
        if (kind == "hours" and self.take(*_WORK_NOUNS)) or (kind == "energy" and self.take(*_HEATING_VALUES)):
            return unit
        if kind not in {"mass", "volume", "count", "percent"}:
            return unit
        mark = self.at
        opened = self.take("of", "in")
        if kind == "mass":
            if self.carbon():
                return base_unit("mass_co2e", factor)
            if self.low() in GASES | {"water"}:
                substance = self.low()
                self.at += 1
                return replace(unit, substance=substance)
        if opened and self.whole and self.tokens[mark].low == "of":
            words = self._nouns(6)
            if kind == "count" and words and ATOMS.get(words[-1], ("", 0))[0] in {"headcount", "participations"}:
                return base_unit(ATOMS[words[-1]][0], factor)
            if words:
                return replace(unit, substance=" ".join(words))
        self.at = mark
        return unit

    def _nouns(self, most: int) -> list[str]:
        """Up to ``most`` plain words."""
        words: list[str] = []
        while len(words) < most and self.low().replace("'", "").isalpha() and self.low() not in {"per", "in"}:
            words.append(self.low())
            self.at += 1
        return words

    # --- the expression ------------------------------------------------------------------------------------------

    def side(self) -> Unit | None:
        """One side of the fraction: currency, or scale + atom + scale, or (for the whole text) a bare scale."""
        unit = self.currency()
        if unit is None:
            mark = self.at
            scale = self.scale()
            if scale != 1:
                self.take("of")
            unit = self.atom()
            if unit is None and scale != 1 and (self.whole or self.tokens[mark].low.isalpha()):
                unit = base_unit("count", Fraction(1))
                self.at = mark
                self.scale()
            elif unit is None:
                self.at = mark
                return None
            unit = replace(unit, factor=unit.factor * scale)
        mark = self.at
        opened = self.take("(", "in")
        closing = self.tokens[self.at - 1].low if opened else ""
        if closing == "(":
            self.take("in")
        late = self.scale() if opened else Fraction(1)
        if opened and late != 1 and (closing != "(" or self.take(")")):
            return replace(unit, factor=unit.factor * late)
        self.at = mark
        return unit

    def expression(self) -> Unit | None:
        began = self.at
        top = base_unit("count", Fraction(1)) if self.low() == "per" else self.side()
        if top is None:
            self.at = began
            return None
        if top.kind == "mass" and self.whole and not top.substance and self.low().isalpha() and self.low() != "per":
            top = replace(top, substance=" ".join(self._nouns(3)))
        mark = self.at
        if self.take("/", "per"):
            self.take("each", "average")
            bottom = self.side()
            if bottom is not None:
                if self.whole and bottom.kind in {"mass", "volume"} and not bottom.substance:
                    bottom = replace(bottom, substance=" ".join(self._nouns(3)))
                return ratio_unit(top, bottom)
            words = self._nouns(4 if self.whole else 1)
            if words and (self.whole or self.tokens[mark].low == "per"):
                slug = "_".join(words)
                return Unit(f"{top.kind}_per_{slug}", f"{top.canonical}/{' '.join(words)}", top.factor)
            self.at = mark
        return top if mark > began else None


def read_whole(printed: str) -> Unit | None:
    """The Unit that the whole text is, brackets and a leading "in" aside, or None."""
    text = printed.strip(" \t\n:;,")
    while len(text) > 1 and (text[0], text[-1]) in {("(", ")"), ("[", "]"), ("（", "）")}:
        text = text[1:-1].strip()
    if text == "/":
        return replace(base_unit("count", Fraction(1)), printed=printed)
    tokens = [t for t in tokenize(text) if t.low not in {"*", "†", ",", ":"}]
    if not tokens:
        return None
    reader = _Reader(tokens, whole=True)
    if reader.low() in _LEADS and reader.low(1) == "in":
        reader.at = 2
    reader.take("in")
    if len(tokens) - reader.at == 1 and tokens[-1].low in {"m", "k", "bn", "mm"}:
        return replace(base_unit("count", Fraction(SCALES[tokens[-1].low])), printed=printed)
    unit = reader.expression()
    if unit is None:
        return None
    reader.take("pa")
    if reader.low() == "(" and tokens[-1].low == ")":
        return replace(unit, printed=printed)
    if reader.at < len(tokens) and not (unit.kind in {"percent", "headcount"} and reader.low() in {"of", "in"}):
        return None
    return replace(unit, printed=printed)


def read_ahead(text: str, at: int) -> tuple[int, int] | None:
    """The half-open span of the unit expression that begins at ``at`` (white space before it aside), or None."""
    tokens = tokenize(text, at)
    if not tokens or text[at : tokens[0].start].strip("-–( \t\n\u00a0"):
        return None
    skipped = (2 if len(tokens) > 1 and tokens[1].low == "in" else 1) if tokens[0].low == "(" else 0
    reader = _Reader(tokens[skipped:], whole=False)
    if reader.expression() is None:
        short = not tokens[0].spaced and tokens[0].low in {"k", "m", "mn", "bn", "b"}
        return (tokens[0].start, tokens[0].end) if short else None
    used = reader.tokens[: reader.at]
    return used[0].start, used[-1].end
