"""Answers, hits, findings and comparisons in words for a terminal; report text loses its control characters."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from tieout.shells.render import as_table, printable

Json = Mapping[str, Any]


def _short(text: str, width: int) -> str:
    return textwrap.shorten(printable(text), width=width, placeholder=" …")


def answer_for_people(answer: Json) -> str:
    """An answer with its citations, path, calculation, query and notes."""
    lines = [printable(answer["question"]), "", printable(answer["answer"])]
    if answer["calculation"]:
        lines += ["", f"Calculation: {printable(answer['calculation'])}"]
    if answer["citations"]:
        lines += ["", "Evidence:"]
        for n, cited in enumerate(answer["citations"], 1):
            where = f"{cited['report']}, page {cited['page']}" + (f", {cited['section']}" if cited["section"] else "")
            lines += [f"  [{n}] {printable(where)}", f"      “{_short(cited['quote'], 400)}”"]
    for path in answer["paths"][:1]:
        lines += ["", "Path:"]
        lines += [
            f"  {_short(link['subject_label'], 90)} —{link['predicate_label']}→ {_short(link['object_label'], 90)}"
            for link in path["links"]
        ]
    if answer["nearest"]:
        lines += ["", "Nearest in the reports:"]
        lines += [
            f"  page {near['page']}: {_short(near['what'], 80)} “{_short(near['quote'], 200)}”"
            for near in answer["nearest"]
        ]
    lines += [f"Note: {printable(note)}" for note in answer["notes"]]
    if answer["query"]:
        lines += ["", "Query:", textwrap.indent(printable(answer["query"]).strip(), "  ")]
    return "\n".join([*lines, ""]) + "\n"


def hits_for_people(hits: Sequence[Json]) -> str:
    """Passages, best first."""
    if not hits:
        return "no passage matches\n"
    lines = []
    for n, hit in enumerate(hits, 1):
        lines += [f"{n}. {printable(hit['report'])}, page {hit['page']}, {hit['section'] or '-'} ({hit['score']:.3f})"]
        lines += [f"   {_short(hit['text'], 500)}"]
    return "\n".join(lines) + "\n"


def status_for_people(facts: Json) -> str:
    """The state of the index, one fact a line."""
    lines = []
    for key, value in facts.items():
        if isinstance(value, Mapping):
            lines += [f"{key}:"] + [f"  {name}: {printable(str(item))}" for name, item in value.items()]
        else:
            lines.append(f"{key}: {printable(str(value))}")
    return "\n".join(lines) + "\n"


def comparison_for_people(comparison: Json) -> str:
    """The comparison's cells as a table, then what was not compared and why."""
    columns = ("report", "clause", "metric", "period", "status", "value", "unit", "comparable", "page", "quote")
    rows = [{c: "" if cell.get(c) is None else str(cell[c]) for c in columns} for cell in comparison["cells"]]
    for row in rows:
        row["quote"] = _short(row["quote"], 60)
    lines = [as_table(rows, columns, width=200)]
    whys = list(dict.fromkeys(cell["why"] for cell in comparison["cells"] if cell["why"]))
    lines += [f"{printable(why)}\n" for why in whys]
    lines += [f"not compared: {printable(str(item))}\n" for item in comparison["not_compared"]]
    return "".join(lines)


def audit_for_people(results: Sequence[Json]) -> str:
    """Findings by report, most severe first, each with the places that show it."""
    lines = []
    for result in results:
        count = len(result["findings"])
        lines.append(f"{result['report']}: {count} finding{'s' * (count != 1)}")
        for finding in result["findings"]:
            lines += [
                "",
                f"[{finding['severity']}] {printable(finding['title'])}",
                f"  {printable(finding['explanation'])}",
            ]
            lines += [f"  page {place['page']}: “{_short(place['quote'], 160)}”" for place in finding["quotes"]]
        lines += ["", f"shapes: {len(result['shapes'])} messages", ""]
    return "\n".join(lines) + "\n"


def queries_for_people(queries: Sequence[Json]) -> str:
    """The shipped queries with their parameters."""
    lines = []
    for query in queries:
        parameters = ", ".join(query["parameters"]) or "no parameters"
        lines += [f"{query['name']}: {query['title']} ({parameters})"]
    return "\n".join(lines) + "\n"
