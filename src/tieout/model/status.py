"""How a question can end."""

from __future__ import annotations

from enum import StrEnum


class AnswerStatus(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    STATED_ABSENT = "stated_absent"
    NOT_FOUND = "not_found"
    NEEDS_SCOPE = "needs_scope"
