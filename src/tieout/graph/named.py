"""The queries that ship in ``ontology/queries``: their headers read, their parameters checked, values bound as terms.

A header line is ``#+ title: …``, ``#+ question: …``, ``#+ about: …`` or
``#+ param: name, kind, required|optional, example, description``. Each parameter has a line ``VALUES ?name { UNDEF }``
in the query: bound, the line lists its terms as the RDF library serialises them; unbound, it is left out, and so is
each line that ends in ``#+ with name``. So a shipped file is SPARQL as it stands, the bound text is SPARQL that anybody
can paste, and text from outside never becomes query text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from tieout import vocab as v
from tieout.errors import OntologyError, UsageError

FACTS = "facts/"
"""Queries under this name read facts back for the program; people are not offered them."""

_SLOT = re.compile(r"^[ \t]*VALUES \?([A-Za-z]\w*) \{ UNDEF \}[ \t]*$")
_WITH = re.compile(r"^(.*\S)[ \t]*#\+ with ([A-Za-z]\w*)[ \t]*$")
_INTEGER = re.compile(r"[+-]?\d{1,18}")

_MINT: dict[str, Callable[[str], str]] = {
    "report": v.mint_report,
    "organization": v.mint_organization,
    "framework": v.mint_framework,
    "clause": v.mint_clause,
    "metric": v.mint_metric,
    "topic": v.mint_topic,
    "goal": v.mint_goal,
}
_KINDS = (*_MINT, "iri", "text", "integer")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its name is the query's variable, its kind tells how a value becomes a term."""

    name: str
    kind: str
    required: bool
    example: str
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A shipped query: ``description`` is one or two sentences, ``question`` what it answers, ``source`` the file."""

    name: str
    title: str
    question: str
    description: str
    parameters: tuple[Parameter, ...]
    source: str

    @property
    def text(self) -> str:
        """The query ready to run: nothing optional bound, the examples where a value is needed."""
        return self.bind({p.name: p.example for p in self.parameters if p.required})

    def bind(self, values: Mapping[str, str | Sequence[str]]) -> str:
        """The standalone query text with these values; several values of one parameter mean any of them.

        Raises:
            UsageError: an unknown or missing parameter, or a value that is no term of its kind.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                remedy = f"Known: {', '.join(known)}" if known else "It takes no parameters"
                raise UsageError(f"unknown parameter {name!r}", subject=self.name, remedy=remedy)
        slots: dict[str, str] = {}
        for parameter in self.parameters:
            given = values.get(parameter.name)
            if given is None:
                if parameter.required:
                    remedy = f"For example {parameter.name}={parameter.example}"
                    raise UsageError(f"the parameter {parameter.name!r} is needed", subject=self.name, remedy=remedy)
                continue
            items = _items(parameter, given)
            slots[parameter.name] = " ".join(_term(parameter, item) for item in items)
        return "\n".join(_filled(self.source.splitlines(), slots)) + "\n"


def _items(parameter: Parameter, given: str | Sequence[str]) -> Sequence[str]:
    """One value or several; IRIs hold no white space, so a string may list several."""
    if not isinstance(given, str):
        return given
    return given.split() if parameter.kind == "iri" else [given]


def _filled(lines: Sequence[str], slots: Mapping[str, str]) -> list[str]:
    filled = []
    for line in lines:
        slot, conditional = _SLOT.match(line), _WITH.match(line)
        if slot is not None:
            if slot[1] in slots:
                filled.append(line.replace("{ UNDEF }", f"{{ {slots[slot[1]]} }}"))
        elif conditional is None:
            filled.append(line)
        elif conditional[2] in slots:
            filled.append(conditional[1])
    return filled


def _term(parameter: Parameter, value: str) -> str:
    """The value as a SPARQL term; serialised by the RDF library, so that nothing in it can end the term."""
    try:
        if parameter.kind == "text":
            return str(ox.Literal(value))
        if parameter.kind == "integer":
            if not _INTEGER.fullmatch(value):
                raise ValueError(value)
            return str(ox.Literal(value, datatype=ox.NamedNode(v.XSD + "integer")))
        ours = parameter.kind == "iri" or value.startswith((v.ID, v.SDG))
        return str(ox.NamedNode(value if ours else _MINT[parameter.kind](value)))
    except ValueError as error:  # a lone surrogate is a UnicodeError, a kind of ValueError
        remedy = f"For example {parameter.example}"
        raise UsageError(f"{value!r} is no {parameter.kind}", subject=parameter.name, remedy=remedy) from error


def read_query(file: Path, name: str) -> NamedQuery:
    """One shipped query.

    Raises:
        OntologyError: the file cannot be read, or its header and its slots do not fit.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"cannot be read: {error}", subject=str(file)) from error
    header: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        if not line.startswith("#+ "):
            continue
        key, _, value = (part.strip() for part in line[2:].partition(":"))
        if key == "param":
            parameters.append(_parameter(value, file))
        else:
            header[key] = value
    slots = {slot[1] for line in text.splitlines() if (slot := _SLOT.match(line))}
    if slots != {parameter.name for parameter in parameters}:
        raise OntologyError(f"the slots {sorted(slots)} are not the declared parameters", subject=str(file))
    if set(header) != {"title", "question", "about"}:
        raise OntologyError("the header needs title, question and about", subject=str(file))
    return NamedQuery(name, header["title"], header["question"], header["about"], tuple(parameters), text)


def _parameter(value: str, file: Path) -> Parameter:
    parts = [part.strip() for part in value.split(",", 4)]
    if len(parts) != 5 or parts[1] not in _KINDS or parts[2] not in ("required", "optional"):
        raise OntologyError(f"not a parameter: {value!r}", subject=str(file))
    return Parameter(parts[0], parts[1], parts[2] == "required", parts[3], parts[4])


def query_file(ontology: Path, name: str) -> Path:
    """The file of a shipped query.

    Raises:
        UsageError: there is no query of this name.
    """
    if re.fullmatch(r"(facts/)?[a-z0-9]+(-[a-z0-9]+)*", name):
        file = ontology / "queries" / f"{name}.rq"
        if file.is_file():
            return file
    known = ", ".join(query.name for query in list_queries(ontology))
    raise UsageError("no such query", subject=name, remedy=f"Known: {known}")


def list_queries(ontology: Path) -> tuple[NamedQuery, ...]:
    """The queries for people, by name."""
    files = sorted((ontology / "queries").glob("*.rq"), key=lambda file: file.stem)
    return tuple(read_query(file, file.stem) for file in files)
