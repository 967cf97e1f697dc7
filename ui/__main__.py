"""`clerk`: the app, or with a subcommand the same work without a screen."""

import argparse
import logging
import os
import signal
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from clerk_app.devices import SIMULATED_WALLET

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SCREENS = ("demo", "tour")


def main(argv: list[str] | None = None) -> int:
    """Open the app; `demo` opens it on a practice shop, `tour` draws every screen; all else needs no screen."""
    arguments = sys.argv[1:] if argv is None else argv
    subcommand = _subcommand(arguments)
    if subcommand == SIMULATED_WALLET:
        from clerk_app.devices.wallet_simulator import main as simulate

        return simulate(arguments[1:])
    if subcommand and subcommand not in SCREENS:
        from clerk_app.cli.main import main as without_a_screen

        return without_a_screen(arguments)
    if subcommand == "tour" or (subcommand == "demo" and not _has_display()):
        from ui.tour.command import main as tour

        return tour(arguments)
    return _open_app(arguments, demo=subcommand == "demo")


def _subcommand(arguments: list[str]) -> str:
    """The first word that is no option, nor the value of one."""
    words = iter(arguments)
    for word in words:
        if word in ("--profile", "--camera", "--language"):
            next(words, None)
        elif not word.startswith("-") or word in ("-h", "--help"):
            return word
    return ""


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_app(arguments: list[str], *, demo: bool) -> int:
    chosen = _chosen(arguments)

    from ui.theme.scale import set_ui_scale

    set_ui_scale()
    from PySide6.QtWidgets import QApplication

    from clerk_app.store.profile_lock import hold_profile
    from ui.preferences import load_preferences, save_preferences

    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Clerk")
    qt.setQuitOnLastWindowClosed(False)
    practice = demo or chosen.profile is None
    folder = _folder(chosen.profile, demo=demo, practice=practice)
    held = hold_profile(folder)
    if held is None:
        return _show_the_first(qt, folder)
    _quit_when_told(qt)
    if chosen.language:
        save_preferences(folder, replace(load_preferences(folder), language=chosen.language))
    if practice:
        print(f"A practice shop with its own hub, kept in {folder}; delete that folder to begin afresh.", flush=True)
    code = _run(qt, folder, chosen, demo=demo, practice=practice)
    held.release()
    return code


def _chosen(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="clerk")
    parser.add_argument("--profile", type=Path, default=None, help="the folder of this till")
    parser.add_argument("--camera", default="", help="device number, picture or video file, or address")
    parser.add_argument("--windowed", action="store_true", help="not full screen")
    parser.add_argument("--language", type=_tag_of, metavar="TAG", help="what the screens speak from now on")
    parser.add_argument("subcommand", nargs="?")
    return parser.parse_args(arguments)


def _tag_of(typed: str) -> str:
    from ui.language import tag_of

    return tag_of(typed)


def _folder(profile: Path | None, *, demo: bool, practice: bool) -> Path:
    """Where this till is kept; a practice shop never lies in the folder of a real one."""
    from clerk_app.settings import PROFILE_FILE, default_folder

    if demo and profile is None:
        return default_folder() / "practice"
    folder = profile or default_folder()
    return folder / "practice" if practice and not (folder / PROFILE_FILE).exists() else folder


def _show_the_first(qt: "QApplication", folder: Path) -> int:
    """The window is open already: it comes to the front. One that does not answer is told of."""
    from ui.only_one import ring

    if ring(folder):
        print("Clerk is open already. Its window is in front now.", flush=True)
        return 0
    from ui import theme
    from ui.language import use_language
    from ui.only_one import say_open_already
    from ui.preferences import load_preferences

    look = load_preferences(folder)
    use_language(look.language)
    theme.apply(qt, theme=look.theme, language=look.language, text_scale=look.text_scale)
    say_open_already()
    return 1


def _run(qt: "QApplication", folder: Path, chosen: argparse.Namespace, *, demo: bool, practice: bool) -> int:
    """Show the window until it goes. What happens is written down, and what nobody expected is told as well."""
    from clerk_app import __version__
    from clerk_app.logs import log_to
    from ui.only_one import Doorbell, bring_to_front
    from ui.start import Start
    from ui.top_handler import TopHandler

    log = log_to(folder)
    logging.getLogger(__name__).info("Clerk %s has started", __version__)
    top = TopHandler(qt)
    top.install()
    start = Start(qt, folder, practice=practice, camera=chosen.camera)
    start.came_up.connect(top.tell)
    if demo:
        from ui.codes_to_try import open_codes_to_try

        start.came_up.connect(partial(open_codes_to_try, start=start))
        start.came_up.connect(start.sign_in_demo_clerk)
    bell = Doorbell(folder)
    bell.rung.connect(partial(bring_to_front, start.window))
    start.begin(windowed=chosen.windowed or demo)
    code = qt.exec()
    bell.stop()
    top.remove()
    log.close()
    return code


def _quit_when_told(qt: "QApplication") -> None:
    """Ctrl+C and the system's wish to end close the till in order, its practice hub included.

    Python hears a signal only when it runs, which the collector of garbage makes it do twice in a second.
    """
    # Not `quit`, which the window may refuse while something waits to be sent: it is kept, whoever ends the program.
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, lambda _number, _frame: qt.exit())


if __name__ == "__main__":
    sys.exit(main())
