"""How the climate frameworks are indexed: TCFD by what each recommended disclosure asks for, IFRS S2 by paragraph."""

from __future__ import annotations

import bisect
import re

from tieout.extract.clauses.book import ClauseBook, natural_key
from tieout.extract.clauses.marks import Mark, MarkKind, is_mention

# The few words by which a recommended disclosure is known in any index, whatever letter stands before it.
_ASKED: tuple[tuple[str, str], ...] = (
    ("TCFD-GOV-a", r"board(?:\s?[’']\s?s)? oversight"),
    ("TCFD-GOV-b", r"management\s?[’']\s?s role"),
    ("TCFD-STR-a", r"climate[- ]related risks and opportunities (?:that )?(?:the \w+|it|we)\s(?:has|have) identified"),
    ("TCFD-STR-b", r"impacts? of climate[- ]related risks and opportunities"),
    ("TCFD-STR-c", r"resilience of (?:the|its|our) "),
    ("TCFD-RM-a", r"process(?:es)? for identifying and assessing"),
    ("TCFD-RM-b", r"process(?:es)? for managing"),
    ("TCFD-RM-c", r"process(?:es)? for identifying\s?, assessing\s?,? and managing"),
    ("TCFD-MT-a", r"metrics used"),
    ("TCFD-MT-b", r"scope 1\s?,? (?:and )?scope 2"),
    ("TCFD-MT-c", r"targets used"),
)
# A look at the first letter spares most places the trial of every phrase.
_PHRASE = re.compile(
    "(?=[bcimprst])(?:"
    + "|".join(f"(?P<p{at}>{phrase})" for at, (_, phrase) in enumerate(_ASKED)).replace(r"\ ", r"\s")
    + ")",
    re.IGNORECASE,
)
# The same by short titles, as tables head their rows.
_SHORT: tuple[str, ...] = (
    r"Board(?:[’']s)? oversight|Oversight by the board|Board governance",
    r"(?:Management[’']?s|Managerial) role|Role of (?:the )?management|Management responsibilit(?:y|ies)",
    r"(?:Climate(?:[- ]related)? )?[Rr]isks and opportunities(?! management)",
    r"Impacts? (?:of|on) (?:the |our |climate)?[\w-]{4,16}(?:\s(?:and |, )?[\w-]{4,16}){0,4}",
    r"(?:Climate )?[Rr]esilience(?: of (?:the |our )?(?:strategy|organi[sz]ation))?|Strategy resilience",
    r"(?:Climate )?[Rr]isk identification(?: and assessment)?(?: process(?:es)?)?"
    r"|Process(?:es)? for (?:identification|identifying)",
    r"(?:Climate )?[Rr]isk management process(?:es)?|Management of climate(?:[- ]related)? risks",
    r"Integration (?:in|with)(?:to)? (?:the )?(?:overall )?(?:enterprise )?risk management",
    r"Climate(?:[- ]related)? metrics|Metrics used",
    r"(?:Scope 1, ?(?:Scope )?2,?(?: and (?:Scope )?3)? )?(?:GHG|[Gg]reenhouse gas)(?: \(GHG\))? emissions",
    r"Climate(?:[- ]related)? targets|Targets used|Targets and performance",
)
_TITLES = re.compile(r"(?<!\S)(?:" + "|".join(f"(?P<p{at}>{title})" for at, title in enumerate(_SHORT)) + ")")
_TABLE = re.compile(r"IFRS\s{0,2}S2\b(?:[^.]{0,200}?)\b(?:[Ii]ndex|[Tt]able|[Pp]aragraphs?)(?!\w)")
_BARE = re.compile(r"(?<![\w.,(-])(?P<number>[5-9]|[12]\d|3[0-7])\s?(?P<letter>\([a-g]\))?(?=\s{1,3}[A-Z“])")
_LONGEST_ROW = 600
_LONGEST_TABLE = 12_000
_LEAST_TITLES, _LEAST_NUMBERED = 8, 6
# How a pillar is introduced, in words that its recommended disclosures share.
_PILLAR_INTRO = re.compile(
    r"Disclose (?:the )?(?:actual and potential impacts?|metrics and targets|how the|(?:organi[sz]ation|company|group)"
    r"[’']s governance)",
    re.IGNORECASE,
)
_WORDS = r"[\w’']{1,16}"
_OPENS = re.compile(
    r"(?:\(?[a-c]\s?[).]\s{0,2})?(?:Describe|Disclose|Explain)(?:\s" + _WORDS + r"){0,5}\s{0,2}$"
    r"|\(?[a-c]\s?[).]\s{0,2}(?:" + _WORDS + r"\s){0,3}$"
)
_PARAGRAPH = re.compile(
    r"(?<![\w.-])(?P<name>IFRS\s{0,2})?S2(?:\.|[\s:–-]{1,3}(?:para(?:graph)?s?\.?\s{0,2})?)(?P<number>\d{1,2})"
    r"(?!\d)(?:\s?(?P<letter>\([a-g]\)))?"
)


