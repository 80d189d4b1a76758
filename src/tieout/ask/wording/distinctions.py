"""Concepts that tell one figure from another: parts, qualifiers, and the thing that is measured."""

QUALIFIERS = frozenset(
    [
        "target", "location_based", "market_based", "hazardous", "non_hazardous", "female", "male", "renewable", "cumulative",
        "reduction", "senior", "junior", "overseas",
    ]
)  # fmt: skip
"""Concepts that make another figure of it when they stand on one side only."""
PARTS = frozenset(
    [
        "female", "male", "hazardous", "non_hazardous", "full_time", "part_time", "permanent", "temporary", "location_based",
        "market_based", "renewable", "mainland", "overseas", "scope_1", "scope_2", "scope_3", "independent", "minority", "disability", "target", "board",
        "base_year",
    ]
)  # fmt: skip
"""Concepts that name one part of something: a figure that says nothing of the part is no answer."""
SCOPES = frozenset({"scope_1", "scope_2", "scope_3"})
"""Scopes: said of a kind of energy in brackets, they name no part of it."""
SUBJECTS = frozenset(
    [
        "turnover", "absence", "injury", "death", "training", "complaint", "donation", "patent", "trademark", "copyright", "water", "waste",
        "paper", "packaging", "electricity", "recycle", "landfill", "travel", "commuting", "parental_leave", "leave", "pay_gap", "promotion", "pension",
    ]
)  # fmt: skip
"""Concepts that name what is measured: a figure that says nothing of the one asked about measures another thing."""
ACTORS = frozenset({"employee", "customer", "supplier", "shareholder", "community"})
"""Those whom a figure is about: the customers' satisfaction is not that of the employees."""
SPOKEN = frozenset(
    {
        "develop",
        "developed",
        "lost",
        "loss",
        "came in",
        "entry",
        "entries",
        "brought in",
        "intake",
        "signed up",
        "starter",
    }
)
"""Words of such concepts that mean something else as often."""
COUNTRIES = frozenset(
    [
        "germany", "austria", "switzerland", "canada", "romania", "italy", "france", "spain", "poland", "netherlands", "belgium", "sweden",
        "denmark", "norway", "finland", "croatia", "slovenia", "serbia", "hungary", "czechia", "japan", "india", "bosnia", "montenegro",
    ]
)  # fmt: skip
"""Countries: what is told of one is not told of the company."""
