"""Whose basket it is, in the head of the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.basket.screen import MemberChip
from ui.messages import Text, say
from ui.widgets.avatar import Avatar
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import Badge, ElidedLabel, label


class MemberRow(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar(size_px=28)
        self.name = ElidedLabel(bold=True)
        self._tier = Badge(tone="accent")
        self._note = label(size="caption", ink="ink-3")
        self.drop = KeyButton(icon="x", key="Ctrl+M", variant=Variant.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._avatar, self.name, self._tier, self._note, self.drop):
            row.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def display(self, member: MemberChip | None) -> None:
        self.setVisible(member is not None)
        if member is None:
            return
        self._avatar.display(member.name)
        self.name.setText(member.name)
        self._tier.display(member.tier, tone="accent")
        self._note.setText(member.note)
        self._note.setVisible(bool(member.note))
        self.drop.setAccessibleName(say(Text.B_MEMBER_DROP))
        self.drop.setToolTip(say(Text.B_MEMBER_DROP))
        self.setAccessibleName(" ".join(part for part in (member.name, member.tier, member.note) if part))
