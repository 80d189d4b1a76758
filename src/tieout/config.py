"""One frozen ``Settings``: read by the shells, passed down as arguments, never global.

Sources, later ones win: the defaults, ``tieout.toml`` (or ``--config FILE``), ``TIEOUT_<NAME>`` in the environment,
arguments. An unknown key is an error, so that a misspelt setting never goes unnoticed.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from tieout.errors import UsageError


def ontology_folder() -> Path:
    """The ontology's folder: inside the installed package, or the checkout's top level in an editable install."""
    package = Path(__file__).resolve().parent
    packed = package / "ontology"
    return packed if packed.is_dir() else package.parents[1] / "ontology"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set, with defaults that work offline.

    Args:
        index: the index folder.
        ontology: the ontology's folder.
        encoder: "minilm" (weights from the installed package, on ONNX Runtime) or the name or path of any
            SentenceTransformer.
        encoder_threads: threads for encoding; 0 lets the runtime choose.
        query_seconds: deadline of a foreign SPARQL query.
        query_rows: row cap of a foreign SPARQL query.
        max_file_mb: largest file read as a report.
        max_pages: most pages read from one report.
        pdf_password: password tried on encrypted PDF files.
        hosts: further names, separated by commas, that the server answers to when it listens beyond this machine.
        llm_url: base address of an OpenAI-compatible server that may word answers; empty for none.
        llm_model: the model's name there.
    """

    index: Path = Path("index")
    ontology: Path = field(default_factory=ontology_folder)
    encoder: str = "minilm"
    encoder_threads: int = 0
    query_seconds: float = 5.0
    query_rows: int = 1000
    max_file_mb: int = 100
    max_pages: int = 1500
    pdf_password: str = ""
    hosts: str = ""
    llm_url: str = ""
    llm_model: str = ""

    def __post_init__(self) -> None:
        """Folders may be given as text."""
        for name in ("index", "ontology"):
            object.__setattr__(self, name, Path(getattr(self, name)))

    def with_values(self, values: Mapping[str, object], *, where: str) -> Settings:
        """A copy with ``values`` laid over; ``where`` names their source in an error."""
        known = {f.name: f.type for f in fields(self)}
        changed: dict[str, object] = {}
        for key, value in values.items():
            if key not in known:
                raise UsageError(
                    f"unknown setting {key!r}", subject=where, remedy=f"Known settings: {', '.join(sorted(known))}"
                )
            default = getattr(self, key)
            try:
                changed[key] = type(default)(value) if not isinstance(default, Path) else Path(str(value))
            except (TypeError, ValueError) as error:
                raise UsageError(
                    f"setting {key!r} cannot be {value!r}", subject=where, remedy=f"Give a {type(default).__name__}"
                ) from error
        return replace(self, **changed)  # type: ignore[arg-type]


def load_settings(file: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from a TOML file and the environment.

    Args:
        file: a settings file; None reads ``tieout.toml`` in the working folder where there is one.
        environment: the variables to read; None takes the process's own.

    Raises:
        UsageError: the file is missing or malformed, or a key is unknown.
    """
    settings = Settings()
    path = file if file is not None else Path("tieout.toml")
    if path.is_file():
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"not a valid settings file: {error}", subject=str(path)) from error
        settings = settings.with_values(table, where=str(path))
    elif file is not None:
        raise UsageError("no such settings file", subject=str(file))
    env = os.environ if environment is None else environment
    prefix = "TIEOUT_"
    given = {k.removeprefix(prefix).lower(): v for k, v in sorted(env.items()) if k.startswith(prefix)}
    return settings.with_values(given, where="environment")
