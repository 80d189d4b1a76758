"""Routing: from the company and year that a question names to the reports it is about.

A company is known by its registered name, by that without its legal form, by a name in brackets, by its initials and by
its first distinctive words: "American Eagle Outfitters (AEO)" also as "AEO" and "American Eagle". A short form that
could mean two companies of the index means none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieout.patterns import lazy
from tieout.text import collapse
from tieout.vectors.query import MAX_QUERY

# A word with its inner marks: "1&1", "AT&T", "Coca-Cola", "O'Reilly", "amazon.com".
_TOKEN = lazy(r"\w+(?:[&+.'’@-]\w+)*")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BRACKETS = lazy(r"\(([^()]{1,80})\)")
# What makes a name at the start a label: an alias in brackets, a year, then a colon or a dash.
_LABEL = lazy(r"(?: ?\([^()]{1,80}\)){0,2}(?: (?:19|20)\d\d)? ?[:–—] ")

_FORMS = (
    "ag se sa s.a s.a.s spa s.p.a nv n.v bv b.v ab asa as oy oyj plc inc incorporated corp corporation co company ltd "
    "limited llc llp lp gmbh kg kgaa mbh kk pte pty bhd berhad tbk pjsc pao holding holdings group"
)
_LEGAL_FORMS = frozenset(_FORMS.split())
# Ordinary words that companies are called by: alone they name one only where they are written as a name.
_WORDS = (
    "american apple asia bank block british canada china deutsche discover eagle first gap general global green india "
    "international japan meta national new next nippon north orange pacific progressive royal shell south southern "
    "sap square standard state sun sustainable target the total trust united universal visa western world"
)
_ORDINARY = frozenset(_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Name:
    """A form of a company's name: folded words.

    ``guarded`` forms count only where they are written as a name; ``whole`` ones are the name itself, not shortened.
    """

    words: tuple[str, ...]
    guarded: bool
    whole: bool


def route(question: str, reports: Sequence[tuple[str, str, str]]) -> tuple[frozenset[str], str]:
    """The reports a question names, and the question without their names.

    Args:
        question: what is asked.
        reports: (id, organization, period) of each report of the index.

    Returns:
        The ids, and the question with "the company" in place of each name (a leading "Name:" is dropped). No ids and
        the question as it was where it names no company. A year in the question picks among a company's reports where
        one of them has that period; otherwise all its reports count.
    """
    text = collapse(question[:MAX_QUERY])
    tokens = list(_TOKEN.finditer(text))
    owners: dict[_Name, set[str]] = {}
    for organization in sorted({organization for _, organization, _ in reports}):
        for name in _names(organization):
            owners.setdefault(name, set()).add(organization)
    found = list(_mentions(text, tokens, owners))
    if not found:
        return frozenset(), text
    organizations = {organization for _, _, organization in found}
    years = set(_YEAR.findall(text))
    ids: set[str] = set()
    for organization in organizations:
        own = [(identifier, period) for identifier, owner, period in reports if owner == organization]
        dated = [identifier for identifier, period in own if period in years]
        ids.update(dated or (identifier for identifier, _ in own))
    return frozenset(ids), _without(text, [(start, end) for start, end, _ in found])


def short_forms(organization: str) -> tuple[str, ...]:
    """The forms by which people call a company, folded, longest first; those that are ordinary words are left out."""
    forms = {" ".join(name.words) for name in _names(organization) if not name.guarded}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _mentions(text: str, tokens: list[re.Match[str]], owners: dict[_Name, set[str]]) -> Iterator[tuple[int, int, str]]:
    """(start, end, organization) of each mention, the longest form first, without overlaps."""
    longest = max((len(name.words) for name in owners), default=0)
    by_words: dict[tuple[str, ...], list[_Name]] = {}
    for name in owners:
        by_words.setdefault(name.words, []).append(name)
    at = 0
    while at < len(tokens):
        for size in range(min(longest, len(tokens) - at), 0, -1):
            span = tokens[at : at + size]
            key = tuple(_fold(token.group()) for token in span)
            names = [name for name in by_words.get(key, ()) if not name.guarded or _written_as_name(text, span)]
            who = {organization for name in names if name.whole for organization in owners[name]}
            short = {organization for name in names for organization in owners[name]}
            # The same name written with and without its legal form is one company; a shared short form is none.
            for organization in sorted(who or (short if len(short) == 1 else ())):
                yield span[0].start(), _end(tokens, at + size), organization
            if who or len(short) == 1:
                at += size
                break
        else:
            at += 1


def _end(tokens: list[re.Match[str]], at: int) -> int:
    """Where a mention ends that has ``tokens[at]`` behind it: legal forms written after the name belong to it."""
    while at < len(tokens) and _fold(tokens[at].group()) in _LEGAL_FORMS and tokens[at].group()[0].isupper():
        at += 1
    return tokens[at - 1].end()


def _written_as_name(text: str, span: list[re.Match[str]]) -> bool:
    """Whether a guarded form stands as a name: capital letters inside a sentence, or before a colon or an 's."""
    first, last = span[0], span[-1]
    if not first.group()[0].isupper():
        return False
    before = text[: first.start()].rstrip()
    opens = not before or before[-1] in ".!?:"
    return not opens or text[last.end() : last.end() + 1] in {":", ","} or last.group()[-2:] in {"'s", "’s"}


def _names(organization: str) -> Iterator[_Name]:
    """All forms of a company's name."""
    aliases = _BRACKETS.findall(organization)
    plain = _words(_BRACKETS.sub(" ", organization))
    core = list(plain)
    while len(core) > 1 and core[-1] in _LEGAL_FORMS:
        core.pop()
    while len(core) > 1 and core[0] == "the":
        core.pop(0)
    whole = {tuple(plain), tuple(core), *(tuple(_words(alias)) for alias in aliases)}
    forms = whole.union(tuple(core[:size]) for size in range(1, len(core)))
    for words in sorted(form for form in forms if form and "".join(form)):
        single = words[0] if len(words) == 1 else ""
        ordinary = single in _ORDINARY
        if single.isdigit() or len(single) == 1:
            continue
        if words not in whole and (words[-1] in {"and", "of", "for", "the"} or ordinary):
            continue
        yield _Name(words, guarded=ordinary or (single.isalpha() and len(single) <= 2), whole=words in whole)
    initials = "".join(word[0] for word in core if word[0].isalnum())
    if len(initials) >= 3 and len(initials) == len(core):
        yield _Name((initials,), guarded=True, whole=False)


def _words(name: str) -> list[str]:
    return [_fold(token) for token in _TOKEN.findall(name)]


def _fold(token: str) -> str:
    return token.casefold().replace("’", "'").removesuffix("'s")


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with each span written as "the company", a leading label dropped, possessives kept."""
    parts: list[str] = []
    at = 0
    start, end = spans[0]
    label = _LABEL.match(text, end)
    if start == 0 and label:
        at = label.end()
    for start, end in spans:
        if start < at:
            continue
        parts.append(text[at:start])
        parts.append("the company's" if text[start:end].endswith(("'s", "’s")) else "the company")
        at = end
    cleaned = collapse("".join(parts) + text[at:])
    return cleaned or text