def find_tcfd(text: str, book: ClauseBook) -> list[Mark]:
    """Rows of TCFD's recommended disclosures: "a) Describe the board's oversight …"."""
    intros = [Mark(m.start(), m.end(), MarkKind.STOP) for m in _PILLAR_INTRO.finditer(text)]
    starts = [intro.start for intro in intros]
    rows: list[Mark] = []
    for m in _PHRASE.finditer(text):
        code = _ASKED[int(str(m.lastgroup)[1:])][0]
        low = max(0, m.start() - 60)
        before = bisect.bisect_right(starts, m.start()) - 1
        if before >= 0 and m.start() < intros[before].end:
            continue
        opened = _OPENS.search(text[low : m.start()])
        if code in book and opened:
            rows.append(Mark(low + opened.start(), m.end(), MarkKind.ROW, (code,), code[:8], sure=True))
    if len({row.codes for row in rows}) < _LEAST_TITLES:
        rows = _titled(text, book) or rows
    return sorted([*rows, *intros], key=lambda mark: (mark.start, mark.end))


def _titled(text: str, book: ClauseBook) -> list[Mark]:
    """Rows known by short titles, where most of them follow each other closely and in order."""
    found: list[tuple[int, Mark]] = []
    best: list[tuple[int, Mark]] = []
    for m in _TITLES.finditer(text):
        place = int(str(m.lastgroup)[1:])
        code = _ASKED[place][0]
        if code not in book:
            continue
        if found and (m.start() - found[-1][1].end > _LONGEST_ROW or place <= found[-1][0]):
            best, found = max(best, found, key=len), []
        found.append((place, Mark(m.start(), m.end(), MarkKind.ROW, (code,), code[:8], sure=True)))
    best = max(best, found, key=len)
    return [mark for _, mark in best] if len(best) >= _LEAST_TITLES else []


def _numbered(text: str, book: ClauseBook) -> list[Mark]:
    """Rows of paragraphs printed without their standard ("29(a) …"), below a heading that names it."""
    best: list[Mark] = []
    read = 0
    for cue in _TABLE.finditer(text):
        if cue.start() < read:
            continue
        read = cue.end() + _LONGEST_TABLE
        rows: list[Mark] = []
        last = natural_key("S2.0")
        for m in _BARE.finditer(text, cue.end(), min(len(text), read)):
            code = f"S2.{int(m.group('number'))}{m.group('letter') or ''}"
            key = natural_key(code)
            code = code if code in book else code.partition("(")[0]
            if code in book and key > last and not is_mention(text, m.start(), m.end()):
                if rows and m.start() - rows[-1].end > _LONGEST_ROW:
                    break
                rows.append(Mark(m.start(), m.end(), MarkKind.ROW, (code,), "S2", sure=True))
                last = key
        lettered = sum(")" in text[row.start : row.end] for row in rows)
        if len(rows) > max(len(best), _LEAST_NUMBERED - 1) and lettered * 2 >= len(rows):
            best = rows
    return best


def find_ifrs_s2(text: str, book: ClauseBook) -> list[Mark]:
    """Rows of IFRS S2 paragraphs: "IFRS S2 14(a)", "S2.29". "S2-1" without "IFRS" is a code of ESRS."""
    rows: list[Mark] = []
    for m in _PARAGRAPH.finditer(text):
        if "-" in text[m.start() : m.start("number")] and not m.group("name"):
            continue
        code = f"S2.{int(m.group('number'))}{m.group('letter') or ''}"
        if code not in book:
            code = f"S2.{int(m.group('number'))}"
        kind = MarkKind.MENTION if is_mention(text, m.start(), m.end()) else MarkKind.ROW
        if code in book:
            rows.append(Mark(m.start(), m.end(), kind, (code,), "S2", sure=bool(m.group("name"))))
    if sum(row.kind is MarkKind.ROW for row in rows) < _LEAST_NUMBERED:
        rows = sorted([*rows, *_numbered(text, book)], key=lambda mark: (mark.start, mark.end))
    return rows
