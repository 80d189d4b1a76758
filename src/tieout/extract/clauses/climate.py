"""How the climate frameworks are indexed: TCFD by what each recommended disclosure asks for, IFRS S2 by paragraph."""

from __future__ import annotations

import re

from tieout.extract.clauses.book import ClauseBook
from tieout.extract.clauses.marks import Mark, MarkKind, is_mention

# The few words by which a recommended disclosure is known in any index, whatever letter stands before it.
_ASKED: tuple[tuple[str, str], ...] = (
    ("TCFD-GOV-a", r"board\s?[’']\s?s oversight"),
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
_PHRASE = re.compile(
    "|".join(f"(?P<p{at}>{phrase})" for at, (_, phrase) in enumerate(_ASKED)).replace(r"\ ", r"\s"), re.IGNORECASE
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
    rows: list[Mark] = []
    for m in _PHRASE.finditer(text):
        code = _ASKED[int(str(m.lastgroup)[1:])][0]
        low = max(0, m.start() - 60)
        opened = _OPENS.search(text[low : m.start()])
        if code in book and opened:
            rows.append(Mark(low + opened.start(), m.end(), MarkKind.ROW, (code,), code[:8], sure=True))
    return rows


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
    return rows
