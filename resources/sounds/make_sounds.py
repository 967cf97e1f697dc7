# ruff: noqa: INP001 - a script beside the files it makes, not a package
"""Synthesises the sounds of the till: python resources/sounds/make_sounds.py writes the .wav files beside it."""

import math
import struct
import wave
from pathlib import Path

RATE_HZ = 44_100
PEAK = 0.6
FADE_S = 0.006  # long enough that no note begins or ends with a click

# Notes as (frequency in Hz, length in s); 0 Hz is a rest. Overtones as strength of each multiple.
SOFT = (1.0, 0.12)
CLEAR = (1.0, 0.3, 0.1)
DULL = (1.0, 0.5, 0.35, 0.2)
SOUNDS = {
    "accept": (((880.0, 0.045), (1318.5, 0.045)), CLEAR, 1.0),
    "accept-soft": (((880.0, 0.06),), CLEAR, 0.8),
    "reject": (((233.1, 0.11), (174.6, 0.11)), DULL, 1.0),
    "attention": (((659.3, 0.07), (0.0, 0.05), (659.3, 0.07), (0.0, 0.05), (659.3, 0.07)), CLEAR, 0.9),
    "order-chime": (((1046.5, 0.14), (784.0, 0.28)), SOFT, 0.7),
    "click": (((1800.0, 0.014),), SOFT, 0.25),
}

# A refusal begins as every "no" does; what comes after the falling pair tells which. The commonest differ most.
C5, E5, G5, A5, C6 = 523.3, 659.3, 784.0, 880.0, 1046.5
SHORT, LONG, REST = 0.055, 0.16, (0.0, 0.04)
ENDINGS = {
    "collected": ((C6, SHORT), REST, (C6, SHORT)),
    "branch": ((C5, SHORT), (G5, SHORT)),
    "not-ready": ((C5, LONG),),
    "overdue": ((A5, SHORT), (E5, SHORT), (C5, SHORT)),
    "cancelled": ((G5, SHORT), (C5, SHORT)),
    "rejected": ((G5, SHORT), (C5, SHORT), (G5, SHORT)),
    "sent": ((C5, SHORT), (E5, SHORT), (G5, SHORT)),
    "unknown-order": ((E5, SHORT), (A5, SHORT), REST, (A5, SHORT)),
    "unknown-code": ((E5, SHORT), (A5, SHORT)),
    "tries": ((C5, SHORT), REST, (C5, SHORT), REST, (C5, SHORT)),
    "garbled": ((A5, SHORT), REST, (E5, SHORT)),
    "newer": ((G5, SHORT), (C6, SHORT)),
    "key": ((A5, LONG),),
    "forged": ((E5, SHORT), REST, (E5, SHORT), REST, (E5, SHORT)),
    "withdrawn": ((C6, SHORT), (C5, SHORT)),
    "superseded": ((C5, SHORT), (C6, SHORT), (C5, SHORT)),
    "expired": ((E5, SHORT), (C5, LONG)),
    "early": ((C5, SHORT), (E5, LONG)),
}


def samples(notes: tuple[tuple[float, float], ...], overtones: tuple[float, ...], strength: float) -> list[int]:
    """The sound as 16-bit samples; each note rises and falls so that it does not crackle."""
    made: list[int] = []
    for frequency_hz, length_s in notes:
        count = round(length_s * RATE_HZ)
        fade = max(1, min(round(FADE_S * RATE_HZ), count // 2))
        for i in range(count):
            envelope = min(1.0, i / fade, (count - 1 - i) / fade) * math.exp(-2.2 * i / count)
            angle = 2 * math.pi * frequency_hz * i / RATE_HZ
            tone = sum(part * math.sin(angle * k) for k, part in enumerate(overtones, start=1)) / sum(overtones)
            made.append(round(32767 * PEAK * strength * envelope * tone))
    return made


def write(path: Path, made: list[int]) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(struct.pack(f"<{len(made)}h", *made))


def refusals() -> dict[str, list[int]]:
    """Every refusal's own sound: the one for all of them, a breath, and its ending."""
    notes, overtones, strength = SOUNDS["reject"]
    no = samples(notes, overtones, strength)
    return {f"refused-{name}": no + samples((REST, *ending), CLEAR, 0.9) for name, ending in ENDINGS.items()}


if __name__ == "__main__":
    for name, made in refusals().items():
        write(Path(__file__).with_name(f"{name}.wav"), made)
    for name, (notes, overtones, strength) in SOUNDS.items():
        write(Path(__file__).with_name(f"{name}.wav"), samples(notes, overtones, strength))
