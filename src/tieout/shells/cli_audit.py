"""Verbs for the auditor and the comparer: audit, compare, sparql, export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tieout.errors import UsageError
from tieout.library import Library
from tieout.shells import render, results
from tieout.shells.options import AsJson, Format, Index, Reports, say, settings_for, told
from tieout.shells.words import audit_for_people, comparison_for_people, queries_for_people
from tieout.shells.workbook import export_workbook

SEVERITIES = ("high", "medium", "low")


def bindings(given: list[str] | None) -> dict[str, str]:
    """The ``--bind name=value`` options as a mapping."""
    pairs = {}
    for item in given or []:
        name, sign, value = item.partition("=")
        if not sign or not name:
            raise UsageError("not of the form name=value", subject=item, remedy="For example --bind metric=ghg-scope2")
        pairs[name] = value
    return pairs


def register(app: typer.Typer) -> None:
    """Add the verbs."""

    @app.command()
    def compare(
        framework: Annotated[
            str | None, typer.Option("--framework", help="The framework of bare clause codes.")
        ] = None,
        clause: Annotated[list[str] | None, typer.Option("--clause", help="A clause; may be repeated.")] = None,
        metric: Annotated[list[str] | None, typer.Option("--metric", help="A metric; may be repeated.")] = None,
        report: Reports = None,
        period: Annotated[list[str] | None, typer.Option("--period", help="Only this year; may be repeated.")] = None,
        index: Index = None,
        json: AsJson = False,
        form: Format = "table",
    ) -> None:
        """Set reports side by side by clause or metric, with evidence; unlike units and scopes are never ranked."""
        with told():
            comparison = Library(settings_for(index)).compare(
                framework=framework, clauses=clause, metrics=metric, reports=report, periods=period
            )
            if json or form == "json":
                say(render.as_json(comparison))
            elif form == "table":
                say(comparison_for_people(comparison))
            else:
                cells = [{k: str(v) if v is not None else "" for k, v in cell.items()} for cell in comparison["cells"]]
                columns = tuple(cells[0]) if cells else ("report", "clause", "status")
                say(render.as_format(cells, columns, form))

    @app.command()
    def audit(
        report: Annotated[str | None, typer.Argument(help="The report; all of them by default.")] = None,
        fail_on: Annotated[str | None, typer.Option("--fail-on", help="Exit with 1 on findings this severe.")] = None,
        index: Index = None,
        json: AsJson = False,
        form: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
    ) -> None:
        """Look for contradictions inside a report, broken index pointers and missing evidence."""
        with told():
            if fail_on is not None and fail_on not in SEVERITIES:
                raise UsageError("unknown severity", subject=fail_on, remedy=f"Known: {', '.join(SEVERITIES)}")
            results = Library(settings_for(index)).audit(report)
            one = results[0] if report is not None else results
            say(render.as_json(one) if json or form == "json" else audit_for_people(results))
            grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on else ()
            if any(finding["severity"] in grave for result in results for finding in result["findings"]):
                raise typer.Exit(1)

    @app.command()
    def sparql(
        query: Annotated[str | None, typer.Argument(help="A read-only SPARQL 1.1 query.")] = None,
        file: Annotated[
            Path | None, typer.Option("-f", "--file", help="Read the query from a file; - for stdin.")
        ] = None,
        named: Annotated[str | None, typer.Option("--named", help="Run a shipped query.")] = None,
        bind: Annotated[list[str] | None, typer.Option("--bind", help="name=value for a shipped query.")] = None,
        listing: Annotated[bool, typer.Option("--list", help="List the shipped queries.")] = False,
        index: Index = None,
        json: AsJson = False,
        form: Annotated[str, typer.Option("--format", help="table, csv, json, xml or ttl.")] = "table",
    ) -> None:
        """Run read-only SPARQL; the default graph is the union of all reports and the ontology."""
        with told():
            library = Library(settings_for(index))
            if listing:
                queries = library.queries()
                say(render.as_json(queries) if json or form == "json" else queries_for_people(queries))
                return
            if sum(x is not None for x in (query, file, named)) != 1:
                raise UsageError(
                    "give a query, -f FILE or --named NAME", remedy="tieout sparql --list names the shipped ones"
                )
            chosen = "json" if json else form
            if named is not None:
                say(results.render(library.named(named, bindings(bind)), chosen))
                return
            if file is not None:
                try:
                    query = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
                except (OSError, UnicodeDecodeError) as error:
                    raise UsageError(f"cannot be read ({error})", subject=str(file)) from error
            say(results.render(library.sparql(query or ""), chosen))

    @app.command()
    def export(
        form: Annotated[str, typer.Option("--format", help="turtle, trig, nquads, jsonld or xlsx.")] = "nquads",
        output: Annotated[Path | None, typer.Option("-o", "--output", help="Write to this file.")] = None,
        report: Reports = None,
        index: Index = None,
    ) -> None:
        """Export the graph as RDF, or figures, clauses and entities as a workbook."""
        with told():
            library = Library(settings_for(index))
            if form == "xlsx":
                if output is None:
                    raise UsageError("a workbook needs a file", remedy="Add -o FILE.xlsx")
                data = export_workbook(library, reports=report)
            else:
                data = library.export(form, reports=report)
            if output is None:
                sys.stdout.buffer.write(data)
                return
            try:
                output.write_bytes(data)
            except OSError as error:
                raise UsageError(f"cannot be written ({error.strerror})", subject=str(output)) from error
