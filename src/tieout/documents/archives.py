"""Office files are ZIP archives: their sizes are checked from the directory and again while they are unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from tieout.documents.limits import MAX_UNZIPPED_BYTES, MAX_ZIP_FREE_BYTES, MAX_ZIP_MEMBERS, MAX_ZIP_RATIO
from tieout.errors import SourceError

_STEP = 1024 * 1024


def checked_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive, after every member was unpacked once within the limits.

    Raises:
        SourceError: damaged, encrypted, too large when unpacked, or compressed beyond belief.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error) as error:
        raise SourceError("the file is damaged or truncated: not a readable archive", subject=name) from error
    if len(members) > MAX_ZIP_MEMBERS:
        raise SourceError(f"{len(members)} archive members, the limit is {MAX_ZIP_MEMBERS}", subject=name)
    _refuse_bomb(sum(m.file_size for m in members), sum(m.compress_size for m in members), name)
    total = 0
    for member in members:
        if member.flag_bits & 1:
            raise SourceError("the file is encrypted", subject=name, remedy="Save it without a password")
        try:
            with archive.open(member) as stream:
                size = 0
                while block := stream.read(_STEP):
                    size += len(block)
                    _refuse_bomb(size, member.compress_size, name)
                    if total + size > MAX_UNZIPPED_BYTES:
                        raise SourceError(f"more than {MAX_UNZIPPED_BYTES} bytes unpacked", subject=name)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            OSError,
            RuntimeError,
            ValueError,
            struct.error,
        ) as error:
            raise SourceError(f"the file is damaged: archive member {member.filename!r}", subject=name) from error
        total += size
    return archive


def _refuse_bomb(unpacked: int, packed: int, name: str) -> None:
    if unpacked > MAX_UNZIPPED_BYTES:
        raise SourceError(f"{unpacked} bytes unpacked, the limit is {MAX_UNZIPPED_BYTES}", subject=name)
    if unpacked > MAX_ZIP_FREE_BYTES and unpacked > MAX_ZIP_RATIO * max(1, packed):
        raise SourceError(f"compressed more than {MAX_ZIP_RATIO}:1, as archive bombs are", subject=name)
