"""Arithmetic checks: a planted contradiction is found, honest rounding never is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.audit.arithmetic import apart, intensities_follow, interval, mentions_agree, splits_add_up
from tieout.audit.rules import Rule
from tieout.model import Dimension, Observation, Origin, Passage

SUM = Rule("CHK-S", "sum", "sum", "sum(emp-by-gender)==emp-total", "high", "The split does not add up")
RATIO = Rule("CHK-I", "ratio", "ratio", "water/emp-total==water-int-emp", "high", "Intensity does not follow")
SAME = Rule("CHK-N", "same", "equality", "value(text)==value(table)", "high", "Text and table disagree")


def figure(metric: str, raw: str, *, gender: str = "", origin: Origin = Origin.TABLE, page: int = 1) -> Observation:
    """A figure of 2024 as a table or a sentence prints it."""
    value = Decimal(raw.replace(",", ""))
    return Observation(
        report="r", organization="o", period="2024", indicator=metric, passage=Passage("r", page, 0, len(raw), raw),
        raw_value=raw, value=value, value_canonical=value, unit_canonical="u", metric=metric, metric_score=1.0,
        dimensions=(Dimension("gender", gender),) if gender else (), origin=origin, table="t", group="by gender",
    )  # fmt: skip


def split(total: str, male: str, female: str) -> list[Observation]:
    """A total with its split by gender."""
    parts = [figure("emp-by-gender", male, gender="male"), figure("emp-by-gender", female, gender="female")]
    return [figure("emp-total", total), *parts]


def test_split_that_does_not_add_up_is_found_with_its_places() -> None:
    (found,) = splits_add_up(split("412", "230", "172"), SUM)
    assert "230 + 172 = 402" in found.explanation
    assert {q.quote for q in found.quotes} == {"412", "230", "172"}
    assert (found.severity, found.check) == ("high", "CHK-S")


def test_split_that_adds_up_is_silent() -> None:
    assert list(splits_add_up(split("412", "230", "182"), SUM)) == []


def test_rounded_parts_may_miss_the_total_by_their_rounding() -> None:
    assert list(splits_add_up(split("100.0", "33.3", "66.6"), SUM)) == []
    assert len(list(splits_add_up(split("100.0", "33.3", "66.4"), SUM))) == 1


def test_one_part_alone_is_no_split() -> None:
    assert list(splits_add_up(split("412", "230", "172")[:2], SUM)) == []


@pytest.mark.parametrize(("ratio", "findings"), [("14.27", 0), ("14.3", 0), ("14", 0), ("17.90", 1), ("14.29", 1)])
def test_intensity_follows_within_rounding(ratio: str, findings: int) -> None:
    seen = [figure("water", "88,450"), figure("emp-total", "6,200"), figure("water-int-emp", ratio)]
    assert len(list(intensities_follow(seen, RATIO))) == findings


def test_two_totals_of_one_year_are_not_judged() -> None:
    seen = [figure("water", "10"), figure("water", "20"), figure("emp-total", "2"), figure("water-int-emp", "99")]
    assert list(intensities_follow(seen, RATIO)) == []


def test_text_and_table_that_disagree_are_found_and_swapped_digits_named() -> None:
    seen = [figure("cost", "7,936.69", page=65), figure("cost", "7,963.69", origin=Origin.TEXT, page=39)]
    (found,) = mentions_agree(seen, SAME)
    assert [q.page for q in found.quotes] == [39, 65]
    assert "changed places" in found.explanation


def test_coarser_text_agrees_with_the_table() -> None:
    seen = [figure("water", "6,643.74"), figure("water", "6,644", origin=Origin.TEXT)]
    assert list(mentions_agree(seen, SAME)) == []


def test_unsure_links_are_not_judged() -> None:
    from dataclasses import replace

    seen = [figure("water", "10"), replace(figure("water", "99", origin=Origin.TEXT), metric_score=0.3)]
    assert list(mentions_agree(seen, SAME)) == []


def test_bounds_have_no_interval() -> None:
    from dataclasses import replace

    assert interval(replace(figure("water", "10"), qualifier="over")) is None


@given(st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=2))
def test_true_sums_are_never_called_wrong(one: Decimal, other: Decimal) -> None:
    seen = split(str(one + other), str(one), str(other))
    assert list(splits_add_up(seen, SUM)) == []
    rounded = split(
        str((one + other).quantize(Decimal(1))), str(one.quantize(Decimal(1))), str(other.quantize(Decimal(1)))
    )
    assert list(splits_add_up(rounded, SUM)) == []


def test_intervals_that_touch_are_not_apart() -> None:
    assert not apart((Decimal(1), Decimal(2)), (Decimal(2), Decimal(3)))
    assert apart((Decimal(1), Decimal(2)), (Decimal("2.1"), Decimal(3)))


def test_a_figure_printed_with_its_currency_is_judged_by_its_cell() -> None:
    from dataclasses import replace

    text = replace(
        figure("cost", "7", origin=Origin.TEXT), raw_value="EUR 812.40", value=Decimal("812.40"), cell=(4, 10)
    )
    text = replace(text, value_canonical=text.value, passage=Passage("r", 3, 0, 10, "EUR 812.40"))
    (found,) = mentions_agree([figure("cost", "821.40", page=9), text], SAME)
    assert "changed places" in found.explanation


def test_a_sentence_about_a_part_or_with_two_values_is_not_judged() -> None:
    from dataclasses import replace

    part = replace(figure("staff", "22", origin=Origin.TEXT), passage=Passage("r", 2, 0, 22, "Of 84 cases, 22 at work"))
    rise = [figure("staff", n, origin=Origin.TEXT) for n in ("26", "27")]
    rise = [replace(o, passage=Passage("r", 2, 0, 8, "26 to 27")) for o in rise]
    assert list(mentions_agree([figure("staff", "34"), part, *rise], SAME)) == []
    assert len(list(mentions_agree([figure("staff", "34"), rise[0]], SAME))) == 1


def test_of_two_tables_with_one_total_the_fuller_is_quoted() -> None:
    from dataclasses import replace

    short = [
        replace(o, table="x") for o in (figure("water", "88,450", page=2), figure("water-int-emp", "17.90", page=2))
    ]
    full = [
        figure("water", "88,450", page=9),
        figure("emp-total", "6,200", page=9),
        figure("water-int-emp", "17.90", page=9),
    ]
    (found,) = intensities_follow([*short, *full], RATIO)
    assert {q.page for q in found.quotes} == {9}


@pytest.mark.parametrize(
    ("qualifier", "raw", "findings"),
    [("nearly", "1,400", 1), ("nearly", "1,500", 0), ("over", "1,400", 0), ("over", "1,500", 1), ("about", "1,400", 0)],
)
def test_a_bound_is_held_to_its_side(qualifier: str, raw: str, findings: int) -> None:
    from dataclasses import replace

    mention = replace(figure("emp-total", raw, origin=Origin.TEXT), qualifier=qualifier)
    assert len(list(mentions_agree([figure("emp-total", "1,437"), mention], SAME))) == findings


@pytest.mark.parametrize(("raw", "findings"), [("520", 1), ("47", 0), ("4,120", 1), ("3", 0)])
def test_a_figure_of_another_size_is_another_thing_unless_a_power_of_ten_apart(raw: str, findings: int) -> None:
    mention = figure("emp-total", raw, origin=Origin.TEXT)
    assert len(list(mentions_agree([figure("emp-total", "412"), mention], SAME))) == findings


def test_parts_far_from_the_whole_are_another_split() -> None:
    assert list(splits_add_up(split("412", "29", "33"), SUM)) == []
