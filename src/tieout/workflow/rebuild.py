"""What a rebuild would change: everything is read again into a scratch index and held against what is there."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.errors import UsageError
from tieout.storage.generations import IndexFolder
from tieout.vectors.encoder import open_encoder
from tieout.workflow.prepare import Preparer, Progress
from tieout.workflow.publish import Publisher

if TYPE_CHECKING:
    from tieout.config import Settings


def differences(settings: Settings, folder: IndexFolder, progress: Progress) -> list[str]:
    """Names of files that a rebuild would write otherwise, add or leave out; empty where nothing differs."""
    manifest = folder.newest_manifest()
    if manifest is None:
        raise UsageError("there is nothing to rebuild", remedy="Run tieout ingest first")
    with tempfile.TemporaryDirectory(prefix="tieout-check-") as scratch:
        elsewhere = IndexFolder(Path(scratch))
        encoder = open_encoder(settings.encoder, settings.encoder_threads)
        preparer = Preparer(replace(settings, index=Path(scratch)), encoder, progress)
        Publisher(elsewhere, preparer, now="").rebuild_from(folder)
        fresh = elsewhere.newest_manifest()
    old, new = dict(manifest.files), dict(fresh.files) if fresh else {}
    return sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
