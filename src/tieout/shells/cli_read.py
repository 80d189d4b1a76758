"""Verbs that read the index: reports, pages, ask, search, observations, clauses, entities, compare, status, serve."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tieout.errors import UsageError
from tieout.library import Library
from tieout.shells import render, tables
from tieout.shells.options import AsJson, Format, Index, Organizations, Reports, say, settings_for, told
from tieout.shells.speaking import PlainQuestion, answer_one
from tieout.shells.words import answer_for_people, hits_for_people, status_for_people


def read_lines(path: Path, key: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-lines file; each needs an ``id`` and the text under ``key``."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot be read ({error})", subject=str(path)) from error
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = jsonlib.loads(line)
        except jsonlib.JSONDecodeError as error:
            raise UsageError(f"line {number} is not JSON ({error.msg})", subject=str(path)) from error
        if not isinstance(row, dict) or not isinstance(row.get(key), str):
            raise UsageError(f'line {number} has no text under "{key}"', subject=str(path))
        yield row


def scope(row: dict[str, Any], name: str, default: Sequence[str] | None) -> list[str] | None:
    """A line's own list of reports or organizations, else the one given for all."""
    own = row.get(name)
    return [str(x) for x in own] if isinstance(own, list) and own else (list(default) if default else None)


def earlier(row: dict[str, Any], default: Sequence[str] | None) -> list[str]:
    """The questions that a line says were asked before it, one or a list, else those given for all."""
    own = row.get("previous")
    if isinstance(own, str):
        return [own]
    return [str(x) for x in own] if isinstance(own, list) else list(default or ())


def show(rows: Sequence[tables.Row], columns: Sequence[str], form: str, json: bool) -> None:
    """Print rows in the format asked for."""
    say(render.as_format(rows, columns, "json" if json else form))


