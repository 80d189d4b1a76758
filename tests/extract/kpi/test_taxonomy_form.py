"""The disclosure form of the EU taxonomy, read by the codes of its rows."""

from __future__ import annotations

from decimal import Decimal

FORM = (
    "Financial year 2023 Substantial contribution criteria\n"
    "Proportion of Taxonomy aligned (A.1.) or eligible (A.2.) CapEx, year 2022 (18)\n"
    "EUR % Y;N;N/EL Y/N % E T\n"
    "A. Taxonomy-eligible activities\n"
    "A.1. Environmentally sustainable activities (Taxonomy-aligned)\n"
    "CapEx of environmentally sustainable \nactivities (Taxonomy-aligned) (A.1) 12,000 2% 1.5%\n"
    "A.2 Taxonomy-eligible but not environmentally sustainable activities\n"
    "Carriage by ferries CCM 6.5 188,000 38% N/EL N/EL\n"
    "CapEx of Taxonomy-eligible but not environmentally sustainable \n"
    "activities (not Taxonomy-aligned activities) (A.2)\n188,000 38%\n"
    "A. CapEx of Taxonomy eligible activities \n(A.1 + A.2) 200,000 40% 34%\n"
    "B. Taxonomy-non-eligible activities\n"
    "CapEx of Taxonomy-non-eligible activities (B) 300,000 60%\n"
    "Total 500,000 100%\n"
)


def test_each_row_gives_its_amount_and_its_share(read) -> None:
    found = {(o.indicator, o.unit, o.period): o.value for o in read(FORM, period="2023") if o.method == "taxonomy-form"}
    assert found[("CapEx of taxonomy-eligible activities", "%", "2023")] == Decimal(40)
    assert found[("CapEx of taxonomy-eligible activities", "EUR", "2023")] == Decimal(200000)
    assert found[("CapEx of taxonomy-aligned activities", "%", "2023")] == Decimal(2)
    assert found[("CapEx of not taxonomy-eligible activities", "%", "2023")] == Decimal(60)
    assert found[("Total CapEx", "EUR", "2023")] == Decimal(500000)
    assert ("Total CapEx", "%", "2023") not in found  # the whole is no share of itself


def test_last_years_share_is_of_last_year(read) -> None:
    found = {(o.indicator, o.period): o.value for o in read(FORM, period="2023") if o.unit == "%"}
    assert found[("CapEx of taxonomy-eligible activities", "2022")] == Decimal(34)
    assert found[("CapEx of taxonomy-aligned activities", "2022")] == Decimal("1.5")


def test_prose_on_the_taxonomy_is_no_form(read) -> None:
    text = "A. Taxonomy-eligible activities are those that the law names. We have none (A.1) 12 or (A.2) 14."
    assert not [o for o in read(text, period="2023") if o.method == "taxonomy-form"]


def test_each_activity_gives_its_amount(read) -> None:
    text = FORM.replace(
        "Carriage by ferries CCM 6.5",
        "Repair of quays \nand of harbour walls 7.3 12 0.1%\nTide mills 4.5 - 0%\nCarriage by ferries CCM 6.5",
    )
    found = [o for o in read(text, period="2023") if o.method == "taxonomy-form" and o.group]
    assert {o.group for o in found} == {"CapEx of taxonomy-eligible activities"}
    assert {(o.indicator, o.unit): o.value for o in found} == {
        ("Repair of quays and of harbour walls (7.3)", "EUR"): Decimal(12),
        ("Carriage by ferries (6.5)", "EUR"): Decimal(188000),
    }
