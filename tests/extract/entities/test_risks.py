"""Risk and opportunity tables, flattened."""

from __future__ import annotations

from tests.extract.entities.entity_worlds import things

TABLE = (
    "Risk Type Risk Description Impact Timeframe Response Measures Physical Risk Acute Flood Risks Quays flood. "
    "Revenue↓ Short-term Raise walls. Market Risks Demand falls. Costs↑ Long-term Watch prices. "
    "Opportunity Type Opportunity Description Impact Timeframe Response Measures Improving Crane Efficiency Guided by "
    "data, cranes lift more. Profit↑ Short-term Train people. Building of Wind Ports The sea has wind. Revenue↑ "
    "Medium-term long-term Build."
)


def test_risks_and_opportunities_keep_to_their_own_table() -> None:
    assert [(e.label, e.detail) for e in things(TABLE, "risk")] == [
        ("Acute Flood Risks", "Revenue↓; short-term"),
        ("Market Risks", "Costs↑; long-term"),
    ]
    assert [(e.label, e.detail) for e in things(TABLE, "opportunity")] == [
        ("Improving Crane Efficiency", "Profit↑; short-term"),
        ("Building of Wind Ports", "Revenue↑; medium-term, long-term"),
    ]


def test_a_page_without_the_table_has_none() -> None:
    assert things("Market Risks grow. Liquidity Risk Management is a chapter.", "risk") == []
