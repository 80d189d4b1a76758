"""The kinds of thing that a question word asks for."""

from __future__ import annotations

from enum import StrEnum


class Wanted(StrEnum):
    """The kind of span that answers."""

    ANY = "any"
    PERSON = "person or body"
    DATE = "date"
    PLACE = "place"
    FREQUENCY = "frequency"
    DURATION = "length of time"
    REASON = "reason"
    FIGURE = "figure"
    COUNT = "count"
    SHARE = "share"
    MONEY = "amount of money"
    NAME = "name"
    YES_NO = "yes or no"
