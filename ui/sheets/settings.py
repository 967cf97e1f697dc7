"""What a person may set on this till: colours, text size, language, camera, sound."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.language import languages
from ui.messages import Text, say
from ui.preferences import TEXT_SCALES, VOLUMES, Preferences
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label
from ui.widgets.segmented import Choice, Segmented
from ui.widgets.sheet import Sheet

NO_CAMERA = "none"


class SettingsSheet(Sheet):
    """
    Signals:
        changed: the Preferences as they should be from now on.
        unpair_wanted: a manager wants this computer to be no till any more.
    """

    changed = Signal(Preferences)
    unpair_wanted = Signal()

    def __init__(self, host: QWidget, preferences: Preferences, *, may_unpair: bool | None = None) -> None:
        """`may_unpair` is None where there is no till that could be taken out of use."""
        super().__init__(host, icon="settings", width_px=620)
        self._preferences, self._may_unpair = preferences, may_unpair
        self.unpair: KeyButton | None = None
        self._close = KeyButton(key="Escape")
        self._close.clicked.connect(self._finish)
        self.dismissed.connect(self._finish)
        self.add_button(self._close)
        self._say()

    def _say(self) -> None:
        """Build the questions in the language that is on now."""
        self.display(title=say(Text.SETTINGS), text=say(Text.SET_REMEMBERED))
        self._close.setText(say(Text.CLOSE))
        while (item := self.content.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        preferences = self._preferences
        themes = (("light", Text.SET_LIGHT), ("dark", Text.SET_DARK), ("system", Text.SET_SYSTEM))
        scales = tuple(Choice(str(scale), f"{scale:.0%}") for scale in TEXT_SCALES)
        volumes = (Text.SET_SOUND_OFF, Text.SET_SOUND_LOW, Text.SET_SOUND_FULL)
        sounds = tuple(Choice(str(v), say(text)) for v, text in zip(VOLUMES, volumes, strict=True))
        tongues = tuple(Choice(tag, name) for tag, name in languages().items())
        self._add(Text.SET_THEME, tuple(Choice(theme, say(text)) for theme, text in themes), "theme", preferences.theme)
        self._add(Text.SET_TEXT, scales, "text_scale", str(preferences.text_scale))
        self._tongues = self._add(Text.SET_LANGUAGE, tongues, "language", preferences.language)
        self._add(Text.SET_SOUND, sounds, "volume", str(preferences.volume))
        self._add_camera()
        if self._may_unpair is not None:
            self._add_unpair(allowed=self._may_unpair)

    def _add(self, title: Text, choices: tuple[Choice, ...], name: str, selected: str) -> Segmented:
        segmented = Segmented()
        segmented.display(choices, selected=selected)
        segmented.setAccessibleName(say(title))
        segmented.chosen.connect(partial(self._choose, name))
        self.content.addWidget(label(say(title), bold=True))
        self.content.addWidget(segmented)
        return segmented

    def _add_camera(self) -> None:
        self._camera = QLineEdit(_camera_words(self._preferences.camera), maxLength=400)
        self._no_camera = say(Text.SET_CAMERA_NONE)
        self._camera.setAccessibleName(say(Text.SET_CAMERA))
        self._camera.setPlaceholderText(say(Text.SET_CAMERA_HINT))
        self.content.addWidget(label(say(Text.SET_CAMERA), bold=True))
        self.content.addWidget(self._camera)

    def _add_unpair(self, *, allowed: bool) -> None:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.unpair = KeyButton(say(Text.UNPAIR), icon="x", key="F8", variant=Variant.SECONDARY)
        self.unpair.setEnabled(allowed)
        self.unpair.clicked.connect(self._want_unpair)
        layout.addWidget(self.unpair)
        layout.addWidget(label("" if allowed else say(Text.UNPAIR_ONLY), size="caption", ink="ink-2", wrap=True), 1)
        self.content.addWidget(row)

    @Slot()
    def _want_unpair(self) -> None:
        self._finish()
        self.unpair_wanted.emit()

    def _choose(self, name: str, choice: str) -> None:
        number = name in ("text_scale", "volume")
        self._preferences = replace(self._preferences, **{name: float(choice) if number else choice})
        self.changed.emit(self._preferences)
        if name == "language":
            typed, none = self._camera.text(), self._no_camera
            self._say()
            self._camera.setText(self._no_camera if typed == none else typed)
            self._tongues.take_focus()

    def _finish(self) -> None:
        typed = self._camera.text().strip()
        camera = NO_CAMERA if typed == self._no_camera else typed or "0"
        if camera != self._preferences.camera:
            self._choose("camera", camera)
        self.close_sheet()
        self.deleteLater()


def _camera_words(camera: str) -> str:
    return say(Text.SET_CAMERA_NONE) if camera == NO_CAMERA else camera
