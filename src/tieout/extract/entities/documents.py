"""Policies, laws and the standards of named bodies: names of rule books, told apart by who wrote them.

The nearest telling words before a name in its sentence decide: "has formulated the …" makes it the company's own,
"complies with the …" somebody else's. A name that says itself whose it is ("… Law of the People's Republic …") needs no
verb. What one place leaves open, another place of the same name decides.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from operator import itemgetter

from tieout.extract.entities.acts import numbered_acts
from tieout.extract.entities.merging import editions, gather, without_edition
from tieout.extract.entities.names import Name, find_names
from tieout.extract.entities.topics import related_topics
from tieout.extract.entities.wording import (
    ACT_TYPES,
    BODIES,
    FOREIGN,
    GENERIC,
    ISSUED_AFTER,
    KNOWN_STANDARDS,
    LAW_ACRONYMS,
    LAW_HEADS,
    LETTERS,
    OWN,
    OWN_AFTER,
    OWNER,
    RULING_HEADS,
    RULING_SYSTEMS,
    STATE,
    STATEMENTS,
    STATES,
    WEAK_HEADS,
    WORLDWIDE,
)
from tieout.model import Catalogue, Entity, Page, Passage, Relation, Report
from tieout.text import collapse, fold

_OWN = re.compile(OWN, re.IGNORECASE)
_OWNER = re.compile(OWNER, re.IGNORECASE)
_OWN_AFTER = re.compile(OWN_AFTER)
_FOREIGN = re.compile(FOREIGN, re.IGNORECASE)
_ISSUED = re.compile(ISSUED_AFTER)
_STATE = re.compile(STATE)
_BODIES = re.compile(BODIES)
_SENTENCE = re.compile(
    r"(?<![A-Z])(?<!\bArt)(?<!\bArts)(?<!\bSec)(?<!\bNo)(?<!\b[Pp]ara)[.!?•]\s|(?<=[a-z])\.(?=[A-Z][a-z])"
)
_END = itemgetter(1)
_REACH = 420
_AFTER = 160
_MOST_WORDS = 46
_MOST_COMMAS = 3
_WORLDWIDE = re.compile(WORLDWIDE)
_SECTION_OF = re.compile(
    r"(?:\b[Ss]ec(?:tions?|s?\.)|§{1,2}|\b[Aa]rt(?:icles?|s?\.)|\b[Pp]ara(?:graphs?|s?\.))"
    r"\s?\d+[a-z]{0,2}(?:[\s,]{0,2}(?:\(\d{1,2}[a-z]?\)|et seq\.|and|to|ff?\.|No\. ?\d+|\d+[a-z]?)){0,8}\s"
    r"(?:of )?(?:the )?$"
)
_ARTICLE = re.compile(r"\b(?:a|an)\s+$")
_WRITTEN = re.compile(
    r"\b(?:formulated|established|developed|adopted|issued|introduced|drawn up)"
    r"(?: and (?:implemented|released))? an?\s+$"
)
_APPLIED = re.compile(
    r"(?:accordance with|according to|pursuant to|under|subject to"
    r"|(?:outlined|set out|defined|described|laid down|specified) in)\b"
)
_NAMED = re.compile(r"\b(?:the|and|,|such as)\s+$")
_LISTED = re.compile(r"(?:^|\D\s)(\d{1,2})\s+$")
_PLACE_IN_LAW = re.compile(r"^.*\b\d+[a-z]?(?:\([^)]{0,9}\))?(?: (?:and|to) \d+[a-z]?)? (?:of (?:the )?)?(?=[A-Z])")
_POSSESSIVE = re.compile(r"\b(\w+)['’]s (?=[A-Z])")
_OWNERS = frozenset("group company corporation bank firm ag se plc ltd inc reit".split())
_STATES = re.compile(r"^(?:[A-Z]\w+ ){0,2}[A-Z]\w+(?<!People)(?<!Workers)['’]s (?=[A-Z])")
_ALIAS = re.compile(
    r"\s*(?:\([^()“”\"]{0,60}\)\s*)?[(\[](?:hereinafter (?:referred to as )?)?(?:the ?)?"
    r"(?:[“”\"]\s?([A-Z][\w &-]{1,40}?)\s?[“”\"]\s?"
    r"|(?:[^()\[\]“”\",;]{2,60}(?:[,;]| [–-]) )?([A-Z][a-z]{0,3}[A-Z][A-Za-z]{0,5}))[)\]]"
)
_ACRONYM = re.compile(rf"\b(?:{LAW_ACRONYMS})\b")
_KNOWN = re.compile("|".join(pattern.replace(" ", r"\s+") for _, pattern in KNOWN_STANDARDS))
_STATE_LAWS = re.compile(
    r"\b((?!(?:other|these|those|applicable|relevant|various|respective|national|domestic) )[a-z][a-z-]{3,30}"
    r" laws of the (?:People['’]s )?(?:Republic of |United (?=[A-Z]))?[A-Z]\w+)"
)
_STATEMENTS = re.compile(STATEMENTS.replace(" ", r"\s+"))
_STATEMENT_FRONT = re.compile(r"(?:(?:Our|The|Its|See|This|Their|In|Mission|and)\s+)+")
_FOR_USERS = frozenset(("guide", "manual"))
"""Heads that name help for customers as well."""
_JOINED = re.compile(r"^\S+ (?:and|&) \S+$")
"""Two heads of one chapter: "Philosophy and Policy"."""
_STATES_BOOKS = frozenset("code regulations rules".split())
_OF_A_STATE = re.compile(STATES)
_ACT_HEADS = frozenset("act acts regulation regulations directive directives decision".split())
_GENERIC_PLURAL = frozenset("policies laws acts procedures ordinances systems methods".split())


def _before(text: str, at: int) -> str:
    """The sentence in front of a place."""
    start = max(0, at - _REACH)
    cut = start
    for match in _SENTENCE.finditer(text, start, at):
        cut = match.end()
    return text[cut:at]


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)


def _hollow(name: Name, *, listed: bool) -> bool:
    """Whether a name says too little, or is a row of headings; in a numbered list less is enough."""
    words = [w for w in fold(name.text).split() if w not in "&-–"]
    generic = all(w in GENERIC for w in words) and not (listed and len(words) > 2)
    return (
        generic
        or words[-2:] == ["public", "policy"]
        or (name.head in _ACT_HEADS and not name.forward and set(words[:-1]) <= ACT_TYPES)
        or not 2 <= len(words) <= _MOST_WORDS
        or name.text.isupper()
        or name.text.count(",") > _MOST_COMMAS
        or (name.head == "letter" and not LETTERS & set(words))
    )


def _signed(name: str, organization: str) -> bool:
    """Whether a name begins with the organization's first word, and that word is not a state's or a body's."""
    front = fold(organization).split()[:1]
    word = name.split(" ", 1)[0]
    return fold(name).split()[:1] == front and not (_STATE.search(word) or _BODIES.search(word))


