"""The number of a receipt: the branch, a short name of the till, and a number that goes on by one."""

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from clerk_app.domain.orders import BranchNo

_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none looks like another
_TILL_LENGTH: Final = 5
_SHAPE: Final = re.compile(rf"(?:RC)?([0-9]{{1,5}})-([{_LETTERS}]{{{_TILL_LENGTH}}})-([1-9][0-9]{{0,9}})")
_REPORT_SHAPE: Final = re.compile(rf"([0-9]{{1,5}})-([{_LETTERS}]{{{_TILL_LENGTH}}})-Z([1-9][0-9]{{0,9}})")
_PREFIX: Final = "RC"


@dataclass(frozen=True, slots=True)
class ReceiptNo:
    branch: BranchNo
    till: str
    number: int

    def __str__(self) -> str:
        return f"{self.branch}-{self.till}-{self.number}"


def short_till(till: str) -> str:
    """A till's id in five characters: the same for ever, and with 33 million of them no two of a branch share one."""
    value = int.from_bytes(hashlib.sha256(till.encode()).digest()[:8])
    letters = ""
    for _ in range(_TILL_LENGTH):
        value, place = divmod(value, len(_LETTERS))
        letters += _LETTERS[place]
    return letters


def printed(receipt: ReceiptNo) -> str:
    """What the code on the receipt says."""
    return f"{_PREFIX}{receipt}"


def read_receipt(text: str) -> ReceiptNo | None:
    """A receipt's code as it is scanned, or its number as it is typed, also in small letters."""
    if not text.isascii():
        return None
    found = _SHAPE.fullmatch(text.strip().upper())
    return ReceiptNo(BranchNo(int(found[1])), found[2], int(found[3])) if found else None


_SLIP: Final = re.compile(rf"([0-9]{{1,5}})-([{_LETTERS}]{{{_TILL_LENGTH}}})-R([1-9][0-9]{{0,9}})")


@dataclass(frozen=True, slots=True)
class SlipNo:
    """The number of a return's slip: a series of its own, beside the receipts of the same till."""

    branch: BranchNo
    till: str
    number: int

    def __str__(self) -> str:
        return f"{self.branch}-{self.till}-R{self.number}"


def read_slip(text: str) -> SlipNo | None:
    found = _SLIP.fullmatch(text)
    return SlipNo(BranchNo(int(found[1])), found[2], int(found[3])) if found else None


@dataclass(frozen=True, slots=True)
class ReportNo:
    """The number of a day's report. It goes on by one at each till, as that of its receipts does."""

    branch: BranchNo
    till: str
    number: int

    def __str__(self) -> str:
        return f"{self.branch}-{self.till}-Z{self.number}"


def read_report(text: str) -> ReportNo | None:
    found = _REPORT_SHAPE.fullmatch(text.strip().upper()) if text.isascii() else None
    return ReportNo(BranchNo(int(found[1])), found[2], int(found[3])) if found else None
