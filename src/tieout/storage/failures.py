"""An operating system error in the words of the person who has to act on it."""

from __future__ import annotations

import errno

from tieout.errors import StorageError

_CAUSES: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("no space left on the device", "Free some space and run the command again"),
    errno.EDQUOT: ("the disk quota is used up", "Free some space and run the command again"),
    errno.EIO: ("the device reported an input/output error", "Check the disk, then run the command again"),
    errno.EMFILE: ("too many open files in this process", "Raise the limit (`ulimit -n`) and run the command again"),
    errno.ENFILE: ("too many open files on this machine", "Close some programs and run the command again"),
    errno.EROFS: ("the file system is read-only", "Choose a writable folder with --index"),
    errno.EACCES: ("permission denied", "Give this user write access or choose another folder with --index"),
    errno.EPERM: ("operation not permitted", "Give this user write access or choose another folder with --index"),
}

SPACE_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT})
"""Error numbers that mean a full disk, whoever met them."""


DAMAGE_ERRORS = frozenset({errno.EIO, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.ENAMETOOLONG})
"""Error numbers that, met while reading, say something about the stored file and not about this process."""


def storage_error(error: OSError, doing: str, subject: str) -> StorageError:
    """The StorageError for ``error``, met while ``doing`` ("writing the index") to ``subject``."""
    cause, remedy = _CAUSES.get(error.errno or 0, (error.strerror or str(error), "Check the folder and run again"))
    return StorageError(f"{doing} failed: {cause}", subject=subject, remedy=remedy)
