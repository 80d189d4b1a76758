"""One thing a name: what several places call alike, by a short form, a number or without its state, is one entry."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence

from tieout.extract.entities.acts import act_number
from tieout.extract.entities.wording import LAW_NAMES, STATES
from tieout.model import Passage, Report
from tieout.text import collapse, fold

_STATE = re.compile(rf"^{STATES}(?=\w+ )")
_OF_STATE = re.compile(r" of the (?:people['’]s )?republic of \w+$| of [a-z ]{2,20}$")
_EDITION = re.compile(r"\s*\((?:\[?\d{4}).*\)$")
_PUBLISHED = re.compile(r"\s*\(((?:19|20)\d\d (?:Edition|Version|Revision))\)$")

Entry = tuple[str, str, list[Passage]]


def _front(report: Report) -> re.Pattern[str]:
    """What makes no other name: articles, "group", and the organization's own name at either end."""
    own = "".join(rf"|{re.escape(w)}(?:.s)? " for w in fold(report.organization).split()[:1] if len(w) > 3)
    tail = own.removesuffix(" ").removeprefix("|")
    ends = rf"| (?:for|of) {tail}$" if tail else ""
    return re.compile(rf"^(?:(?:the {own}|group(?:.s)? |internal |binding )+){ends}")


def _spelled(key: str) -> str:
    """A name's key without hyphens, with one spelling of "and" and "labour"."""
    return key.replace("-", "").replace(" & ", " and ").replace("labour", "labor")


def _of_state(key: str, names: Sequence[str]) -> Iterator[str]:
    """The sorted names that are ``key`` followed by "of the Republic …"."""
    for at in range(bisect.bisect_right(names, key), len(names)):
        name = names[at]
        if not name.startswith(key):
            return
        if _OF_STATE.fullmatch(name[len(key) :]):
            yield name


def without_edition(label: str) -> str:
    """A rule book's name without the edition printed behind it; the number of a legal act stays."""
    return _PUBLISHED.sub("", label)


def editions(passages: Iterable[Passage]) -> str:
    """The editions printed behind a name at its places, as a detail: "edition=2024 Edition"."""
    printed = (_PUBLISHED.search(collapse(p.quote)) for p in passages)
    return "; ".join(dict.fromkeys(f"edition={found[1]}" for found in printed if found))


def gather(report: Report, found: Iterable[tuple[str, str, str, Passage]]) -> list[Entry]:
    """(kind, label, passages) for each name, from (kind, label, short form or name, passage) of each place."""
    front = _front(report)
    entries: dict[str, Entry] = {}
    kinds: dict[str, list[str]] = {}
    aliases: dict[str, str] = {}
    titles: dict[str, str] = {}
    for kind, label, alias, passage in found:
        number = act_number(label)
        key = number or _spelled(front.sub("", fold(_EDITION.sub("", label))))
        if alias:
            aliases.setdefault(_spelled(front.sub("", fold(alias))), key)
        if alias and number:
            titles.setdefault(key, alias)
        kinds.setdefault(key, []).append(kind)
        entries.setdefault(key, (kind, label, []))[2].append(passage)
    for group in LAW_NAMES:
        said = [key for key in entries if _STATE.sub("", key) in group]
        named = [key for key in said if " " in key]
        aliases |= {key: (named or said)[0] for key in said if len(said) > 1}
    names = sorted(entries)
    with_state: dict[str, list[str]] = {}
    for key in names:
        if "law" in kinds[key] and _STATE.match(key):
            with_state.setdefault(_STATE.sub("", key), []).append(key)
    for key in names:
        # "… Protection Law" is the "… Protection Law of the Republic", "Trade Act" the "German Trade Act", and "FCPA"
        # what brackets said it is.
        longer = list(_of_state(key, names)) or with_state.get(key, []) if "law" in kinds[key] else []
        into = aliases.get(key) or (longer[0] if len(longer) == 1 else "")
        into = aliases.get(into, into)
        if into in entries and into != key:
            entries[into][2].extend(entries.pop(key)[2])
    settled = []
    for key, (_, label, passages) in entries.items():
        kind = "policy" if "policy" in kinds[key] else kinds[key][0]
        settled.append((kind, titles.get(key, label), sorted(set(passages), key=lambda p: (p.page, p.start))))
    return settled
