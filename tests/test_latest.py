"""Keeping what was used last."""

from __future__ import annotations

from tieout.latest import Latest


def test_what_was_not_used_for_longest_goes() -> None:
    kept = Latest[str, int](2)
    assert kept.keep("a", 1) == 1
    kept.keep("b", 2)
    assert kept.get("a") == 1
    kept.keep("c", 3)
    assert (kept.get("a"), kept.get("b"), kept.get("c"), len(kept)) == (1, None, 3, 2)
