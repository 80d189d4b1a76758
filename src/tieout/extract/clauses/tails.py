"""An index row's tail, cut into what the columns held: title, status, references, reason or note."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tieout.extract.clauses.references import Atom, AtomKind, SectionFinder, Style, find_atoms
from tieout.extract.clauses.titles import figure_start, named_start, sentence_start, title_end
from tieout.extract.clauses.wording import OMISSION_PHRASES, SELF_EXPLAINING, STATUS_WORDS
from tieout.text import collapse, fold

_STATUS_OF = dict(STATUS_WORDS)
_STATUS = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s{1,2}") for word, _ in STATUS_WORDS) + r")(?![\w-])",
    re.IGNORECASE,
)
_OMISSION = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(phrase) for phrase in OMISSION_PHRASES) + r")", re.IGNORECASE)
_CONNECTOR = re.compile(
    r"[\s,;|&/+.:()–—-]*(?:(?:and|see|also|chapter|section|sections|ff|f|in|20[0-4]\d)\b[\s,;|&/+.:()–—-]*){0,3}",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_SEE = re.compile(r"\s(?:[Ss]ee|[Cc]f\.|[Rr]efer to)$")
_BROKEN_RANGE = re.compile(r"(?<=\d)- (?=\d)")
_SENTENCE = re.compile(r"(?:[\n.]|[^\W_]*\d)\s{0,3}\b([A-Z])")
_ITEMS = re.compile(r"\s(?:[a-h](?:,\s?[a-h]){0,7}|All|Entire disclosure)\s*$")
_GOALS = re.compile(r"(?<=\d)\s{1,3}(?:1[0-7]|[1-9])(?:\s?[,;–-]\s?(?:1[0-7]|[1-9])){0,16}\s*$")
_GOALS_FIRST = re.compile(
    r"(?<=\s)(?:(?:1[0-7]|[1-9])(?:\s?[,;–-]\s?(?:1[0-7]|[1-9])){0,16}\s{1,3}){1,2}(?=\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}\s*$)"
)
_TICK = re.compile(r"(?<=\S)\s{1,3}[✓✔√●–—-]\s*$")
_PARAGRAPHS = re.compile(r"^\d{1,3}(?:\s?[-–,]\s?\d{1,3}){0,20}(?:\([a-z]\))?\s{1,3}(?=\S)")
_MARKER = re.compile(r"\s{0,3}(?P<mark>[Nn]/?[Aa]\.?|[-–—/])(?!\S)")
_EXPLAINED = re.compile(r"\s?[:(–—]|\s-\s")
_TALKED_ABOUT = re.compile(r"\b(?:the|our|its|this|of)\s{1,3}$", re.IGNORECASE)
_BULLETS = ("–", "-", "•", "·", ",")
_NOT_KEPT = re.compile(
    r"\b(?:data|figures?|information|values?|numbers?)\b[^.]{0,100}?\b(?:not|cannot)\b[^.]{0,40}?"
    r"\b(?:track|collect|record|survey|gather|captur|determin|avail|disclos|publish)",
    re.IGNORECASE,
)
_SHORT_WORDS = 8
_CLOSING_WORDS = 6
_PROSE_WORDS = 12
_LONG_WORDS = 60


_PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Columns:
    """What an index's table has: a status word in most rows, a column for omissions, one for notes.

    ``explains`` where a reason may stand in place of a reference, ``answers`` where the cells hold the answers
    themselves, ``title_last`` where titles stand before their codes, ``goals`` where numbers of UN goals close the row
    (``goals_first``: stand before its pages), ``ticked`` where a tick of the assurer does, ``paragraphs`` where
    paragraphs of the standard stand before the pages.
    """

    status: bool
    omissions: bool
    notes: bool
    explains: bool = False
    answers: bool = False
    title_last: bool = False
    goals: bool = False
    goals_first: bool = False
    ticked: bool = False
    paragraphs: bool = False
    style: Style = _PLAIN


@dataclass(frozen=True, slots=True)
class Tail:
    """The parts of a tail, collapsed to single spaces. ``state`` is "", "reported", "partial" or "absent".

    ``end`` is where the row's own text ends in the tail, 0 for all of it.
    """

    title: str
    state: str
    references: str
    reason: str
    note: str
    end: int = 0


def find_status(text: str, *, untitled: bool = False) -> tuple[int, int, str] | None:
    """The first status word that stands as a cell of its own: (start, end, state). A title has to come first."""
    for m in _STATUS.finditer(text):
        if text[m.start()].islower() and "." not in m.group() and "/" not in m.group():
            continue
        rest = text[m.end() :].lstrip(" \t.:;,–—-")
        alone = (
            not rest or not rest[0].islower() or fold(m.group()).startswith("not ") or _EXPLAINED.match(text, m.end())
        )
        if alone and (untitled or _says(text[: m.start()])):
            return m.start(), m.end(), _STATUS_OF[fold(m.group())]
    return None


def split_tail(text: str, columns: Columns, finder: SectionFinder, label: str = "", *, untitled: bool = False) -> Tail:
    """Cut a row's tail (the text after its code) into its columns.

    Args:
        text: the tail, at most a few thousand characters.
        columns: what the index's table has.
        finder: the report's section titles.
        label: the catalogue's label of the clause, whose words are title rather than reference.
        untitled: whether the row's title stands before the tail, so that a status may open it.
    """
    if columns.goals:
        text = (_GOALS_FIRST if columns.goals_first else _GOALS).sub("", text)
    if columns.ticked:
        text = _TICK.sub("", text)
    if columns.status:
        status = find_status(text, untitled=untitled)
        if status is not None:
            start, end, state = status
            return _with_status(text[:start], text[start:end], state, text[end:], finder, columns.style)
    tail = _without_status(text, columns, finder, label, untitled=untitled)
    if columns.paragraphs:
        tail = replace(tail, references=_PARAGRAPHS.sub("", tail.references))
    if columns.answers and not tail.state and _NOT_KEPT.search(tail.note.split(". ", 1)[0]):
        return replace(tail, state="absent", reason=tail.note, note="")
    return tail


def _with_status(title: str, word: str, state: str, rest: str, finder: SectionFinder, style: Style) -> Tail:
    atoms = find_atoms(rest, finder, style)
    reach = _reach(rest, atoms, 0)
    opens = bool(atoms) and not _says(rest[: atoms[0].start])
    prose = len(_WORD.findall(rest)) > _LONG_WORDS
    if state == "absent":
        cited = rest[:reach] if opens else ""
        reason = _tidy(rest[len(cited) :])
        if not _says(reason) or rest.lstrip()[:1].islower():
            reason = _tidy(word + rest) if rest.lstrip()[:1].islower() or fold(word) in SELF_EXPLAINING else ""
        return Tail(_tidy(title), state, _tidy(cited), reason, "")
    if opens and prose:
        reason = _tidy(rest[reach:]) if state == "partial" else ""
        return Tail(_tidy(title), state, _tidy(rest[:reach]), reason, _tidy(rest[reach:]))
    if prose:
        return Tail(_tidy(title), state, _named(rest, atoms), "", _tidy(rest))
    if state == "partial":
        cited = rest[:reach] if opens else ""
        return Tail(_tidy(title), state, _tidy(cited), _tidy(rest[len(cited) :]), "")
    return Tail(_tidy(title), state, _tidy(rest), "", "")


def _without_status(text: str, columns: Columns, finder: SectionFinder, label: str, *, untitled: bool) -> Tail:
    atoms = [atom for atom in find_atoms(text, finder, columns.style) if not _is_title(text, atom, label)]
    if columns.answers:
        atoms = [atom for atom in atoms if not _is_answer(text, atom)]
    status = find_status(text, untitled=untitled)
    turn = title_end(text)
    marker = _MARKER.match(text)
    if columns.title_last and marker:
        state = "absent" if marker.group("mark")[0] in "Nn" else ""
        return Tail("", state, marker.group("mark"), "", _tidy(text[marker.end() :]), marker.end())
    start = atoms[0].start if atoms else len(text)
    if status and status[2] != "reported" and status[0] <= start and _short_before(text, status[0], turn):
        return Tail(_tidy(_ITEMS.sub("", text[: status[0]])), status[2], "", _tidy(text[status[0] :]), "")
    if not atoms and columns.omissions:
        return _uncited(text, columns, turn)
    if turn < start and len(_WORD.findall(text[turn:start])) > _PROSE_WORDS:
        return Tail(_tidy(text[:turn]), "", _named(text, atoms), "", _tidy(text[turn:]))
    if not atoms:
        return _uncited(text, columns, 0 if untitled and len(_WORD.findall(text)) <= _PROSE_WORDS else turn)
    if columns.title_last and not _says(text[:start]):
        end = _reach(text, atoms, start)
        return Tail("", "", _tidy(text[:end]), "", _tidy(text[end:]), end)
    start = named_start(text, turn, sentence_start(text, start))
    if untitled and "." not in text[:start] and len(_WORD.findall(text[:start])) <= _SHORT_WORDS:
        start = 0
    if not columns.omissions and not columns.notes and len(_WORD.findall(text[start:])) <= _LONG_WORDS:
        return _unexplained(text, start)
    end = _reach(text, atoms, start)
    if all(atom.kind is AtomKind.SECTION for atom in atoms if atom.start < end):
        end = _line_end(text, end)
    title, cited, rest = _tidy(text[: figure_start(text, turn, start)]), _tidy(text[start:end]), text[end:]
    status = find_status(rest, untitled=True)
    stated = status is not None and not _CONNECTOR.sub("", rest[: status[0]])
    if stated or (columns.omissions and _OMISSION.search(collapse(rest))):
        return Tail(title, status[2] if stated and status else "absent", cited, _tidy(rest), "")
    return Tail(title, "", cited, "", _tidy(rest))


def _uncited(text: str, columns: Columns, turn: int) -> Tail:
    """A row without any reference: a reason for the omission, or words that we take as the reference they print."""
    phrase = _OMISSION.search(text) if columns.omissions or columns.explains else None
    if phrase is None:
        answer = _tidy(text[turn:])
        if answer.endswith(".") and len(answer.split()) >= _SHORT_WORDS:
            return Tail(_tidy(text[:turn]), "", "", "", answer)
        return Tail(_tidy(text[:turn]), "", "" if columns.answers else answer, "", answer if columns.answers else "")
    begin = 0
    for m in _SENTENCE.finditer(text, 0, phrase.start() + 1):
        begin = m.start(1)
    begin = begin or min(turn, phrase.start())
    return Tail(_tidy(text[:begin]), "absent", "", _tidy(text[begin:]), "")


def _unexplained(text: str, start: int) -> Tail:
    """A row of a table without a column for reasons: all is reference, up to a status word of absence."""
    status = find_status(text[start:], untitled=True)
    title = _tidy(text[: figure_start(text, title_end(text), start)])
    if status is None or status[2] == "reported":
        return Tail(title, "", _tidy(text[start:]), "", "")
    at = start + status[0]
    return Tail(title, status[2], _tidy(text[start:at]), _tidy(text[at:]), "")


def _short_before(text: str, at: int, turn: int) -> bool:
    """Whether a status word stands near the title, or closes the row."""
    near = at <= turn or len(_WORD.findall(text[turn:at])) <= _PROSE_WORDS
    return near or len(_WORD.findall(text[at:])) <= _CLOSING_WORDS


def _says(text: str) -> bool:
    """Whether a text holds any letter or figure."""
    return any(char.isalnum() for char in text)


def _is_title(text: str, atom: Atom, label: str) -> bool:
    """Whether a section title is rather the row's own title: nothing before it, or only words of the label."""
    if atom.kind is not AtomKind.SECTION:
        return False
    if not _says(text[: atom.start]):
        return True
    if text[atom.start : atom.start + 1].isdigit():
        return False
    return set(fold(text[atom.start : atom.end]).split()) <= set(fold(label).split())