def kind_of(name: Name, before: str, after: str, organization: str = "") -> str:
    """Tell whether a name is of a "policy", a "law" or a "standard"; "" for none.

    Args:
        name: the name.
        before: the sentence up to the name.
        after: what follows it.
        organization: whose report it is; a name that begins with its first word is its own.
    """
    listed = _LISTED.search(before) is not None
    if _hollow(name, listed=listed):
        return ""
    own, foreign = _last(_OWN, before), _last(_FOREIGN, before)
    flat = collapse(name.text)
    signed = _signed(flat, organization) and not name.run_on
    ours = signed or own > foreign or _OWNER.search(before) is not None or _OWN_AFTER.match(after) is not None
    public = _STATE.search(flat) is not None or _ISSUED.match(after) is not None
    plural = name.head in _GENERIC_PLURAL and not name.edition
    if _SECTION_OF.search(before) and not name.run_on:
        return "law"
    if name.head in LAW_HEADS or (name.head == "regulation" and public and not ours):
        return "" if plural and not (public and name.forward) else "law"
    if name.head in RULING_HEADS:
        return "law" if public or (name.head == "provisions" and foreign > own) else ""
    if plural and not ours and not (name.head == "regulations" or name.forward):
        return ""
    if _standing(name, flat) and not signed and not _OWNER.search(before):
        return "standard" if not plural and not name.run_on else ""
    if name.head in _STATES_BOOKS and _OF_A_STATE.match(fold(flat)) and not signed and not ours:
        return "law"
    if public and not signed and not _OWNER.search(before):
        return "law" if name.head not in WEAK_HEADS or name.head == "code" else ""
    if name.head == "regulation" and not ours and not name.edition:
        return "" if name.run_on else "law"
    if name.head in WEAK_HEADS:
        return _weak_kind(name, before, ours=ours, listed=listed, theirs=foreign > own)
    if foreign > own and not ours:
        return "law"
    settled = ours or listed or name.edition
    if not settled and (name.head in _FOR_USERS or _JOINED.search(flat)):
        return ""
    long = len(name.text.split()) > 2 or (len(name.text.split()) == 2 and not plural)
    return "policy" if settled or (long and not name.run_on and not plural) else ""


