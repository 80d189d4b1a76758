"""The calculations that answers tell, done again in decimals: "(214.2 - 248.7) / 248.7 x 100 = -13.87 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation, localcontext

_TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|[-+/x()%])")
_SUM = re.compile(r"(?P<left>[\d\s.,()+/x%-]+)=\s*(?P<right>-?\d[\d,]*(?:\.\d+)?)")
_LONGEST = 2000
_DEEPEST = 20


class _Calculation:
    """A sum of the four operations with brackets, by recursive descent over its tokens."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0

    def result(self) -> Decimal:
        """Its value; ValueError where it is no calculation."""
        value = self._sum()
        if self._at != len(self._tokens):
            msg = "more follows"
            raise ValueError(msg)
        return value

    def _next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self._at += 1
        return token

    def _sum(self) -> Decimal:
        value = self._product()
        while self._next() in {"+", "-"}:
            value = value + self._product() if self._take() == "+" else value - self._product()
        return value

    def _product(self) -> Decimal:
        value = self._factor()
        while self._next() in {"x", "/"}:
            value = value * self._factor() if self._take() == "x" else value / self._factor()
        return value

    def _factor(self) -> Decimal:
        self._depth += 1
        if self._depth > _DEEPEST:
            msg = "nested too deep"
            raise ValueError(msg)
        first = self._take()
        match first:
            case "-":
                value = -self._factor()
            case "(":
                value = self._sum()
                if self._take() != ")":
                    msg = "a bracket is open"
                    raise ValueError(msg)
            case _ if first[:1].isdigit():
                value = Decimal(first)
            case _:
                msg = f"no figure at {first!r}"
                raise ValueError(msg)
        self._depth -= 1
        if self._next() == "%":
            self._take()
            value /= 100
        return value


def _tokens(text: str) -> list[str]:
    plain = text.replace(",", "").strip()
    found: list[str] = []
    at = 0
    while at < len(plain):
        match = _TOKEN.match(plain, at)
        if match is None:
            msg = "not arithmetic"
            raise ValueError(msg)
        found.append(match.group(1))
        at = match.end()
    return found


def wrong_results(told: str) -> Iterator[str]:
    """Each "calculation = result" of the text whose result, at the decimals it is told with, is another.

    Parts of the text that are no arithmetic over plain figures are left alone.
    """
    if len(told) > _LONGEST:
        return
    for part in told.split(";"):
        match = _SUM.match(part.strip())
        if match is None:
            continue
        right = Decimal(match["right"].replace(",", ""))
        try:
            with localcontext() as context:
                context.prec = 50
                exact = _Calculation(match["left"]).result()
                unit = Decimal(1).scaleb(int(right.as_tuple().exponent))
                same = abs(exact - right) <= unit / 2
        except (ValueError, InvalidOperation, ArithmeticError):
            continue
        if not same:
            yield part.strip()


def inputs(told: str) -> set[str]:
    """The figures that calculations start from, without thousands separators.

    The 100 of per cent and the number of terms that a mean divides by are none.
    """
    found: set[str] = set()
    for part in told.split(";") if len(told) <= _LONGEST else ():
        match = _SUM.match(part.strip())
        if match is not None:
            left = match["left"].replace(",", "").strip().removesuffix("x 100").strip()
            left = re.sub(rf"\) / {left.count('+') + 1}$", ")", left)
            found |= set(re.findall(r"\d+(?:\.\d+)?", left))
    return found
