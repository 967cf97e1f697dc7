"""Sounds: each has its volume, and a till without a loudspeaker goes on."""

from PySide6.QtWidgets import QApplication

from ui.sounds import Sound, Sounds, sound_of
from ui.theme import State


def test_a_till_without_a_loudspeaker_is_silent_and_goes_on(app: QApplication) -> None:
    sounds = Sounds()

    assert not sounds.play(Sound.ACCEPT)
    assert sound_of(State.REFUSED) is Sound.REJECT


def test_each_sound_has_its_own_volume(app: QApplication) -> None:
    sounds = Sounds()

    sounds.set_volume(Sound.ORDER_CHIME, 3)
    sounds.set_volume(Sound.CLICK, 0.2)

    assert sounds.volume(Sound.ORDER_CHIME) == 1.0
    assert sounds.volume(Sound.CLICK) == 0.2
