"""Where the files that come with the program lie: icons, sounds, theme, translations."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
