"""Finding the clauses that a question names: by code, or by what they ask when the question speaks of an index."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tieout.ask.plan import PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.question import Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import terms
from tieout.model import Clause, DisclosureStatus
from tieout.patterns import lazy

FRAMEWORK_WORDS: tuple[tuple[str, str], ...] = (
    ("hkex-c2", r"\bhkex\b|\bhong kong (?:\w+ )?(?:code|index|table|exchange|rule|guide|kpi|requirement)|\bexchange (?:requirement|rule|code)|\bappendix c2\b|"
     r"\besg (?:reporting )?(?:code|guide)\b|\blisting rules?\b|\bstock exchange (?:code|rule)"),
    ("gri", r"\bgri\b|\bglobal reporting initiative\b"),
    ("ifrs-s2", r"\bifrs\b|\bissb\b"),
    ("tcfd", r"\btcfd\b"),
    ("esrs", r"\besrs\b"),
    ("sasb", r"\bsasb\b"),
)  # fmt: skip
_INDEX_WORDS = lazy(
    r"\b(?:content |disclosure |gri |hkex |esg )?index\b|\bcomply or explain\b|\b(?:clause|provision|disclosure requirement|aspect)\b|\bunder the (?:\w+ ){0,3}(?:code|standard)"
)
_CODE = lazy(
    r"(?<![\w.-])(?:kpi |aspect |gri |disclosure |esrs |sasb |ifrs |paragraph )?"
    r"(mdr-(?:\d\d|[pamt](?!\w))|(?:gov|sbm|iro|bp)-\d|[gs]\d-\d{1,2}|[a-z]{2}-[a-z]{2}-\d{3}[a-z]?(?:\.[a-z\d])?|s2[. ]\d{1,2}(?:\([a-z]\))?|[a-e]\d{1,2}-\d{1,2}|[a-d]\d{1,2}(?:\.\d{1,2})?|[a-d]\d{1,2}\([a-z]\)|\d{1,3}-\d{1,2}(?:@\d{4})?)(?:-?[a-z])?(?![\w-]|\.\d)"
)
_STANDARD = lazy(r"\bgri (\d{1,3})(?![\w-]|\.\d)")
_TOPIC_STANDARD = lazy(r"\besrs ([esg]\d)(?![\w-]|\.\d)")
LEFT_OUT = lazy(
    r"\bnot (?:report|disclos|publish|cover|provid|applicable|given|includ|answer|relevant|matter|list)|\b(?:irrelevant|immaterial|inapplicable|skip(?:s|ped)?|pass(?:es|ed)? over|opt(?:s|ed)? out|waived?)\b|\bno (?:data|figures?|information|disclosure)|\bomit|\bomission|"
    r"\b(?:left|leaves?|leave|leaving) .{0,60}\bout\b|\bleft out\b|\bexclu(?:ded?|sion)\b|\bmissing\b|\babsent\b|\bwithout (?:data|figures?)"
)
"""Words of a clause that is not reported."""
_PART = lazy(r"\bpart [a-d](?![\w-])")
_NEAR = 0.48
_WITHDRAWN = lazy(r"10[123]-")
"""Codes of the universal standards of 2016, which those of 2021 replaced."""


@dataclass(frozen=True, slots=True)
class ClauseMention:
    """A clause the question names, how sure that is, and whether its code was said."""

    clause: Clause
    score: float
    by_code: bool
    text: str = ""
    topic_standard: str = ""


def clause_entity(mention: ClauseMention, view: View) -> PlanEntity:
    """The clause as something that the question names."""
    clause = mention.clause
    return PlanEntity("clause", f"{clause.framework}:{clause.code}", view.ports.names.clause(clause.id), mention.score)


def find_mentions(reading: Reading, view: View) -> list[ClauseMention]:
    """The clauses of a question, those said by code first and in their order."""
    folded = reading.folded
    frameworks = [f for f, pattern in FRAMEWORK_WORDS if re.search(pattern, folded)]
    by_code: dict[tuple[str, str], Clause] = {}
    for clause in view.catalogue.clauses:
        by_code.setdefault((clause.framework, clause.code.casefold()), clause)
    found: dict[str, ClauseMention] = {}
    for match in _CODE.finditer(folded):
        code = match.group(1).partition("@")[0].replace("s2 ", "s2.")
        wanted = [f for f in (*frameworks, "hkex-c2", "gri", "esrs", "tcfd", "ifrs-s2", "sasb") if (f, code) in by_code]
        if not wanted or (re.fullmatch(r"\d{1,3}-\d{1,2}", code) and not _speaks_of_gri(folded, view)):
            continue
        clause = by_code[(wanted[0], code)]
        found.setdefault(clause.id, ClauseMention(clause, 1.0, True, match.group()))
    for match in _STANDARD.finditer(folded):
        standard = by_code.get(("gri", f"gri {match.group(1)}"))
        if standard is not None and not any(m.clause.code.startswith(f"{match.group(1)}-") for m in found.values()):
            found.setdefault(standard.id, ClauseMention(standard, 1.0, True, match.group()))
    for match in _TOPIC_STANDARD.finditer(folded):
        standard = by_code.get(("esrs", match.group().strip()))
        if standard is not None:
            found.setdefault(standard.id, ClauseMention(standard, 1.0, True, match.group()))
    part = _PART.search(folded)
    if part is not None and not found and (whole := by_code.get(("hkex-c2", part.group().strip()))) is not None:
        found[whole.id] = ClauseMention(whole, 1.0, True, part.group())
    if found:
        return list(found.values())
    if frameworks or _INDEX_WORDS.search(folded):
        return _by_description(reading, view, frameworks)
    if LEFT_OUT.search(folded):
        return [m for m in _by_description(reading, view, frameworks) if _is_left_out(m.clause, view)]
    return []


def _is_left_out(clause: Clause, view: View) -> bool:
    """Whether the report's index leaves a clause out in its own words."""
    return any(
        (d.framework, d.code) == (clause.framework, clause.code)
        and d.indexed
        and d.status is DisclosureStatus.STATED_ABSENT
        for d in view.disclosures
    )


