"""Numbered headings ("2.3.1") anywhere in the text, with the number before or after the title.

A number counts as a section's only when its predecessor or parent is there too, so that figures ("4.72 points") and
clause codes fall away. Where the title ends is decided by evidence first: the same number with the same words in a
table of contents or in an index elsewhere; then by the text's shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from tieout.documents.places import Heading, PageWords
from tieout.documents.section_numbers import DOTTED, NumberPlace, number_places

_LONGEST_TITLE = 14
_ENDS = ".!?:;。！？"
_SMALL = re.compile(r"\d+[.,)]?|[•▪●■◆‣›|/%*-]+|\d[\d.,]*%?")


def numbered_headings(
    pages: Sequence[PageWords], skip: frozenset[int], known: Mapping[str, tuple[str, ...]]
) -> tuple[Heading, ...]:
    """The numbered headings of a report.

    Args:
        pages: the report's pages.
        skip: page numbers of tables of contents.
        known: title forms by section number, from tables of contents.
    """
    places = number_places(pages)
    if not places:
        return ()
    finder = _Finder(pages, places, skip, known)
    return tuple(finder.headings())


class _Finder:
    """Decides which appearances are headings, and their titles."""

    def __init__(
        self,
        pages: Sequence[PageWords],
        places: Sequence[NumberPlace],
        skip: frozenset[int],
        known: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.pages = pages
        self.places = [p for p in places if pages[p.page].page.number not in skip]
        self.before = {p: self._run_before(p) for p in self.places}
        self.after = {p: self._run_after(p) for p in self.places}
        self.known = known
        self.by_number: dict[str, list[NumberPlace]] = {}
        for place in self.places:
            self.by_number.setdefault(place.number, []).append(place)
        self.openings: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self.shared: dict[tuple[str, ...], str] = {}
        for place, (low, high) in self.after.items():
            forms = pages[place.page].forms
            for end in range(low + 1, min(high, low + _LONGEST_TITLE) + 1):
                opening = forms[low:end]
                self.openings[place.number, opening] += 1
                other = self.shared.setdefault(opening, place.number)
                if other != place.number:
                    self.shared[opening] = ""
        self.numbers_of: dict[tuple[str, ...], set[str]] = {}
        for number, title in known.items():
            self.numbers_of.setdefault(title, set()).add(number)
        self.openers = self._openers()
        self.title_first = self._title_stands_first()

    def headings(self) -> list[Heading]:
        """Headings in reading order; a number repeated with the same title is the same section going on."""
        found: list[Heading] = []
        for number in sorted(self.by_number, key=lambda n: [int(p) for p in n.split(".")]):
            titled = [(p, span) for p in self.by_number[number] if (span := self._title_span(p)) is not None]
            titles = {self.pages[p.page].forms[low:high] for p, (low, high) in titled}
            seen: set[tuple[str, ...]] = set()
            for place, (first, last) in titled:
                words = self.pages[place.page]
                forms = words.forms[first:last]
                if forms in seen or self._is_reference(place, titles) or self._is_other_title(number, forms):
                    continue
                seen.add(forms)
                found.append(self._heading(place, first, last))
        return self._in_families(found)

    def _in_families(self, found: list[Heading]) -> list[Heading]:
        """Headings whose chapter is believable: named in a table of contents, following another, or spread over pages.

        Rows of a list ("3.1 Purchased goods", "3.2 Capital goods" …) stand close together on one page.
        """
        families: dict[int, list[Heading]] = {}
        for heading in found:
            families.setdefault(int(heading.number.split(".")[0]), []).append(heading)
        kept: list[Heading] = []
        accepted: set[int] = {0}
        for chapter, members in sorted(families.items()):
            listed = any(h.number in self.known for h in members)
            pages = {h.page for h in members}
            complete = any(h.number == f"{chapter}.1" for h in members)
            spread = len(pages) > 2 or (len(members) < 3 and len(pages) == len(members))
            follows = (
                chapter - 1 in accepted
                and complete
                and (spread or (len(members) < 6 and len(pages) > 1) or len(members) == 1)
            )
            if listed or follows or (len(members) > 2 and len(pages) > 2):
                accepted.add(chapter)
                kept += members
                kept += self._chapter(chapter, members)
        return kept

    def _chapter(self, chapter: int, members: Sequence[Heading]) -> list[Heading]:
        """The chapter's own heading, where "2. Title" stands right before "2.1"."""
        if self.title_first:
            return []
        starts = {(h.page, h.start) for h in members}
        for place in self.by_number.get(f"{chapter}.1", []):
            words = self.pages[place.page]
            if (words.page.number, words.spans[place.at][0]) not in starts:
                continue
            if place.at and words.printed(place.at - 1)[-1] in _ENDS:
                continue
            for at in range(place.at - 2, max(-1, place.at - _LONGEST_TITLE), -1):
                if words.printed(at)[-1] in _ENDS and not words.printed(at)[:1].isdigit():
                    break
                if words.printed(at).rstrip(".").lstrip("0") == str(chapter) and words.printed(at + 1)[:1].isupper():
                    title = words.text(at + 1, place.at)
                    span = words.spans[at][0], words.spans[place.at - 1][1]
                    return [Heading(words.page.number, *span, str(chapter), title, 1, 3)]
        return []

    def _heading(self, place: NumberPlace, first: int, last: int) -> Heading:
        words = self.pages[place.page]
        low, high = min(first, place.at), max(last - 1, place.at)
        sure = 4 if place.number in self.known or self.title_first else 3
        return Heading(
            words.page.number,
            words.spans[low][0],
            words.spans[high][1],
            place.number,
            words.text(first, last).rstrip(" :;,-–"),
            place.number.count(".") + 1,
            sure,
        )

    def _run_before(self, place: NumberPlace) -> tuple[int, int]:
        """Words before the number back to a sentence's end, another number or a change of script."""
        words, first = self.pages[place.page], place.at
        while first and place.at - first < _LONGEST_TITLE:
            printed = words.printed(first - 1)
            if _SMALL.fullmatch(printed) or DOTTED.fullmatch(printed) or printed[-1] in _ENDS:
                break
            if first < place.at and _script(printed) != _script(words.printed(first)):
                break
            first -= 1
        return first, place.at

    def _run_after(self, place: NumberPlace) -> tuple[int, int]:
        words, last = self.pages[place.page], place.at + 1
        while last < len(words.forms) and last - place.at <= _LONGEST_TITLE:
            printed = words.printed(last)
            if DOTTED.fullmatch(printed) or (_SMALL.fullmatch(printed) and not re.fullmatch(r"20\d\d", printed)):
                break
            last += 1
            if printed[-1] in _ENDS:
                break
        return place.at + 1, last

    def _openers(self) -> Counter[str]:
        """How often each word opens a sentence in this report, capitalised after a full stop."""
        openers: Counter[str] = Counter()
        for words in self.pages:
            for at in range(1, len(words.forms)):
                if _ends_sentence(words.printed(at - 1)) and words.printed(at)[:1].isupper():
                    openers[words.forms[at]] += 1
        return openers

    def _title_stands_first(self) -> bool:
        """Whether this report prints titles before their numbers, by votes at the tops of pages and after sentences."""
        first = second = 0
        for place in self.places:
            words = self.pages[place.page]
            low, _ = self.before[place]
            long_enough = 0 < place.at - low < _LONGEST_TITLE
            opens = low == 0 or _ends_sentence(words.printed(low - 1))
            if long_enough and opens and words.printed(low)[:1].isupper():
                first += 1
            if place.at == 0 or _ends_sentence(words.printed(place.at - 1)):
                second += place.at + 1 < len(words.forms) and words.printed(place.at + 1)[:1].isupper()
        return first > second

    def _title_span(self, place: NumberPlace) -> tuple[int, int] | None:
        return self._span_before(place) if self.title_first else self._span_after(place)

    def _span_before(self, place: NumberPlace) -> tuple[int, int] | None:
        words = self.pages[place.page]
        first, last = self.before[place]
        if first == last:
            return None
        evidence = self._evidence_before(place)
        if evidence:
            return last - evidence, last
        while first < last and not words.printed(first)[:1].isupper():
            first += 1
        if last - first >= _LONGEST_TITLE - 1:
            return None
        return (first, last) if first < last and words.has_words(first, last) else None

    def _evidence_before(self, place: NumberPlace) -> int:
        """Length of the longest title before the number that stands after the same number elsewhere."""
        words = self.pages[place.page]
        first, last = self.before[place]
        known = self.known.get(place.number, ())
        for size in range(last - first, 0, -1):
            forms = words.forms[last - size : last]
            if forms == known[:size] and (size > 1 or len(known) == 1):
                return size
            if size > 1 and self.openings[place.number, forms]:
                return size
        return 0

    def _span_after(self, place: NumberPlace) -> tuple[int, int] | None:
        words = self.pages[place.page]
        first, last = self.after[place]
        if first == last or not words.printed(first)[:1].isupper():
            return None
        if place.number in self.known:
            title = self.known[place.number]
            if words.forms[first : first + len(title)] == title:
                return first, first + len(title)
        line_end = self._line_end(words, place.at, last)
        if line_end:
            return first, line_end
        evidence = self._evidence_after(place)
        if evidence:
            return first, first + evidence
        for at in range(first + 1, last):
            opener = words.printed(at)[:1].isupper() and self.openers[words.forms[at]] > 1
            if opener and at + 1 < len(words.forms):
                return first, at
        ended = words.printed(last - 1)[-1] in _ENDS
        return (
            (first, last) if not ended and last - first < _LONGEST_TITLE - 2 and words.has_words(first, last) else None
        )

    @staticmethod
    def _line_end(words: PageWords, at: int, last: int) -> int:
        """Where the number begins a line of a page with lines: the index after the line's last word, else 0."""
        body = words.page.body.text
        start = words.spans[at][0]
        if "\n" not in body or body[body.rfind("\n", 0, start) + 1 : start].strip():
            return 0
        end = body.find("\n", words.spans[min(at + 1, len(words.spans) - 1)][0])
        high = at + 1
        while high < last and (end < 0 or words.spans[high][0] < end):
            high += 1
        complete = high > at + 1 and words.printed(high - 1)[-1] not in ".,;"
        return high if complete and (end < 0 or high == len(words.spans) or words.spans[high][0] > end) else 0

    def _evidence_after(self, place: NumberPlace) -> int:
        """Length of the longest run after the number that is the title elsewhere too.

        Either the same number has it again, in two words at least, or another number has it, in three at least
        ("Progress and measures …").
        """
        words = self.pages[place.page]
        first, last = self.after[place]
        runs = [words.forms[first:end] for end in range(min(last, first + _LONGEST_TITLE), first + 1, -1)]
        again = next((len(run) for run in runs if self.openings[place.number, run] > 1), 0)
        return again or next((len(run) for run in runs if len(run) > 2 and not self.shared[run]), 0)

    def _is_reference(self, place: NumberPlace, titles: Collection[tuple[str, ...]]) -> bool:
        """Whether this appearance is followed by a title that precedes another one: an index pointing to it."""
        if not self.title_first:
            return False
        low, high = self.after[place]
        following = self.pages[place.page].forms[low:high]
        if any(following[:size] in titles for size in range(1, len(following) + 1)):
            return True
        known = self.known.get(place.number)
        return known is not None and following[: len(known)] == known

    def _is_other_title(self, number: str, forms: tuple[str, ...]) -> bool:
        """Whether these words are the title of another number."""
        return bool(self.numbers_of.get(forms, set()) - {number})


def _ends_sentence(printed: str) -> bool:
    return printed[-1] in ".!?" and not printed[0].isdigit()


def _script(printed: str) -> str:
    letter = next((c for c in printed if c.isalpha()), "")
    return "" if not letter else "wide" if ord(letter) >= 0x2E80 else "narrow"
