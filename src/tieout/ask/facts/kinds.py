"""The kinds of named thing a question may ask for: policies, laws, certificates, stakeholders, committees, goals, risks."""

from __future__ import annotations

import re

from tieout.ask.wording.question import Reading

KINDS: tuple[tuple[str, str], ...] = (
    ("law", r"laws?|statutes?|acts?(?! as\b)|legislation|conventions?|legal acts?|ordinances?|decrees?|directives?"),
    ("certification", r"certificates?|certifications?|accreditations?|iso (?:\w+ )?(?:schemes?|standards?|norms?|certificates?|certifications?)"),
    ("policy", r"polic(?:y|ies)|rules?|rulebooks?|procedures?|(?:internal )?documents?|norms?|manuals?|measures?|regulations?|guidelines?|codes?|handbooks?|charters?|letters?|schemes?|"
     r"instructions?|(?:management )?systems?|frameworks?|plans?|by-?laws"),
    ("stakeholder", r"stakeholders?|interest groups?|interested part(?:y|ies)|who among"),
    ("committee", r"committees?|councils?|panels?|steering groups?|bod(?:y|ies)"),
    ("goal", r"sdgs?|sustainable development goals?|un goals?|global goals?"),
    ("target", r"targets?|goals?|ambitions?"),
    ("risk", r"risks?"),
    ("opportunity", r"opportunit(?:y|ies)"),
    ("topic", r"(?:material |focal |key )?(?:topics?|issues?|themes?|subjects?)(?: of materiality)?"),
    ("standard", r"standards?|frameworks?|guidelines?"),
)  # fmt: skip
ASKS = (
    r"(?:\bwhich|\bwhat|\bname|\blist|\bwho|\bare there)\b(?: (?:is|are|was|were|of))?"
    r"(?: (?!(?:is|are|was|were|do|does|did|has|have|had|can|will|must|to|in|on|by|for)\b)[\w'’&-]+){0,3}? "
)
DOCUMENTS = frozenset({"policy", "law", "certification", "standard"})
"""Kinds that are documents, with a title."""


def asked_kinds(reading: Reading) -> tuple[str, ...]:
    """The kinds of thing a question asks for by their noun, first named first."""
    found: list[tuple[int, int, str]] = []
    for kind, nouns in KINDS:
        match = re.search(rf"{ASKS}(?P<noun>{nouns})\b", reading.folded)
        if match is not None:
            found.append((match.start("noun"), match.end("noun"), kind))
    # Of two nouns side by side the second is what is asked for: a "risk framework" is a framework.
    starts = {start for start, _, _ in found}
    heads = [f for f in found if not starts.intersection(range(f[1] + 1, f[1] + 2))]
    kinds = [kind for _, _, kind in sorted(heads, key=lambda f: f[0])]
    if "standard" in kinds:
        # A company's own standards are rule books; those it is certified to are certificates.
        kinds.append("policy")
        if re.search(r"\bcertif", reading.folded):
            kinds.insert(0, "certification")
    return tuple(dict.fromkeys(kinds))
