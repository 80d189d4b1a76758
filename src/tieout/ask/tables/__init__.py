"""Questions over printed tables: cells chosen by row and column, then computed with."""
