"""The bounds every file is held to before and while it is read: one table, named in every refusal.

They keep a small hostile file from taking the machine, and let a real annual report of 1,500 pages through.
"""

from __future__ import annotations

MAX_FILE_BYTES = 100 * 1024 * 1024
MAX_PAGES = 1500
MAX_CHARACTERS = 6_000_000
"""Characters of one report: 1,500 full pages of 4,000."""
MAX_UNZIPPED_BYTES = 300 * 1024 * 1024
MAX_ZIP_RATIO = 100
MAX_ZIP_FREE_BYTES = 1024 * 1024
"""A member of an archive may be compressed better than MAX_ZIP_RATIO up to this size: empty sheets are."""
MAX_ZIP_MEMBERS = 10_000
MAX_COLUMNS = 200
MAX_ROWS = 200_000
MAX_HTML_DEPTH = 500
CHILD_CPU_SECONDS = 120
CHILD_WALL_SECONDS = 120.0
CHILD_MEMORY_BYTES = 2 * 1024 * 1024 * 1024
