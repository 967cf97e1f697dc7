"""What one row of the check list shows."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap


@dataclass(frozen=True, slots=True)
class CheckRow:
    """`ticked` of `quantity` pieces are counted out. `stepper` shows − and + for partial quantities.

    `trouble` marks a row that was refused (wrong article, gone); its word then says why.
    """

    id: str
    name: str
    subtitle: str = ""
    quantity: int = 1
    ticked: int = 0
    icon: str = "parcel"
    picture: QPixmap | None = None
    place: str = ""
    place_note: str = ""
    price: str = ""
    word: str = ""
    stepper: bool = False
    enabled: bool = True
    trouble: bool = False

    @property
    def check_state(self) -> Qt.CheckState:
        if self.ticked >= self.quantity:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if self.ticked else Qt.CheckState.Unchecked
