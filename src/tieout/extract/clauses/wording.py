"""Words that content indexes are made of, as data: a new wording is a new line here, never a new branch in the code.

English first, with the German words that English reports of German-speaking companies leave standing.
"""

from __future__ import annotations

# Words, as printed, after which a code is talked about, not listed.
MENTION_WORDS: frozenset[str] = frozenset(
    [
        *(
            "see",
            "also",
            "regarding",
            "under",
            "with",
            "per",
            "to",
            "in",
            "of",
            "by",
            "for",
            "from",
            "and",
            "or",
            "the",
        ),
        *("our", "its", "this", "that", "than", "siehe", "clause", "principle", "principles", "section", "sections"),
        *("chapter", "rule", "article", "paragraph", "para.", "part", "table", "figure", "iso", "seite", "disclosure"),
        *("p.", "pp.", "P.", "PP.", "S.", "page", "pages", "UNGC", "SDG", "SDGs", "Scope", "ISO", "Rule", "EN"),
    ]
)

# (words of a status cell, what they say): "reported", "partial" or "absent". Matched as printed with a capital.
STATUS_WORDS: tuple[tuple[str, str], ...] = (
    ("fully disclosed", "reported"),
    ("fully reported", "reported"),
    ("fully complied", "reported"),
    ("partially disclosed", "partial"),
    ("partly disclosed", "partial"),
    ("partially reported", "partial"),
    ("partly reported", "partial"),
    ("partially complied", "partial"),
    ("partially met", "partial"),
    ("partially", "partial"),
    ("partial", "partial"),
    ("not applicable", "absent"),
    ("not disclosed", "absent"),
    ("not reported", "absent"),
    ("not material", "absent"),
    ("not relevant", "absent"),
    ("not available", "absent"),
    ("not complied", "absent"),
    ("no disclosure", "absent"),
    ("non-disclosure", "absent"),
    ("non-compliance", "absent"),
    ("information unavailable", "absent"),
    ("information incomplete", "absent"),
    ("information not available", "absent"),
    ("confidentiality constraints", "absent"),
    ("confidentiality constraint", "absent"),
    ("legal prohibitions", "absent"),
    ("legal prohibition", "absent"),
    ("omitted", "absent"),
    ("explained", "absent"),
    ("explain", "absent"),
    ("phase-in", "absent"),
    ("phased-in", "absent"),
    ("phasein", "absent"),
    ("phasedin", "absent"),
    ("phase in", "absent"),
    ("n.a.", "absent"),
    ("n/a", "absent"),
    ("nicht verfügbar", "absent"),
    ("nicht anwendbar", "absent"),
    ("nicht wesentlich", "absent"),
    ("nicht berichtet", "absent"),
    ("keine angabe", "absent"),
    ("disclosed", "reported"),
    ("reported", "reported"),
    ("complied", "reported"),
    ("comply", "reported"),
    ("compliant", "reported"),
    ("covered", "reported"),
    ("published", "reported"),
    ("met", "reported"),
    ("full", "reported"),
    ("yes", "reported"),
    ("✓", "reported"),
    ("✔", "reported"),
    ("√", "reported"),
    ("●", "reported"),
)

# Status words that are themselves the reason.
SELF_EXPLAINING: frozenset[str] = frozenset(
    [
        *(
            "not material",
            "not relevant",
            "information unavailable",
            "information incomplete",
            "phase-in",
            "phased-in",
            "phasein",
            "phasedin",
            "phase in",
        ),
        *("information not available", "confidentiality constraints", "confidentiality constraint"),
        *("legal prohibitions", "legal prohibition"),
    ]
)

# Phrases with which a company says why something is left out; they count only where an omission may be printed.
OMISSION_PHRASES: tuple[str, ...] = (
    "not available",
    "unavailable",
    "not yet available",
    "not applicable",
    "not disclosed",
    "not relevant",
    "not material",
    "not possible",
    "not yet possible",
    "not collected",
    "not yet collected",
    "not systematically",
    "not involve",
    "not considered material",
    "immaterial",
    "no systematic",
    "no data",
    "no information",
    "cannot be",
    "cannot currently",
    "cannot yet",
    "currently not",
    "not currently",
    "not recorded centrally",
    "not centrally",
    "incomplete",
    "only rolled out",
    "only for companies",
    "will be available",
    "will probably be available",
    "can probably be started",
    "confidential",
    "legal prohibition",
    "data protection",
    "omitted",
)

# Sources outside the report that a reference column names.
OUTSIDE_SOURCES: tuple[str, ...] = (
    "annual report",
    "annual financial report",
    "financial report",
    "corporate governance statement",
    "corporate governance report",
    "declaration on corporate governance",
    "remuneration report",
    "consolidated financial statements",
    "company website",
    "corporate website",
    "website",
    "cross-reference",
    "cdp",
)

# Words of a table's header, by column. A header is a run of these.
HEADER_WORDS: frozenset[str] = frozenset(
    [
        *(
            "gri",
            "hkex",
            "esg",
            "esrs",
            "sasb",
            "tcfd",
            "un",
            "global",
            "compact",
            "standard",
            "standards",
            "disclosure",
        ),
        *(
            "disclosures",
            "location",
            "page",
            "pages",
            "omission",
            "omissions",
            "reason",
            "reasons",
            "for",
            "notes",
            "note",
        ),
        *(
            "comment",
            "comments",
            "remark",
            "remarks",
            "status",
            "chapter",
            "section",
            "sections",
            "or",
            "and",
            "number",
        ),
        *("explanation", "explanations", "obligation", "obligations", "index", "content", "title", "no", "reference"),
        *(
            "references",
            "requirement",
            "requirements",
            "indicator",
            "indicators",
            "kpi",
            "kpis",
            "code",
            "codes",
            "aspect",
        ),
        *("aspects", "subject", "area", "areas", "environmental", "social", "governance", "reporting", "guide", "part"),
        *("report", "description", "topic", "metric", "metrics", "response", "general"),
        *("omitted", "sdg", "sdgs", "ungc", "recommended", "recommendation", "recommendations", "paragraph", "s"),
    ]
)

OMISSION_COLUMNS: tuple[str, ...] = ("omission", "omissions", "reason", "reasons", "explanation", "explanations")
NOTE_COLUMNS: tuple[str, ...] = ("note", "notes", "comment", "comments", "remark", "remarks")
GOAL_COLUMNS: tuple[str, ...] = ("sdg", "sdgs", "ungc")

# How requirements begin in the indexes of codes that print them in full.
REQUIREMENT_OPENERS: tuple[str, ...] = (
    "Description of",
    "Describe",
    "Number of",
    "Number and",
    "Total",
    "Percentage of",
    "The percentage",
    "The average",
    "The types",
    "Policies",
    "Information on",
    "Direct and",
    "Disclose",
)

# Names of the four pillars, which stand as headings between rows of the climate frameworks.
PILLARS: tuple[str, ...] = (
    "Governance",
    "Strategy",
    "Risk management",
    "Risk Management",
    "Metrics and targets",
    "Metrics and Targets",
)
