"""Every error a caller may see: what went wrong, with which thing, and what to do about it.

``TieoutError`` carries three parts so that each shell can render them in its own way; ``str(error)`` is one sentence
for a person. ``exit_code`` follows the command line's contract: 2 for a wrong call, 1 for a failure.
"""

from __future__ import annotations


class TieoutError(Exception):
    """A failure that is told to the user.

    Args:
        message: what went wrong, without a full stop.
        subject: the thing it happened to (a file, a report id, a query), or an empty string.
        remedy: what the reader can do next, or an empty string.
    """

    exit_code = 1

    def __init__(self, message: str, *, subject: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.subject = subject
        self.remedy = remedy

    def __str__(self) -> str:
        where = f"{self.subject}: " if self.subject else ""
        then = f". {self.remedy}" if self.remedy else ""
        return f"{where}{self.message}{then}"


class UsageError(TieoutError):
    """The call itself is wrong: an unknown report, clause, metric, option or framework."""

    exit_code = 2


class SourceError(TieoutError):
    """A file cannot be read as a report: missing, empty, too large, scanned, damaged, hostile."""


class IndexIntegrityError(TieoutError):
    """A stored generation does not match its manifest."""


class IndexBusyError(TieoutError):
    """Another process is writing the index."""


class StorageError(TieoutError):
    """The index cannot be written: no space, no permission, an input/output error."""


class EncoderError(TieoutError):
    """The embedding model is missing, altered, or not the one the index was built with."""


class QueryError(TieoutError):
    """A SPARQL query was refused or failed; the position of the fault is in the message where it is known."""


class QuerySyntaxError(QueryError):
    """The text is not a SPARQL query."""

    exit_code = 2


class QueryRefusedError(QueryError):
    """A SPARQL query asks for something the guarded door never does (update, SERVICE, FROM, LOAD)."""

    exit_code = 2


class QueryLimitError(QueryError):
    """A SPARQL query ran into its deadline, memory or size limit and was stopped."""


class OntologyError(TieoutError):
    """A file of the ontology is missing or malformed."""


class ProofError(TieoutError):
    """A claim does not tie out: its quote, citation id or path does not hold."""
