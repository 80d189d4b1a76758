"""The words by which documents, laws, certificates and bodies are told apart: data, no logic."""

from __future__ import annotations

POLICY_HEADS = frozenset(
    [
        "policy",
        "policies",
        "measures",
        "regulations",
        "rules",
        "manual",
        "manuals",
        "guide",
        "guides",
        "guideline",
        "guidelines",
        "handbook",
        "charter",
        "procedure",
        "procedures",
        "bylaws",
        "letter",
    ]
)
"""Last words of names that are rule books by themselves."""

WEAK_HEADS = frozenset("system systems framework standard standards plan code specification specifications".split())
"""Last words that name a rule book only where the company says that it wrote it."""

LAW_HEADS = frozenset("law laws act acts ordinance ordinances directive decree statute".split())

CONNECTORS = frozenset("of and for on the in to with against at by or an a & from".split())
"""Small words that may stand inside a name, never at its ends."""

STARTERS = frozenset(
    [
        "the",
        "this",
        "these",
        "those",
        "our",
        "its",
        "their",
        "in",
        "at",
        "as",
        "for",
        "and",
        "all",
        "each",
        "under",
        "through",
        "during",
        "since",
        "based",
        "including",
        "such",
        "we",
        "it",
        "they",
        "case",
        "note",
        "notes",
        "according",
        "meanwhile",
        "additionally",
        "currently",
        "with",
        "by",
        "on",
    ]
)
"""Capitalised words that begin a sentence rather than a name."""

OWN = (
    r"formulat\w+|establish\w+|develop(?:ed|s|ing)\b|issu(?:ed|es|ing)\b|adopt\w+|implement\w+|revis\w+|introduc\w+"
    r"|updat\w+|optimi[sz]\w+|set up|drafted|drew up|draws up|released|published|promulgated internally|in place"
    r"|internal\b|our own|compiled|launched|signed?\b|signing|applies to|appl(?:y|ies) to all"
)
"""Words after which a rule book is the company's own."""

FOREIGN = (
    r"compl(?:y|ies|ied|ying) with|compliance with|abid\w+ by|adher\w+ to|in accordance with|pursuant to|accord\w* to"
    r"|laws and regulations|relevant laws|applicable laws|regulatory requirements|observ\w+ the|issued by the"
    r"|promulgated by|strictly follow\w*|required by|requirements of|under the|violat\w+"
)
"""Words after which it is somebody else's: a law or a regulator's rule."""

STATE = (
    r"People['’]s Republic|\bPRC\b|\bU\.?S\.?\b|\bEU\b|European|Hong Kong|\bUK\b|Germany|Austria|Singapore|Ministry"
    r"|Commission|Supreme|People['’]s Bank|Stock Exchange|\bHKEX\b|Listing Rules|Federal|State Council"
)
"""Words in a name or close to it that only a state's or a regulator's document has."""

KNOWN_STANDARDS = (
    r"GRI (?:Sustainability Reporting )?Standards?|GHG Protocol|Greenhouse Gas Protocol|SASB Standards?|TCFD"
    r"(?: [Rr]ecommendations)?|UN(?:ited Nations)? Global Compact|Science[- ]Based Targets initiative|SBTi"
    r"|IFRS S[12]|ESRS|CDP|PCAF|OECD Guidelines for Multinational Enterprises|ILO (?:Core )?Conventions?|COSO|COBIT"
    r"|Equator Principles|EU Taxonomy|Task Force on Climate-related Financial Disclosures"
    r"|United Nations Sustainable Development Goals"
)
"""Standards and frameworks under the names by which reports of any company call them."""

STAKEHOLDERS = (
    r"Governments?(?: and [a-z]+| agencies| authorities)?|Regulators?|Regulatory (?:bodies|authorities|agencies)"
    r"|Supervisory authorities|Shareholders?|Investors?|Capital market|Creditors|Customers?|Clients?|Consumers?"
    r"|Employees?|Staff|Workforce|Suppliers?|Vendors?|Business partners?|Partners?|Contractors?|Communit(?:y|ies)"
    r"|Local communities|General public|Public|Media|NGOs?|Non-governmental organi[sz]ations|Industry associations?"
    r"|Trade unions?|Academia|Competitors|Peers|Environment"
)
"""Groups that stakeholder tables list, as the first words of a row."""
