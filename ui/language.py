"""Which language the screens speak: the translation that is on, and the half of a two-language name to show."""

import re
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

from ui.resources import RESOURCES

LANGUAGES: Final = {"zh_CN": "简体", "zh_TW": "繁體", "en": "English"}
DEFAULT: Final = "zh_CN"
_BEFORE_UNIT: Final = re.compile(r"(?<=\d) (?=[^\W\d_]{1,3}\b)")


def languages() -> dict[str, str]:
    """Tag → its own name, for those whose translation came with the program."""
    return {tag: name for tag, name in LANGUAGES.items() if _file_of(tag).exists()}


def tag_of(typed: str) -> str:
    """The tag of the language that is meant by zh-CN, zh_cn or EN. Raises argparse.ArgumentTypeError."""
    for tag in languages():
        if typed.replace("-", "_").lower() == tag.lower():
            return tag
    raise ArgumentTypeError(f"{typed} is not spoken here; choose from {', '.join(languages())}")


def use_language(tag: str) -> None:
    """Put another translation in place. Screens that are shown have to be shown again."""
    app = QCoreApplication.instance()
    assert app is not None, "a translation belongs to a running application"
    for old in _on:
        app.removeTranslator(old)
    _on.clear()
    translator = QTranslator(app)
    if not translator.load(str(_file_of(tag))):
        raise FileNotFoundError(f"no translation for {tag} came with the program")
    app.installTranslator(translator)
    _on.append(translator)
    _tag[0] = tag


def language() -> str:
    return _tag[0]


def name_of(zh: str, en: str) -> str:
    """The half of a name that the clerk reads; the other one where that half is empty. A number and its unit stand in
    one line.
    """
    return _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", (zh or en) if language().startswith("zh") else (en or zh))


def _file_of(tag: str) -> Path:
    return RESOURCES / "translations" / f"clerk_{tag}.qm"


_on: list[QTranslator] = []
_tag = ["en"]
