"""The bundle as a ZIP file: written with the same bytes for the same content, read as the hostile input it may be.

The archive's comment is the SHA-256 of every byte before it, so that no byte can change unseen, padding included.
Reading trusts nothing: the number of members, their names, sizes and ratios are bounded before anything is unpacked,
each member must be as this module writes it, and members must lie one behind the other with nothing before, between or
after them, so that no two programs can see different contents in one file.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

from tieout.errors import SourceError
from tieout.storage.sealed import BrokenSealError, seal, sha256, unseal

MANIFEST = "MANIFEST.json"
MAX_FILE_BYTES = 1 << 30
MAX_MEMBERS = 10_000
MAX_UNZIPPED_BYTES = 1 << 30
MAX_RATIO = 200
FREE_BYTES = 1 << 20
"""A member may be compressed better than MAX_RATIO up to this size."""
MAX_NAME = 240

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_UNIX = 3
_LOCAL_HEADER, _CENTRAL_HEADER, _END_RECORD = 30, 46, 22
_DIGEST = 64
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def write_archive(facts: Mapping[str, object], members: Mapping[str, bytes]) -> bytes:
    """The archive's bytes: members in order of name, then listed with size and SHA-256 in a sealed manifest.

    Args:
        facts: what the manifest says beside the files; JSON values.
        members: each file's bytes by name.

    Raises:
        SourceError: more or larger than a reader would accept.
    """
    listed = {name: {"size": len(data), "sha256": sha256(data)} for name, data in sorted(members.items())}
    manifest = seal({**facts, "files": listed})  # type: ignore[dict-item]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = b"0" * _DIGEST
        for name, data in sorted({**members, MANIFEST: manifest}.items()):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr, info.compress_type = _UNIX, _MODE, zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)
    data = with_digest(out.getvalue())
    _check_bounds(archive.infolist(), len(data), "the bundle")
    return data


def with_digest(data: bytes) -> bytes:
    """An archive whose comment of 64 characters is filled with the SHA-256 of what stands before it."""
    return data[:-_DIGEST] + sha256(data[:-_DIGEST]).encode()


def read_archive(data: bytes, name: str) -> dict[str, bytes]:
    """Every member's bytes by name, each unpacked within the limits.

    Raises:
        SourceError: no archive of ours: damaged, hostile, or put together by another program.
    """
    if with_digest(data) != data:
        raise SourceError("altered, truncated, or no bundle: its bytes do not match its own digest", subject=name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except _FAULTS as error:
        raise SourceError("not a readable archive: damaged or truncated", subject=name) from error
    _check_bounds(infos, len(data), name)
    _check_layout(archive, infos, len(data), name)
    members: dict[str, bytes] = {}
    for info in infos:
        try:
            with archive.open(info) as stream:
                content = stream.read(info.file_size + 1)
        except _FAULTS as error:
            raise SourceError(f"member {info.filename} is damaged", subject=name) from error
        if len(content) != info.file_size:
            raise SourceError(f"member {info.filename} has another size than the archive says", subject=name)
        members[info.filename] = content
    return members


def _check_bounds(infos: Sequence[zipfile.ZipInfo], size: int, name: str) -> None:
    if size > MAX_FILE_BYTES:
        raise SourceError(f"{size} bytes, the limit is {MAX_FILE_BYTES}", subject=name)
    if len(infos) > MAX_MEMBERS:
        raise SourceError(f"{len(infos)} files, the limit is {MAX_MEMBERS}", subject=name)
    if sum(info.file_size for info in infos) > MAX_UNZIPPED_BYTES:
        raise SourceError(f"more than {MAX_UNZIPPED_BYTES} bytes unpacked", subject=name)
    for info in infos:
        if info.file_size > FREE_BYTES and info.file_size > MAX_RATIO * max(1, info.compress_size):
            raise SourceError(f"member {info.filename!r} is compressed more than {MAX_RATIO}:1", subject=name)


def _check_layout(archive: zipfile.ZipFile, infos: Sequence[zipfile.ZipInfo], size: int, name: str) -> None:
    names = [info.filename for info in infos]
    for member in names:
        if len(member) > MAX_NAME or not _NAME.fullmatch(member):
            raise SourceError(f"a member is called {member[:MAX_NAME]!r}, as no file of a bundle is", subject=name)
    if len({member.casefold() for member in names}) != len(names):
        raise SourceError("two members have the same name", subject=name)
    at = 0
    for info in infos:
        plain = (info.date_time, info.create_system, info.external_attr, info.flag_bits, info.extra, info.comment)
        if (
            plain != (_EPOCH, _UNIX, _MODE, 0, b"", b"")
            or info.compress_type != zipfile.ZIP_DEFLATED
            or info.orig_filename != info.filename  # zipfile cuts a name at a NUL
            or info.header_offset != at
        ):
            raise SourceError(f"member {info.filename} is not as tieout bundle writes it", subject=name)
        at += _LOCAL_HEADER + len(info.filename) + info.compress_size
    end = at + sum(_CENTRAL_HEADER + len(member) for member in names) + _END_RECORD + _DIGEST
    if at != archive.start_dir or len(archive.comment) != _DIGEST or end != size:
        raise SourceError("the archive holds bytes that belong to no file", subject=name)


def read_manifest(members: Mapping[str, bytes]) -> dict[str, object]:
    """What the manifest says, its own seal checked.

    Raises:
        BrokenSealError: it is missing or altered.
    """
    if MANIFEST not in members:
        msg = f"{MANIFEST} is missing"
        raise BrokenSealError(msg)
    return unseal(members[MANIFEST])


def altered(manifest: Mapping[str, object], members: Mapping[str, bytes]) -> list[str]:
    """How the files differ from the manifest, one line a file; empty where they do not."""
    listed = manifest.get("files")
    if not isinstance(listed, dict):
        return ["the manifest lists no files"]
    found = [f"{name} is missing" for name in sorted(listed.keys() - members.keys())]
    found += [f"{name} is not listed" for name in sorted(members.keys() - listed.keys() - {MANIFEST})]
    for name in sorted(listed.keys() & members.keys()):
        if listed[name] != {"size": len(members[name]), "sha256": sha256(members[name])}:
            found.append(f"{name} is altered: its SHA-256 is not the one recorded")
    return found
