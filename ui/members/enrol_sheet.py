"""The sheet that enrols: name, phone, what may be sent, and the consent that is read to the customer."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from clerk_app.desk.enrolment import Draft
from clerk_app.domain.codes import MemberCard
from clerk_app.domain.enrolment import NAME_MAX
from clerk_app.domain.members import WhyNotEnrolled
from ui.members.notes import WHY_NOT_ENROLLED
from ui.members.presenter import MembersPresenter
from ui.members.words import WAYS
from ui.messages import Text, say
from ui.theme import State
from ui.widgets.check_box import CheckBox
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label
from ui.widgets.sheet import Sheet
from ui.widgets.state_glyph import StateGlyph

_FIELD_MAX = 40


class EnrolSheet(Sheet):
    """It keeps nothing: what was typed goes with it."""

    def __init__(self, host: QWidget, presenter: MembersPresenter) -> None:
        super().__init__(host, icon="member", title=say(Text.EN_TITLE), text=say(Text.EN_TEXT), width_px=640)
        self._presenter = presenter
        self.name, self.phone, self.born, self.card = (QLineEdit() for _ in range(4))
        self.name.setMaxLength(NAME_MAX)
        for field in (self.phone, self.born, self.card):
            field.setMaxLength(_FIELD_MAX)
        self.ways = {way: CheckBox(say(words)) for way, words in WAYS.items()}
        self.agreed = CheckBox(say(Text.EN_AGREED))
        self._glyph, self.why = StateGlyph(size_px=18), label(ink="ink-2", wrap=True)
        self.back = KeyButton(say(Text.BACK), key="Escape")
        self.verb = KeyButton(say(Text.EN_VERB), icon="check", key="Ctrl+Return", variant=Variant.PRIMARY)
        self._fill()
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self._enrol)
        self._tell(None)

    def _fill(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields = {
            Text.EN_NAME: self.name,
            Text.EN_PHONE: self.phone,
            Text.EN_BORN: self.born,
            Text.EN_CARD: self.card,
        }
        pairs = list(fields.items())
        for first, second in (pairs[:2], pairs[2:]):
            form.addRow(_beside(first, second))
        ways = QHBoxLayout()
        ways.setSpacing(18)
        ways.addWidget(label(say(Text.EN_CONTACT), ink="ink-2"))
        for box in self.ways.values():
            ways.addWidget(box)
        ways.addStretch(1)
        why = QHBoxLayout()
        why.setSpacing(10)
        why.addWidget(self._glyph)
        why.addWidget(self.why, 1)
        self.content.addLayout(form)
        self.content.addLayout(ways)
        self.content.addWidget(label(say(Text.EN_CONSENT_WHY), size="caption", ink="ink-2"))
        self.content.addWidget(label(say(Text.EN_CONSENT), wrap=True))
        self.content.addWidget(self.agreed)
        self.content.addLayout(why)
        self.add_button(self.back)
        self.add_button(self.verb)

    def open_form(self) -> None:
        self.open_sheet(self.name)

    def scan(self, scanned: object) -> bool:
        """A card from the pile."""
        if not isinstance(scanned, MemberCard):
            return False
        self.card.setText(scanned.number)
        return True

    @property
    def draft(self) -> Draft:
        return Draft(
            name=self.name.text(),
            phone=self.phone.text(),
            agreed=self.agreed.isChecked(),
            contact=frozenset(way for way, box in self.ways.items() if box.isChecked()),
            child_born=self.born.text().strip(),
            card=self.card.text().strip(),
        )

    @Slot()
    def _enrol(self) -> None:
        draft = self.draft
        reason = self._presenter.why_not(draft)
        if reason is None and self._presenter.enrol(draft):
            self.close_sheet()
            self._forget()
            return
        self._tell(reason)

    def dismiss(self) -> None:
        super().dismiss()
        self._forget()

    def _forget(self) -> None:
        for field in (self.name, self.phone, self.born, self.card):
            field.clear()

    def _tell(self, reason: WhyNotEnrolled | None) -> None:
        self._glyph.display(State.ATTENTION if reason else None)
        self._glyph.setVisible(reason is not None)
        self.why.setVisible(reason is not None)
        self.why.setText(say(WHY_NOT_ENROLLED[reason]) if reason else "")
        places = {
            WhyNotEnrolled.NAME_NEEDED: self.name,
            WhyNotEnrolled.PHONE_NOT_VALID: self.phone,
            WhyNotEnrolled.BORN_NOT_VALID: self.born,
            WhyNotEnrolled.CARD_NOT_VALID: self.card,
            WhyNotEnrolled.CONSENT_NEEDED: self.agreed,
        }
        if reason is not None and reason in places:
            places[reason].setFocus(Qt.FocusReason.OtherFocusReason)


def _beside(first: tuple[Text, QLineEdit], second: tuple[Text, QLineEdit]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(14)
    for words, field in (first, second):
        box = QFormLayout()
        box.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        box.setSpacing(4)
        box.addRow(label(say(words), size="caption", ink="ink-2", wrap=True), field)
        field.setAccessibleName(say(words))
        row.addLayout(box, 1)
    return row