def _speaks_of_gri(folded: str, view: View) -> bool:
    """Whether a bare "2-5" can be a GRI code here: GRI or an index is spoken of, or the report's index is GRI's."""
    return (
        "gri" in folded
        or _INDEX_WORDS.search(folded) is not None
        or any(d.framework == "gri" for d in view.disclosures)
    )


def _by_description(reading: Reading, view: View, frameworks: list[str]) -> list[ClauseMention]:
    """Clauses whose label or description says what the question says, best first."""
    names = [n for o in view.organizations for n in short_names(o)]
    focus = focus_text(reading.folded, names)
    for _, pattern in FRAMEWORK_WORDS:
        focus = re.sub(pattern, " ", focus)
    focus = _INDEX_WORDS.sub(" ", focus)
    focus = re.sub(
        r"\b(?:reporting |disclosure )?status\b|\breport(?:s|ed)?\b|\bdisclos\w+|\bwhy\b|\breasons?\b|\bjustif\w+|\basks?(?: for| about)?\b|\b(?:clauses?|codes?|entr(?:y|ies)|rows?|lines?|indicators?|paragraphs?|aspects?) |\babout\b|\bnot\b|\b(?:location|place|spot|discussed|described|treated|dealt with|found|really|actually)\b|\bomit\w*|\b(?:claim|consider|deem|skip|waiv)\w*|\birrelevant\b|\bimmaterial\b|\binapplicable\b|\bissuer\b|\bkpis?\b|\brequirements?\b|\bcode\b|\btable\b|\bstandards?\b|\bkong\b|\bhong\b",
        " ",
        focus,
    )
    content = content_terms(focus)
    if not content:
        return []
    listed = {d.framework for d in view.disclosures}
    renewed = any(d.framework == "gri" and d.code.startswith("2-") for d in view.disclosures)
    clauses = [
        c
        for c in view.catalogue.clauses
        if c.framework in (frameworks or listed)
        and c.level not in {"part", "standard"}
        and "-" not in c.level
        and not (renewed and c.framework == "gri" and _WITHDRAWN.match(c.code) is not None)
    ]
    labels = [c.label for c in clauses]
    near = view.ports.retrieval.similarity(focus, labels)
    weight = view.linker.weight
    total = sum(weight(q) for q in content) or 1.0
    found = []
    for clause, similarity in zip(clauses, near, strict=True):
        own = terms(f"{clause.label} {clause.description}")
        share = sum(weight(q) for q in content if any(q.matches(t) for t in own)) / total
        label = terms(clause.label)
        said = sum(weight(t) for t in label if any(t.matches(q) for q in content)) / (
            sum(weight(t) for t in label) or 1.0
        )
        score = 0.4 * similarity + 0.4 * share + 0.2 * said
        if score >= _NEAR:
            found.append(ClauseMention(clause, score, False))
    found.sort(key=lambda m: (-m.score, m.clause.id))
    return found[:6]
