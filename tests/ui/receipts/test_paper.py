"""A receipt on paper: its code is read by our own scanner, nothing is cut off, and its PDF has one page."""

import re
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from clerk_app.domain.receipts import receipt_rows
from clerk_app.scanning.decoder import decode
from tests.domain.test_receipts import AROUND, SALE
from ui.receipts.paper import WIDTH_MM, CannotWritePdf, picture_of, write_pdf


def test_the_code_of_a_receipt_is_read_from_its_paper_and_nothing_is_cut_off(qtbot: QtBot) -> None:
    picture = picture_of(receipt_rows(SALE, AROUND, is_copy=True))

    grey = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    paper = np.ascontiguousarray(grey[:, : picture.width()])
    assert [code.text for code in decode(paper)] == ["RC1-7KQ3M-17"]
    down, across = np.nonzero(paper < 128)
    assert 0 < down.min() < down.max() < picture.height() - 1
    assert 0 < across.min() < across.max() < picture.width() - 1


def test_a_pdf_has_one_page_as_wide_as_the_roll_and_as_long_as_it_needs(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "receipt.pdf"

    write_pdf(file, receipt_rows(SALE, AROUND, is_copy=True))

    content = file.read_bytes()
    assert content.startswith(b"%PDF-")
    (box,) = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", content)
    wide, high = map(float, box)
    assert wide == pytest.approx(WIDTH_MM / 25.4 * 72, abs=1)
    assert high > wide


def test_where_no_file_can_be_written_it_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(CannotWritePdf):
        write_pdf(tmp_path / "nowhere" / "receipt.pdf", receipt_rows(SALE, AROUND))
