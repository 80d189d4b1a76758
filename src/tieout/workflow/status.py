"""The state of an index: versions, model, counts, integrity."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from tieout.version import __version__

if TYPE_CHECKING:
    from tieout.config import Settings
    from tieout.storage.generations import IndexFolder

_TOLD = ("faiss-cpu", "onnxruntime", "pyoxigraph", "rdflib", "pypdfium2", "gradio")


def status(folder: IndexFolder, settings: Settings) -> dict[str, Any]:
    """Facts for the status page; every digest of every kept generation is checked on the way."""
    checked = folder.verify()
    current = folder.current_number()
    facts: dict[str, Any] = {
        "tieout": __version__,
        "index": str(settings.index),
        "generation": current,
        "reports": 0,
        "libraries": {name: version(name) for name in _TOLD},
        "integrity": {
            "sound": not checked.problems,
            "problems": list(checked.problems),
            "kept generations": list(checked.generations),
            "log entries": checked.log.lines,
        },
    }
    if current:
        generation = folder.current()
        if generation is not None:
            with generation:
                told = generation.manifest.facts
                facts |= {key: told[key] for key in ("reports", "chunks", "encoder", "dimension") if key in told}
                if generation.warning:
                    facts["warning"] = generation.warning
    return facts
