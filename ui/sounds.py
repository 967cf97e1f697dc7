"""What the till says without words: a sound for each outcome, each with its own volume, none the only carrier."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, QUrl

from ui.resources import RESOURCES
from ui.theme import State, tokens

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

CHIME_PAUSE_MS = 60_000


class Sound(StrEnum):
    """The file names in resources/sounds without their ending."""

    ACCEPT = "accept"
    ACCEPT_SOFT = "accept-soft"
    REJECT = "reject"
    ATTENTION = "attention"
    ORDER_CHIME = "order-chime"
    CLICK = "click"
    REFUSED_COLLECTED = "refused-collected"
    REFUSED_BRANCH = "refused-branch"
    REFUSED_NOT_READY = "refused-not-ready"
    REFUSED_OVERDUE = "refused-overdue"
    REFUSED_CANCELLED = "refused-cancelled"
    REFUSED_REJECTED = "refused-rejected"
    REFUSED_SENT = "refused-sent"
    REFUSED_UNKNOWN_ORDER = "refused-unknown-order"
    REFUSED_UNKNOWN_CODE = "refused-unknown-code"
    REFUSED_TRIES = "refused-tries"
    REFUSED_GARBLED = "refused-garbled"
    REFUSED_NEWER = "refused-newer"
    REFUSED_KEY = "refused-key"
    REFUSED_FORGED = "refused-forged"
    REFUSED_WITHDRAWN = "refused-withdrawn"
    REFUSED_SUPERSEDED = "refused-superseded"
    REFUSED_EXPIRED = "refused-expired"
    REFUSED_EARLY = "refused-early"


class Sounds(QObject):
    """Plays sounds; without an audio device it is silent and says nothing about it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volumes = dict.fromkeys(Sound, 0.8)
        self._effects: dict[Sound, QSoundEffect] = {}
        self._chime_pause = QTimer(self)
        self._chime_pause.setSingleShot(True)
        self._chime_pause.setInterval(CHIME_PAUSE_MS)

    def prepare(self) -> None:
        """Load all sounds, so that the first one is not late; call when the window is up. Without it nothing sounds."""
        if self._effects or not _has_audio_device():
            return
        from PySide6.QtMultimedia import QSoundEffect

        for sound in Sound:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(RESOURCES / "sounds" / f"{sound}.wav")))
            effect.setVolume(self._volumes[sound])
            self._effects[sound] = effect

    def set_volume(self, sound: Sound, volume: float) -> None:
        """`volume` is 0 (off) to 1."""
        self._volumes[sound] = max(0.0, min(volume, 1.0))
        if sound in self._effects:
            self._effects[sound].setVolume(self._volumes[sound])

    def volume(self, sound: Sound) -> float:
        return self._volumes[sound]

    def play(self, sound: Sound) -> bool:
        """Play it and return whether it could be heard; the chime sounds at most once a minute."""
        if sound is Sound.ORDER_CHIME:
            if self._chime_pause.isActive():
                return False
            self._chime_pause.start()
        effect = self._effects.get(sound)
        if effect is None or self._volumes[sound] == 0:
            return False
        effect.play()
        return True

    def play_state(self, state: State) -> bool:
        """The sound that belongs to a verdict, as the tokens say."""
        return self.play(sound_of(state))


def sound_of(state: State) -> Sound:
    return Sound(tokens().state_sounds[state])


def _has_audio_device() -> bool:
    """Look for an output. What the media library complains of while looking is not told: no sound is no fault.

    Silenced by Qt's own filter, never by a handler in Python: it complains while the system's loader is locked, and a
    decoder being loaded in another thread holds the interpreter and waits for the loader. Both would wait for ever.
    """
    QLoggingCategory.setFilterRules("qt.multimedia.*=false\ndefault.warning=false")
    try:
        from PySide6.QtMultimedia import QMediaDevices  # here, since loading it costs more than the rest of the start

        return not QMediaDevices.defaultAudioOutput().isNull()
    finally:
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
