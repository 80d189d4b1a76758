"""The measures of work that other tests lean on do see what they are for."""

from __future__ import annotations

import re

import pytest
from tests.effort import calls, ending


def pairs(count: int) -> int:
    """Work that grows with the square."""
    return sum(abs(a - b) for a in range(count) for b in range(count))


def test_work_that_grows_with_the_square_is_seen() -> None:
    assert calls(lambda: pairs(40)) > 14 * calls(lambda: pairs(10))
    assert calls(lambda: [abs(n) for n in range(400)]) < 5 * calls(lambda: [abs(n) for n in range(100)])


def test_a_search_without_an_end_is_stopped() -> None:
    with pytest.raises(AssertionError, match="no end"), ending(1):
        re.match(r"(a|aa)+$", "a" * 200 + "b")
