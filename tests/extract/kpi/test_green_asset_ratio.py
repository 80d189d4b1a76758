"""The legal summary of a bank's green asset ratio, whose columns are known by their place."""

from __future__ import annotations

from decimal import Decimal

SUMMARY = (
    "0. Summary of KPIs to be disclosed by credit institutions under Article 8\n"
    "Total environmentally sustainable assets \nin EUR million\nKPI \nturnover KPI CapEx\n"
    "% coverage \n(over total assets)\n"
    "% of assets excluded from the \nnumerator of the GAR\n% of assets excluded from the \ndenominator of the GAR\n"
    "Main KPI Green asset ratio (GAR) stock 1,20 0,25% 0,31% 61,6% 22,1% 16,3%\n"
    "Total environmentally sustainable activities in \nEUR million\nKPI \nturnover KPI CapEx\n% coverage\n"
    "% of assets excluded from the \nnumerator of the GAR\n% of assets excluded from the \ndenominator of the GAR\n"
    "Additional KPIs GAR (flow) 0,40 0,10% 0,12% not meaningful not meaningful not meaningful\n"
    "Trading book n/a n/a\n"
)


def _ratios(found) -> dict[tuple[str, str], Decimal]:
    return {(o.indicator, o.dimensions[0].value): o.value for o in found if o.method == "asset-ratio-form"}


def test_the_ratio_is_read_by_turnover_and_by_capex(read) -> None:
    found = _ratios(read(SUMMARY))
    assert found == {
        ("Green asset ratio (GAR) stock", "turnover"): Decimal("0.25"),
        ("Green asset ratio (GAR) stock", "CapEx"): Decimal("0.31"),
        ("Coverage over total assets", "GAR stock"): Decimal("61.6"),
        ("Assets excluded from the numerator", "GAR stock"): Decimal("22.1"),
        ("Assets excluded from the denominator", "GAR stock"): Decimal("16.3"),
        ("Green asset ratio (GAR) flow", "turnover"): Decimal("0.10"),
        ("Green asset ratio (GAR) flow", "CapEx"): Decimal("0.12"),
    }


def test_a_head_in_another_order_or_a_page_of_another_kind_gives_nothing(read) -> None:
    assert not _ratios(read(SUMMARY.replace("turnover KPI CapEx", "CapEx KPI turnover")))
    assert not _ratios(read(SUMMARY.replace("credit institutions", "insurers")))
