"""Invented reports of companies that do not exist."""

from __future__ import annotations

from tieout.model import Page
from tieout.text import MappedText

NAVIGATION = "About Us Our Planet Our People Our Rules 2024 Quarry Lane Report"

FILLER = (
    "The company reviews its measures each year. It reports progress to the board. Managers answer for the results. "
    "Every site keeps its own records and sends them to the head office. "
)


def flat_report() -> str:
    """Eight flattened pages with contents, a divider, numbers after titles, a navigation bar and an index."""
    pages = [
        "CONTENTS Chair's Letter 2 Our Planet 3 1.1 Clean energy 4 1.2 Water care 6 Appendix 7 1 About this text",
        f"Chair's Letter Dear reader, we had a good year. {FILLER} 2 {NAVIGATION}",
        "Our Planet 01",
        f"Clean energy 1.1 Quarry Lane bought green power. {FILLER} "
        f"Buying renew-able power 1.1.1 {FILLER} 4 {NAVIGATION}",
        f"The share rose. {FILLER} Saving energy at home 1.1.2 We save energy in low-carbon ways, 4.72 points. "
        f"5 {NAVIGATION}",
        f"Water care 1.2 Water is scarce. {FILLER} {FILLER} 6 {NAVIGATION}",
        f"Appendix {FILLER} 7 {NAVIGATION}",
        f"Index A1 See 1.1 Clean Energy 1.1.1 Buying Renewable Power A2 See 1.2 Water Care {FILLER} 8 {NAVIGATION}",
    ]
    return "\n".join(pages) + "\n"


def page(text: str, number: int = 1) -> Page:
    """A page whose body is its text."""
    return Page(number, text, body=MappedText.identity(text))
