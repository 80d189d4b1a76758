"""The HTTP interface: the same verbs and shapes as the command line, under /api, and a SPARQL endpoint.

Errors are JSON objects {"error": …}: 400 for a wrong call, 404 for what is not there, 503 for a busy or damaged index.
Answers carry headers that keep a browser from running or framing anything.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Query, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.middleware.trustedhost import TrustedHostMiddleware

from tieout.errors import IndexBusyError, IndexIntegrityError, QueryLimitError, TieoutError, UsageError
from tieout.library import Library
from tieout.shells import results, tables
from tieout.version import __version__

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'"
    ),
}
_ACCEPT = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/turtle": "ttl",
}
_MEDIA = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "ttl": "text/turtle",
    "table": "text/plain",
}

Names = Annotated[list[str] | None, Query()]


class AskBody(BaseModel):
    """The body of POST /api/ask."""

    model_config = ConfigDict(extra="ignore")
    question: str = Field(max_length=2000)
    id: str | None = None
    reports: list[str] | None = None
    organizations: list[str] | None = None
    previous: list[Annotated[str, Field(max_length=2000)]] | str = Field(default=[], max_length=2000)


class SearchBody(BaseModel):
    """The body of POST /api/search."""

    model_config = ConfigDict(extra="ignore")
    query: str = Field(max_length=2000)
    id: str | None = None
    k: int = Field(10, ge=1, le=100)
    reports: list[str] | None = None
    organizations: list[str] | None = None


class CompareBody(BaseModel):
    """The body of POST /api/compare."""

    model_config = ConfigDict(extra="ignore")
    framework: str | None = None
    clauses: list[str] | None = None
    metrics: list[str] | None = None
    reports: list[str] | None = None
    periods: list[str] | None = None


def status_of(error: TieoutError) -> int:
    """The HTTP status of an error."""
    if isinstance(error, UsageError) or error.exit_code == UsageError.exit_code:
        return 404 if "no such" in error.message else 400
    if isinstance(error, IndexBusyError | IndexIntegrityError | QueryLimitError):
        return 503
    return 400


def api(library: Library) -> APIRouter:
    """The routes over one library."""
    router = APIRouter(prefix="/api")

    @router.post("/ask")
    def ask(body: AskBody) -> dict[str, Any]:
        previous = [body.previous] if isinstance(body.previous, str) else body.previous
        return library.ask(
            body.question, id=body.id, reports=body.reports, organizations=body.organizations, previous=previous
        )

    @router.post("/search")
    def search(body: SearchBody) -> dict[str, Any]:
        hits = library.search(body.query, k=body.k, reports=body.reports, organizations=body.organizations)
        return {"id": body.id, "query": body.query, "hits": hits}

    @router.post("/compare")
    def compare(body: CompareBody) -> dict[str, Any]:
        return library.compare(
            framework=body.framework, clauses=body.clauses, metrics=body.metrics, reports=body.reports,
            periods=body.periods,
        )  # fmt: skip

    @router.get("/reports")
    def reports() -> list[dict[str, str]]:
        return [record.row() for record in library.reports()]

    @router.get("/pages")
    def pages(report: str, page: int | None = None) -> list[dict[str, Any]]:
        return [{"report": report, "page": n, "text": text} for n, text in library.pages(report, page)]

    @router.get("/observations")
    def observations(report: Names = None, metric: Names = None, missing: bool = False) -> list[dict[str, str]]:
        return tables.observation_rows(library.observations(reports=report, metrics=metric, missing=missing))

    @router.get("/clauses")
    def clauses(report: Names = None, framework: str | None = None) -> list[dict[str, str]]:
        return tables.clause_rows(library.clauses(reports=report, framework=framework))

    @router.get("/entities")
    def entities(report: Names = None, kind: Names = None) -> list[dict[str, str]]:
        return tables.entity_rows(library.entities(reports=report, kinds=kind))

    @router.get("/findings")
    def findings(report: str | None = None) -> list[dict[str, Any]]:
        return library.audit(report)

    @router.get("/status")
    def status() -> dict[str, Any]:
        return library.status()

    @router.get("/queries")
    def queries() -> list[dict[str, Any]]:
        return library.queries()

    return router


def sparql_endpoint(library: Library) -> APIRouter:
    """The SPARQL 1.1 Protocol's query operation at /sparql: GET, POST of a form, POST of the query itself."""
    router = APIRouter()

    def run(query: str, accept: str) -> Response:
        answer = library.sparql(query)
        asked = next(
            (_ACCEPT[part] for part in (p.split(";")[0].strip() for p in accept.split(",")) if part in _ACCEPT), ""
        )
        form = asked or ("ttl" if answer.kind == "graph" else "json")
        if answer.kind == "graph" and form != "ttl":
            form = "ttl"
        elif answer.kind != "graph" and form == "ttl":
            form = "json"
        return Response(results.render(answer, form), media_type=_MEDIA[form])

    @router.get("/sparql")
    def get(request: Request, query: str = "") -> Response:
        return run(query, request.headers.get("accept", ""))

    @router.post("/sparql")
    async def post(request: Request) -> Response:
        from starlette.concurrency import run_in_threadpool

        kind = request.headers.get("content-type", "").split(";")[0].strip()
        if kind == "application/sparql-query":
            query = (await request.body()).decode("utf-8", errors="replace")
        elif kind == "application/x-www-form-urlencoded":
            form = await request.form()
            if "update" in form:
                raise UsageError("updates are never run")
            query = str(form.get("query", ""))
        else:
            return JSONResponse({"error": f"content type {kind or 'missing'} is not understood"}, status_code=415)
        return await run_in_threadpool(run, query, request.headers.get("accept", ""))

    return router


def create_app(library: Library, hosts: list[str]) -> FastAPI:
    """The HTTP application: routes, error answers, security headers, and only the given host names."""
    app = FastAPI(title="Tieout", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.include_router(api(library))
    app.include_router(sparql_endpoint(library))

    @app.exception_handler(TieoutError)
    async def told(_request: Request, error: Exception) -> Response:
        code = status_of(error) if isinstance(error, TieoutError) else 500
        return JSONResponse({"error": str(error)}, status_code=code)

    @app.get("/healthz", response_class=PlainTextResponse)
    def healthz() -> str:
        return "ok"

    @app.middleware("http")
    async def secured(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await call_next(request)
        for name, value in SECURITY_HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    app.add_middleware(TrustedHostMiddleware, allowed_hosts=hosts)
    return app
