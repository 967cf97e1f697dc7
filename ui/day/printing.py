"""Printing the papers of a day: into PDFs beside the till's files."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontInfo

from clerk_app.desk.day import DayShown
from clerk_app.desk.day_papers import closing_paper, day_paper
from clerk_app.desk.drawer import ClosedDay
from clerk_app.domain.receipts import Row
from clerk_app.till import Till
from ui.receipts.paper import CannotWritePdf, write_pdf
from ui.theme import current

__all__ = ["CannotWritePdf", "print_closing", "print_day"]

FOLDER: Final = "reports"


def print_closing(till: Till, closed: ClosedDay, *, is_copy: bool = False) -> Callable[[], Path]:
    """What writes the report of a closed day and returns its file; for a background thread."""
    name = f"{closed.closed.report_no}{'-copy' if is_copy else ''}"
    return _writer(till, name, closing_paper(till, closed, is_copy=is_copy))


def print_day(
    till: Till, shown: DayShown, *, clerk: str, source: str, names: Mapping[str, Mapping[str, str]]
) -> Callable[[], Path]:
    """The same with the figures as they stand: a later one of the day takes its place."""
    name = f"day-{shown.report.figures.day.isoformat()}{'-own' if shown.report.is_own else ''}"
    return _writer(till, name, day_paper(till, shown, clerk=clerk, source=source, names=names))


def _writer(till: Till, name: str, rows: tuple[Row, ...]) -> Callable[[], Path]:
    file = till.folder / FOLDER / f"{name}.pdf"
    family = QFontInfo(current().font("body")).family()

    def write() -> Path:
        file.parent.mkdir(exist_ok=True)
        write_pdf(file, rows, family=family)
        return file

    return write
