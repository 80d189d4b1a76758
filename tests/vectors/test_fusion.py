from __future__ import annotations

import numpy as np
import pytest

from tieout.vectors.fusion import ranks, reciprocal_rank


def test_ranks_keep_the_order_of_equals() -> None:
    assert ranks(np.array([0.1, 0.9, 0.1, 0.5])).tolist() == [3, 1, 4, 2]


def test_first_in_all_lists_is_one_and_more_agreement_is_better() -> None:
    fused = reciprocal_rank([(0.5, np.array([3.0, 2.0, 1.0])), (0.5, np.array([30.0, 10.0, 20.0]))])
    assert fused[0] == pytest.approx(1.0)
    assert fused[0] > fused[1] > 0
    assert fused[1] == pytest.approx(fused[2])


def test_a_list_that_did_not_find_an_entry_gives_it_nothing() -> None:
    fused = reciprocal_rank([(0.5, np.array([0.9, 0.8])), (0.5, np.array([0.0, 0.0]))])
    assert fused[0] == pytest.approx(0.5)
    assert fused[1] < 0.5


def test_only_order_counts_not_scale() -> None:
    one, two = np.array([0.3, 0.2, 0.1]), np.array([5.0, 9.0, 7.0])
    np.testing.assert_array_equal(
        reciprocal_rank([(0.5, one), (0.5, two)]), reciprocal_rank([(0.5, one * 1000), (0.5, two / 7)])
    )