def _is_answer(text: str, atom: Atom) -> bool:
    """In an index that answers in its cells, bullets and numbered items are no references."""
    if atom.kind is AtomKind.NOTHING:
        return _says(text[atom.end :])
    if atom.kind is AtomKind.SECTION:
        return not atom.sections or _TALKED_ABOUT.search(text, max(0, atom.start - 8), atom.start) is not None
    return atom.kind is AtomKind.OUTSIDE and text[: atom.start].rstrip()[-1:] in _BULLETS


def _reach(text: str, atoms: list[Atom], start: int) -> int:
    """The end of the run of atoms that begins at ``start``, joined by nothing but separators."""
    end = start
    for atom in atoms:
        if atom.start < start:
            continue
        if atom.start > end and end > start and _CONNECTOR.fullmatch(text, end, atom.start) is None:
            break
        end = atom.end
    return end


def _line_end(text: str, end: int) -> int:
    """To the end of a section reference whose title runs on ("… - Social Indicators"): the end of the line or tail."""
    found = text.find("\n", end)
    stop = found if found >= 0 else len(text)
    return stop if len(_WORD.findall(text[end:stop])) <= 8 else end


def _named(text: str, atoms: list[Atom]) -> str:
    named = [collapse(text[a.start : a.end]) for a in atoms if a.kind in (AtomKind.PAGES, AtomKind.SECTION)]
    return "; ".join(dict.fromkeys(named))


def _tidy(text: str) -> str:
    return _SEE.sub("", _BROKEN_RANGE.sub("-", collapse(text).strip(" :;|")))
