"""One server: the web app at /, HTTP under /api, SPARQL at /sparql, MCP beside the app."""

from __future__ import annotations

import ipaddress
import os
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from tieout.errors import TieoutError, UsageError
from tieout.shells.options import warn

if TYPE_CHECKING:
    from fastapi import FastAPI

    from tieout.config import Settings

STOP_SECONDS = 3
"""How long open streams may hold up the end of the server: browsers and agents never close theirs by themselves."""
_LOCAL_NAMES = ["localhost", "127.0.0.1", "[::1]", "::1"]


def host_names(host: str, further: str = "") -> list[str]:
    """The Host headers that are answered: the loopback names, the address that is listened on, and further names.

    Args:
        host: the address to listen on.
        further: more names, separated by commas.

    Raises:
        UsageError: the address is for everybody; then the names must be given, since another site could otherwise make
            a visitor's browser speak to this one.
    """
    extra = [name.strip() for name in further.split(",") if name.strip()]
    if host in _LOCAL_NAMES:
        return [*_LOCAL_NAMES, *extra]
    try:
        everybody = ipaddress.ip_address(host).is_unspecified
    except ValueError:
        everybody = False
    if everybody and not extra:
        raise UsageError(
            "listening on all addresses needs the names it answers to",
            subject=host,
            remedy="Set TIEOUT_HOSTS=name,name or listen on one address",
        )
    return [*_LOCAL_NAMES, host, *extra]


def make_server(settings: Settings, *, host: str, port: int) -> FastAPI:
    """The whole application."""
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    import gradio as gr

    from tieout.library import Library
    from tieout.shells.http import create_app
    from tieout.shells.web import CSS, build

    library = Library(settings)
    app = create_app(library, host_names(host, settings.hosts))
    mounted = gr.mount_gradio_app(
        app,
        build(library),
        path="/",
        server_name=host,
        server_port=port,
        show_error=True,
        max_file_size=settings.max_file_mb * 1024 * 1024,
        mcp_server=True,
        ssr_mode=False,
        theme=gr.themes.Default(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
        css=CSS,
        footer_links=[],
    )
    return cast("FastAPI", mounted)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes a free one.

    Raises:
        TieoutError: the address is not this machine's, or the port is taken.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else "no such address"
        raise TieoutError(
            f"cannot listen ({why})", subject=f"{host}:{port}", remedy="Choose another with --host or --port"
        ) from error


def serve(settings: Settings, *, host: str, port: int) -> None:
    """Serve until interrupted; the address is told on standard error once it answers there."""
    import uvicorn

    host_names(host, settings.hosts)
    with listen(host, port) as listening:
        port = listening.getsockname()[1]
        app = make_server(settings, host=host, port=port)
        warn(f"tieout: http://{f'[{host}]' if ':' in host else host}:{port} (Ctrl-C stops)")
        config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=STOP_SECONDS)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