def _weak_kind(name: Name, before: str, *, ours: bool, listed: bool, theirs: bool) -> str:
    words = fold(name.text).split()
    if name.head == "code":
        return "policy" if ours or (name.forward and not name.run_on) else ""
    if name.head.startswith("system") and not name.forward:
        ruling = len(words) > 2 and words[words.index(name.head) - 1] in RULING_SYSTEMS
    else:
        ruling = len(words) > 2
    named = ours or _WRITTEN.search(before) is not None or _NAMED.search(before) is not None
    if name.edition and ruling:
        return "policy"
    if theirs and not ours:
        return "standard" if name.head.startswith("standard") and ruling else ""
    if listed and name.head.startswith("standard"):
        return "policy"
    telling = ours or _APPLIED.search(before) is not None
    written = not _ARTICLE.search(before) or _WRITTEN.search(before) is not None
    return "policy" if ruling and named and telling and written else ""


def _standing(name: Name, flat: str) -> bool:
    """Whether a body that sets standards wrote it; a company's policies may be "global" too."""
    return _BODIES.search(flat) is not None or (name.head in WEAK_HEADS and _WORLDWIDE.search(flat) is not None)


def _owner(flat: str, organization: str) -> re.Match[str] | None:
    """The last owner a name has inside: "Example Group’s Data Policy"."""
    owners = _OWNERS | set(fold(organization).split())
    marks = [m for m in _POSSESSIVE.finditer(flat) if fold(m[1]) in owners or (m[1].isupper() and len(m[1]) > 1)]
    return marks[-1] if marks else None


def _trimmed(name: Name, kind: str, organization: str) -> int:
    """How many characters at the name's front belong to a place in a law or to an owner."""
    flat = name.text.replace("\n", " ")
    cut = (_PLACE_IN_LAW.match(flat) or _STATES.match(flat)) if kind == "law" else _owner(flat, organization)
    return cut.end() if cut and len(flat[cut.end() :].split()) > 1 else 0


def find_documents(page: Page, report: Report) -> Iterator[tuple[str, str, str, Passage]]:
    """(kind, label, alias, passage) of each rule book a page names; the alias is a short form given in brackets."""
    text = page.body.text
    known = [match.span() for match in _KNOWN.finditer(text)]
    acts = list(numbered_acts(text))
    for act in acts:
        for called in act.names or ("",):
            yield "law", act.printed, called, report.passage(page, act.start, act.end)
    ends = [act.end for act in acts]
    for name in find_names(text):
        nearest = bisect.bisect_right(ends, name.start)
        if nearest < len(acts) and acts[nearest].start < name.end:
            continue  # part of an act already read
        after = text[name.end : name.end + _AFTER]
        kind = kind_of(name, _before(text, name.start), after, report.organization)
        at = bisect.bisect_right(known, name.start, key=_END)  # the first that ends behind the name's start
        near = known[at : at + 1]
        inside = any(a <= name.start and name.end <= b for a, b in near)
        across = any(a < name.end for a, _ in near)
        if not kind or inside or (kind == "standard" and across):
            continue  # standards known by name have their own reader
        cut = _trimmed(name, kind, report.organization)
        alias = _ALIAS.match(after)
        label = collapse(name.text[cut:]).strip(" ,.-'’")
        yield kind, label, (alias[1] or alias[2]) if alias else "", report.passage(page, name.start + cut, name.end)
    for match in _STATEMENTS.finditer(text):
        owner = _STATEMENT_FRONT.match(match.group())
        start = match.start() + (owner.end() if owner else 0)
        yield "policy", collapse(text[start : match.end()]), "", report.passage(page, start, match.end())
    for match in _STATE_LAWS.finditer(text):
        yield "law", collapse(match[1]), "", report.passage(page, match.start(1), match.end(1))
    for match in _ACRONYM.finditer(text):
        yield "law", match.group(), "", report.passage(page, match.start(), match.end())


def extract_documents(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """The report's policies, laws and named bodies' standards, by kind, then by first place."""
    order = ("policy", "law", "standard")
    made = []
    for kind, label, passages in gather(report, (d for page in report.pages for d in find_documents(page, report))):
        section = report.section_at(passages[0].page, passages[0].start)
        relations: tuple[Relation, ...] = ()
        if kind == "policy":
            relations = related_topics(label, section.trail if section else (), catalogue)
        made.append(
            Entity(
                report=report.id, kind=kind, label=without_edition(label), passages=tuple(passages),
                section=section.id if section else "", detail=editions(passages), relations=relations,
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda e: (order.index(e.kind), e.passages[0].page, e.passages[0].start)))
