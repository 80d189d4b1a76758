"""Grids: tables whose cells are known (CSV, XLSX, HTML, DOCX, ruled PDF tables) become observations, cell by cell.

``cells`` reads one cell, ``layout`` says what each row and column is, ``outline`` follows the row headings downwards,
``units`` finds the unit that holds for a cell, ``observe`` puts the figures together.
"""

from tieout.extract.grids.observe import extract_grid_observations

__all__ = ["extract_grid_observations"]
