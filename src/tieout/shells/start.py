"""Where the program starts.

One question is the call that somebody waits for, and loading the command line's library takes as long as a dozen
answers. So a plain ``tieout ask "…"`` is read here; every other call, and every one that is not plain, goes to ``cli``.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from tieout.shells.speaking import PlainQuestion, answer_one, speak_utf8, told

_LED = 2
REPEATED, SINGLE = ("--report", "--organization", "--after"), "--index"


def plain_question(arguments: Sequence[str]) -> PlainQuestion | None:
    """The question of a call that is nothing but that; None for any other call, a faulty one too."""
    if arguments[:1] == [SINGLE] and len(arguments) > _LED:
        arguments = [*arguments[_LED:], *arguments[:_LED]]  # the index may be named before the verb
    if arguments[:1] != ["ask"]:
        return None
    given: dict[str, list[str]] = {name: [] for name in ("", "--json", SINGLE, *REPEATED)}
    words = list(arguments[1:])
    while words:
        word = words.pop(0)
        name, equals, value = word.partition("=") if word.startswith("-") else ("", "=", word)
        if name in (SINGLE, *REPEATED) and not equals and words and not words[0].startswith("-"):
            equals, value = "=", words.pop(0)
        if name not in given or bool(equals) == (name == "--json"):
            return None
        given[name].append(value)
    if len(given[""]) != 1 or len(given[SINGLE]) > 1:
        return None
    reports, organizations, after = (tuple(given[name]) for name in REPEATED)
    index = Path(given[SINGLE][0]) if given[SINGLE] else None
    return PlainQuestion(given[""][0], reports, organizations, after, index, json=bool(given["--json"]))


def main() -> None:
    """Run the program."""
    asked = plain_question(sys.argv[1:])
    if asked is None:
        from tieout.shells import cli

        cli.main()
        return
    speak_utf8()
    # A process that answers once gives its memory back by ending; looking through it for cycles would take a fifth of
    # its time, and a tenth more at the end.
    gc.disable()
    with told():
        answer_one(asked)
    gc.freeze()
