"""Lists that a report counts itself: "our five values – reliability, …" answers "What are the five values?".

The number and the noun of the question are looked for side by side in the pages, and what follows them is taken as the
list only where it has exactly as many items as both say.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from tieout.ask.draft import Draft
from tieout.ask.facts.kinds import asked_kinds
from tieout.ask.facts.quoting import quoted
from tieout.ask.plan import Intent
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.question import COUNT_WORDS, Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, terms
from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

_ASKED = lazy(
    rf"^(?:what|which|name|list)(?: are| were| make up)?(?: the| its| their| all)?(?: of the)? (?P<number>{'|'.join(COUNT_WORDS)}|\d)"
    r" (?P<noun>(?:(?!of\b|that\b|which\b|who\b|does\b|do\b|did\b|has\b|have\b|is\b|are\b|on\b|in\b|for\b|to\b|at\b)[\w’'&-]+ ?){1,6})"
)
_OF_THE_COMPANY = frozenset(
    "corporate company company's group own overall key core main central important strategic guiding basic".split()
)
"""Words before a noun that a report may leave out: "the five corporate values"."""
_TELLING_OF = frozenset(
    "name list mention describe define distinguish identify cite differentiate present state set out".split()
)
"""What a report does with any list."""
_PLURAL = lazy(r"(?:[\w’'&-]+ ){0,4}?[\w’'&-]*[^\Wuis]s\b")
"""Up to the first plural: "core values", not "core values established"."""
_LEADS = r"[^.;:•\n]{0,90}?(?P<lead>\s[–—]\s|:\s|\s\(|\s-\s|,\s(?:namely|which are)\s|\s(?:of|are|namely|include|comprise|comprising|including|consist of)\s)"
_ENDS = {"(": lazy(r"\)"), "–": lazy(r"\s[–—]\s|\.(?:\s|$)|\n\s*\n"), "": lazy(r"\.(?:\s|$)|\n\s*\n")}
_ITEMS = lazy(r"\s*(?:[;,•·▪●]|\n\s*[•·▪●-]|\b(?:and|as well as)\b)\s*")
_BULLET = lazy(r"\s*(?:[•·▪●›◦■–-]|\d{1,2}\.)\s+(?=\S)")
_UNNUMBERED = lazy(r"^what are (?:the |its |their )?(?P<noun>(?:[\w’'&-]+ ){0,3}?[\w’'&-]*[^\Wuis]s)\??$")
_RUN_OF_ITEMS = lazy(r"(?:[ \t]*[•▪●›]\s+[^•▪●›\n]{2,90}(?:\n|$))+")
_FEWEST, _MOST = 3, 12
_BULLETS_REACH = 1500
_LONGEST_LIST, _LONGEST_ITEM = 500, 12
_LINE = lazy(r"[^\n]*\S[^\n]*(?:\n|$)")
_LONGER = 10
"""Characters by which running text behind a list of lines is longer than its items."""
_NEAR = 350
"""Characters around a list within which the rest of the question is said."""
_HEADED = lazy(r"(?:^|\n)\s*(?P<title>(?:A )?[A-Z][A-Z&’',/-]+(?:\s+[A-Z&][A-Z&’',/-]*){0,5})(?=\s+[A-Z][a-z])")
_LONGEST_GAP, _EXPLAINED = 400, 250


def enumerated(reading: Reading, view: View) -> Draft | None:
    """The list that the report gives under the number and the noun of the question; None where there is none."""
    text = reading.folded
    for name in (n for o in view.organizations for n in short_names(o)):
        text = re.sub(rf"\b{re.escape(fold(name))}(?:['’]s)?(?!\w)", " ", text)
    asked = _ASKED.match(collapse(text))
    if asked is None:
        return _bulleted(collapse(text), reading, view)
    number = COUNT_WORDS.get(asked["number"]) or int(asked["number"])
    plural = _PLURAL.match(asked["noun"])
    head = re.sub(r"^un (?=\w)", "", (plural.group() if plural is not None else asked["noun"]).strip())
    behind = collapse(text).partition(head)[2]
    rest = [t for t in content_terms(behind) if view.linker.tells(t) and t.text not in _TELLING_OF]
    words = head.split()
    while words:
        for place, items in _lists(" ".join(words), asked["number"], number, rest, view):
            return _draft(place, items, view)
        if words[0] not in _OF_THE_COMPANY:
            break
        words = words[1:]
    return None if rest else _behind(head, view, (number,))


def _bulleted(text: str, reading: Reading, view: View) -> Draft | None:
    """The list with bullets right behind the sentence that speaks of what is asked for in the plural, without a number."""
    asked = _UNNUMBERED.match(text)
    if asked is None or asked_kinds(reading) or reading.years:
        return None
    return _behind(asked["noun"], view, range(_FEWEST, _MOST + 1))


def _behind(head: str, view: View, numbers: Sequence[int]) -> Draft | None:
    """The list with bullets, of one of these numbers of items, right behind a sentence that speaks of the noun."""
    noun = r"\s+".join(re.escape(w) for w in head.split())
    spoken = re.compile(
        rf"\b{noun}\b[^.;:•▪●›\n]{{0,40}}(?:\n[^.;:•▪●›\n]{{0,80}})?[.:]\s*\n\s*(?=[•▪●›]\s)", re.IGNORECASE
    )
    for report, page, body in view.pages():
        for found in spoken.finditer(body):
            items_here = _RUN_OF_ITEMS.match(body, found.end())
            count = len(items_here.group().strip().split("\n")) if items_here is not None else 0
            bullets = _bullets(body, found.end(), count) if count in numbers else None
            if bullets is not None:
                end, items = bullets
                return _draft(Passage(report, page, found.start(), end, body[found.start() : end]), items, view)
    return None


def _lists(
    head: str, word: str, number: int, rest: Sequence[Term], view: View
) -> Iterator[tuple[Passage, tuple[str, ...]]]:
    noun = r"\s+".join(re.escape(w) for w in head.split())
    digits = str(COUNT_WORDS.get(word, word))
    spelled = next((w for w, n in COUNT_WORDS.items() if str(n) == digits), digits)
    counted = re.compile(rf"\b(?:{spelled}|{digits})\s+(?:[\w’'&-]+\s+){{0,3}}?{noun}\b{_LEADS}", re.IGNORECASE)
    announced = re.compile(rf"\b{noun}\b", re.IGNORECASE)
    explained = re.compile(
        rf"\b(?:{spelled}|{digits})\s+{noun}\b[^•▪●›:]{{0,{_EXPLAINED}}}:\s*\n\s*(?=[•▪●›]\s)", re.IGNORECASE
    )
    pages = list(view.pages())
    for report, page, text in pages:
        for found in counted.finditer(text):
            end = _end(text, found)
            items = _split(text[found.end() : end])
            colon = found["lead"].strip() == ":"
            bullets = (_bullets(text, found.end(), number) or _lines(text, found.end(), number)) if colon else None
            if bullets is not None:
                end, items = bullets
            if len(items) == number and _says(text, found.start(), end, rest):
                yield Passage(report, page, found.start(), end, text[found.start() : end]), items
    for report, page, text in pages:
        for found in explained.finditer(text):
            bullets = _bullets(text, found.end(), number)
            if bullets is not None and _says(text, found.start(), bullets[0], rest):
                yield Passage(report, page, found.start(), bullets[0], text[found.start() : bullets[0]]), bullets[1]
    quoted = re.compile(
        rf"\b(?:{noun}\s*(?:,\s*)?|(?:{spelled}|{digits})\s+(?:[\w’'&-]+\s+){{0,3}}?{noun}\b[^.;:\"“]{{0,160}}?(?::|namely)\s*)(?P<list>(?:[“\"][^”\"]{{2,60}}[”\"](?:\s*\([^()]{{1,12}}\))?(?:,\s*|\s+and\s+|\s*&\s*)?){{{number}}})(?!\s*(?:and|&|,)\s*[“\"])",
        re.IGNORECASE,
    )
    for report, page, text in pages:
        for found in quoted.finditer(text):
            if _says(text, found.start(), found.end(), rest):
                items = tuple(collapse(q) for q in re.findall(r"[“\"]([^”\"]{2,60})[”\"]", found["list"]))
                yield Passage(report, page, found.start(), found.end(), text[found.start() : found.end()]), items
    for report, page, text in pages:
        spoken = announced.search(text)
        titles = _titles(text, number, [*terms(head), *rest]) if spoken is not None else []
        if spoken is not None and titles and _says(text, spoken.start(), spoken.end(), rest):
            start, end = titles[0].start("title"), titles[-1].end("title")
            items = tuple(collapse(t["title"]).capitalize() for t in titles)
            yield Passage(report, page, start, end, text[start:end]), items


def _end(text: str, found: re.Match[str]) -> int:
    lead = found["lead"].strip()
    stop = _ENDS["("] if lead == "(" else _ENDS["–"] if lead in {"–", "—"} else _ENDS[""]
    ended = stop.search(text, found.end(), found.end() + _LONGEST_LIST)
    return ended.start() if ended is not None else found.end()


def _split(text: str) -> tuple[str, ...]:
    """The items of a list; none where one is too long to be one."""
    items = tuple(collapse(i).strip(" –—-") for i in _ITEMS.split(text) if i and i.strip(" –—-"))
    return items if all(len(i.split()) <= _LONGEST_ITEM for i in items) else ()


def _bullets(text: str, at: int, number: int) -> tuple[int, tuple[str, ...]] | None:
    """The end and the heads of so many items with bullets that begin right at ``at``; None where there are fewer."""
    if _BULLET.match(text, at) is None:
        return None
    starts = list(itertools.islice(_BULLET.finditer(text, at, at + _BULLETS_REACH), number + 1))
    if len(starts) < number:
        return None
    ends = [m.start() for m in starts[1:]][: number - 1]
    last = re.compile(r"\.(?:\s|$)|\n\s*\n|\n(?=[A-Z])").search(text, starts[number - 1].end())
    ends.append(last.start() if last is not None else len(text))
    items = [collapse(text[m.end() : e]) for m, e in zip(starts, ends, strict=False)]
    heads = tuple(
        i.partition(":")[0]
        if 0 < len(i.partition(":")[0].split()) <= _LONGEST_ITEM
        else " ".join(i.split()[:_LONGEST_ITEM])
        for i in items
    )
    return ends[-1], heads


def _lines(text: str, at: int, number: int) -> tuple[int, tuple[str, ...]] | None:
    """The end and the text of so many short lines right at ``at``, each an item; None where the next goes on like them."""
    lines = list(itertools.islice(_LINE.finditer(text, at), number + 1))
    items = [collapse(line.group()) for line in lines[:number]]
    if len(items) < number or not all(_is_item(i) for i in items):
        return None
    after = collapse(lines[number].group()) if len(lines) > number else ""
    if after and len(after) < max(map(len, items)) + _LONGER:
        return None
    return lines[number - 1].end(), tuple(items)


def _is_item(line: str) -> bool:
    return len(line.split()) <= _LONGEST_ITEM and (line[0].isupper() or line[0].isdigit()) and line[-1] not in ".:,;"


def _titles(text: str, number: int, asked: Sequence[Term]) -> list[re.Match[str]]:
    """The page's headings in capitals, where they are as many as asked for and stand close together.

    Text boxes stand anywhere beside the sentence that announces them; a heading of the question's own words announces.
    """
    titles = [
        t for t in _HEADED.finditer(text) if not any(q.matches(w) for q in asked for w in terms(fold(t["title"])))
    ]
    close = all(b.start() - a.end() <= _LONGEST_GAP for a, b in itertools.pairwise(titles))
    return titles if len(titles) == number and close else []


def _says(text: str, start: int, end: int, rest: Sequence[Term]) -> bool:
    near = terms(text[max(0, start - _NEAR) : end + _NEAR])
    return all(any(q.matches(t) for t in near) for q in rest)


def _draft(place: Passage, items: tuple[str, ...], view: View) -> Draft:
    told = "; ".join(items)
    return quoted(view, (place,), intent=Intent.LIST, text=f"{told} (page {place.page}).", short=told)
