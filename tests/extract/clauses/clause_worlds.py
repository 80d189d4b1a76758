"""Names that the tests of content indexes share."""

from __future__ import annotations

from collections.abc import Callable

from tieout.model import Report, Section

Write = Callable[..., Report]


def section(number: str, title: str, page: int) -> Section:
    return Section(f"s{number or title}", number, title, 1, "", page, 0, len(title), (title,))