def register(app: typer.Typer) -> None:
    """Add the reading verbs."""

    @app.command()
    def reports(
        index: Index = None,
        json: AsJson = False,
        form: Format = "table",
        quiet: Annotated[bool, typer.Option("--quiet", help="Fail where the index is empty.")] = False,
    ) -> None:
        """List the reports in the index."""
        with told():
            infos = Library(settings_for(index)).reports()
            if quiet and not infos:
                raise typer.Exit(1)
            rows = [info.row() for info in infos]
            show(
                rows,
                ("report", "organization", "period", "pages", "chunks", "observations", "file", "sha256"),
                form,
                json,
            )

    @app.command()
    def pages(
        report: Annotated[str, typer.Argument(help="The report's id.")],
        page: Annotated[int | None, typer.Option("--page", help="Only this page.")] = None,
        index: Index = None,
        json: AsJson = False,
        form: Annotated[str, typer.Option("--format", help="text, json or jsonl.")] = "text",
    ) -> None:
        """Print the stored page text."""
        with told():
            rows = [
                {"report": report, "page": number, "text": text}
                for number, text in Library(settings_for(index)).pages(report, page)
            ]
            if json or form == "json":
                say(render.as_json(rows))
            elif form == "jsonl":
                say(render.as_jsonl(rows))
            elif form == "text":
                say("\n".join(render.printable(str(row["text"])) for row in rows) + "\n")
            else:
                raise UsageError("unknown format", subject=form, remedy="Known formats: text, json, jsonl")

    @app.command()
    def ask(
        question: Annotated[str | None, typer.Argument(help="The question.")] = None,
        questions: Annotated[Path | None, typer.Option("--questions", help="A JSON-lines file of questions.")] = None,
        report: Reports = None,
        organization: Organizations = None,
        after: Annotated[
            list[str] | None, typer.Option("--after", help="A question asked before, for a follow-up; repeatable.")
        ] = None,
        index: Index = None,
        json: AsJson = False,
    ) -> None:
        """Answer a question with its citations, path and query, or say that the reports are silent."""
        with told():
            if (question is None) == (questions is None):
                raise UsageError("give one question or --questions FILE.jsonl")
            if question is not None:
                reports, organizations, before = (tuple(given or ()) for given in (report, organization, after))
                answer_one(PlainQuestion(question, reports, organizations, before, index, json=json))
                return
            library = Library(settings_for(index))
            for row in read_lines(questions or Path(), "question"):
                answer = library.ask(
                    row["question"],
                    id=row.get("id"),
                    reports=scope(row, "reports", report),
                    organizations=scope(row, "organizations", organization),
                    previous=earlier(row, after),
                )
                say(render.as_jsonl([answer]) if json else answer_for_people(answer))

    @app.command()
    def search(
        query: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
        queries: Annotated[Path | None, typer.Option("--queries", help="A JSON-lines file of queries.")] = None,
        k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages.")] = 10,
        report: Reports = None,
        organization: Organizations = None,
        index: Index = None,
        json: AsJson = False,
    ) -> None:
        """Find passages."""
        with told():
            if (query is None) == (queries is None):
                raise UsageError("give one query or --queries FILE.jsonl")
            library = Library(settings_for(index))
            if query is not None:
                hits = library.search(query, k=k, reports=report, organizations=organization)
                say(render.as_json({"id": None, "query": query, "hits": hits}) if json else hits_for_people(hits))
                return
            for row in read_lines(queries or Path(), "query"):
                hits = library.search(
                    row["query"],
                    k=k,
                    reports=scope(row, "reports", report),
                    organizations=scope(row, "organizations", organization),
                )
                line = {"id": row.get("id"), "query": row["query"], "hits": hits}
                say(render.as_jsonl([line]) if json else hits_for_people(hits))

    @app.command()
    def observations(
        report: Reports = None,
        metric: Annotated[list[str] | None, typer.Option("--metric", help="Only this metric; may be repeated.")] = None,
        missing: Annotated[bool, typer.Option("--missing", help="Add cells printed as not disclosed.")] = False,
        index: Index = None,
        json: AsJson = False,
        form: Format = "table",
    ) -> None:
        """List KPI observations."""
        with told():
            found = Library(settings_for(index)).observations(reports=report, metrics=metric, missing=missing)
            show(tables.observation_rows(found), tables.OBSERVATION_COLUMNS, form, json)

    @app.command()
    def clauses(
        report: Reports = None,
        framework: Annotated[
            str | None, typer.Option("--framework", help="hkex-c2, gri, ifrs-s2, tcfd, esrs, sasb.")
        ] = None,
        index: Index = None,
        json: AsJson = False,
        form: Format = "table",
    ) -> None:
        """List the content index and the coverage of the framework."""
        with told():
            found = Library(settings_for(index)).clauses(reports=report, framework=framework)
            show(tables.clause_rows(found), tables.CLAUSE_COLUMNS, form, json)

    @app.command()
    def entities(
        kind: Annotated[list[str] | None, typer.Option("--kind", help="policy, law, topic …; may be repeated.")] = None,
        report: Reports = None,
        index: Index = None,
        json: AsJson = False,
        form: Format = "table",
    ) -> None:
        """List policies, laws, standards, certifications, topics, goals, targets, stakeholders, risks, sections."""
        with told():
            found = Library(settings_for(index)).entities(reports=report, kinds=kind)
            show(tables.entity_rows(found), tables.ENTITY_COLUMNS, form, json)

    @app.command()
    def status(index: Index = None, json: AsJson = False) -> None:
        """Tell versions, model, counts and integrity."""
        with told():
            facts = Library(settings_for(index)).status()
            say(render.as_json(facts) if json else status_for_people(facts))

    @app.command()
    def serve(
        host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
        port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 7860,
        index: Index = None,
    ) -> None:
        """Serve the web app, the HTTP interface, the SPARQL endpoint and MCP."""
        with told():
            from tieout.shells.server import serve as run

            run(settings_for(index), host=host, port=port)
