"""The second of two questions in one sentence, with what its pronoun stands for named again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.patterns import lazy
from tieout.text import fold

_PRONOUN = lazy(r"\b(?:it|they|them)\b", re.IGNORECASE)
_CODE = lazy(r"\b(?:(?:GRI|HKEX|ESRS|SASB|IFRS|TCFD|KPI) )+[A-Z]{0,2}-?\d[\w.()-]*")
_NAME = lazy(r"(?<=[\w,;’'] )[A-Z][\w&-]*(?: (?:(?:of|and|for|on) )?[A-Z][\w&-]*)*")


def named_again(second: str, first: str, organizations: Sequence[str]) -> str:
    """The second question with its first pronoun replaced by the clause or the named thing of the first question.

    "Who chairs the Harbour Council, and how often does it meet?" asks how often the Harbour Council meets. Without a
    pronoun, or a name besides the companies', the question stays as it is.
    """
    found = _PRONOUN.search(second)
    if found is None:
        return second
    code = _CODE.search(first)
    known = {fold(name) for name in organizations}
    names = [m[0] for m in _NAME.finditer(first) if fold(m[0]) not in known]
    meant = code[0] if code is not None else (f"the {max(names, key=len)}" if names else "")
    return f"{second[: found.start()]}{meant}{second[found.end() :]}" if meant else second
