"""What a person has set on this till: colours, text size, language, camera and sound. Kept in its profile folder."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from clerk_app.settings import write_privately
from ui.language import DEFAULT

FILE = "screen.json"
TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)
VOLUMES = (0.0, 0.4, 0.8)


@dataclass(frozen=True, slots=True)
class Preferences:
    theme: str = "system"
    text_scale: float = 1.0
    language: str = DEFAULT
    camera: str = "0"
    volume: float = 0.8
    full_screen: bool = True


def load_preferences(folder: Path) -> Preferences:
    """What was set before; a file that cannot be read is as good as none, since nothing here is worth a question."""
    plain = Preferences()
    try:
        said: dict[str, Any] = json.loads((folder / FILE).read_text("utf-8"))
        return replace(plain, **{name: said[name] for name, value in asdict(plain).items() if _fits(said, name, value)})
    except (OSError, ValueError, TypeError):
        return plain


def _fits(said: dict[str, Any], name: str, plain: object) -> bool:
    return type(said.get(name)) is type(plain)


def save_preferences(folder: Path, preferences: Preferences) -> None:
    write_privately(folder / FILE, json.dumps(asdict(preferences), ensure_ascii=False, indent=1).encode())
