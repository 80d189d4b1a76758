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
        (
            "Acute Flood Risks",
            "Revenue↓; short-term | type: Physical Risk | description: Quays flood. | response: Raise walls.",
        ),
        (
            "Market Risks",
            "Costs↑; long-term | type: Physical Risk | description: Demand falls. | response: Watch prices.",
        ),
    ]
    assert [(e.label, e.detail) for e in things(TABLE, "opportunity")] == [
        ("Improving Crane Efficiency",
         "Profit↑; short-term | description: Guided by data, cranes lift more. | response: Train people."),
        ("Building of Wind Ports",
         "Revenue↑; medium-term, long-term | description: The sea has wind. | response: Build."),
    ]  # fmt: skip


def test_types_that_are_printed_without_the_word_risk() -> None:
    text = (
        "Climate risks Physical risks Acute Storms close quays. Long-term Raise walls. Chronic Seas rise. "
        "Transition risks Policy and legal Carbon prices rise. Technology Cranes must change. Market Cargo shifts. Our "
        "Market view stays."
    )
    found = things(text, "risk")
    assert [e.label for e in found] == ["Acute", "Chronic", "Policy and legal", "Technology", "Market"]
    assert found[0].detail == (
        "long-term | type: Physical risks | description: Storms close quays. | response: Raise walls."
    )
    assert things(text.replace("Transition risks", ""), "risk") == []


def test_a_page_without_the_table_has_none() -> None:
    lone = "Risk category Risk description Measures Quay & Berths Slips happen. Liquidity risk Cash is short."
    assert things(lone, "risk") == []
    assert things("Market Risks grow. Liquidity Risk Management is a chapter.", "risk") == []
