"""`clerk tour`: a picture of every screen and state; and what `clerk demo` does where there is no display."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from ui.language import tag_of
from ui.theme.scale import set_ui_scale, ui_scale_for

DEMO_OUT = Path("build/demo")
SCREEN_SIZE = "1920x1200x24"


def main(argv: list[str] | None = None) -> int:
    """0: every state was reached; texts that are cut are told. 1: one was not reached; the last line says why."""
    words = sys.argv[1:] if argv is None else argv
    chosen = _parser("demo" if "demo" in words else "tour").parse_args(words)
    with _screen():
        if chosen.subcommand == "demo":
            return _demo(chosen)
        return _tour(chosen, Path(chosen.out))


def _demo(chosen: argparse.Namespace) -> int:
    """Without a display: tell one pickup as it happens, then walk the tour on a virtual screen."""
    from ui.story.customer import AskedInVain
    from ui.story.hub_process import HubCommandFailed, HubDidNotStart
    from ui.story.story import StepFailed, tell_story

    out = Path(chosen.out) if chosen.out != "build/tour" else DEMO_OUT
    try:
        tell_story(out, tell=_say)
    except (StepFailed, AskedInVain, HubCommandFailed, HubDidNotStart) as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    _say("")
    _say("There is no display here, so the window is drawn on a virtual one, in every state it can be in.")
    _say("That takes a minute or two; each picture is told when it is there.")
    _say(
        f"The language is {chosen.language}; `--language en` or `--language zh_CN` chooses it, `--theme dark` the dark."
    )
    return _tour(chosen, out)


def _tour(chosen: argparse.Namespace, out: Path) -> int:
    width, height = (int(side) for side in chosen.size.split("x"))
    scale = set_ui_scale(ui_scale_for(width=width, height=height))
    out.mkdir(parents=True, exist_ok=True)

    from ui.preferences import Preferences
    from ui.story.customer import AskedInVain
    from ui.story.hub_process import HubCommandFailed, HubDidNotStart
    from ui.tour.driver import Driver, NotReached
    from ui.tour.tour import application, walk

    qt = application()
    qt.setQuitOnLastWindowClosed(False)
    driver = Driver(qt, out, round(width / scale), round(height / scale), tell=_say, as_json=chosen.json)
    look = Preferences(theme=chosen.theme, language=chosen.language, camera="none", volume=0.0, full_screen=False)
    try:
        walk(driver, look=look)
    except NotReached as state:
        sys.stderr.write(f"not reached: {state}\n")
        return 1
    except (AskedInVain, HubCommandFailed, HubDidNotStart) as failure:
        sys.stderr.write(f"{failure} (after picture {len(driver.shots)})\n")
        return 1
    if not chosen.json:
        cut = sum(len(shot.cut) for shot in driver.shots)
        _say(f"{len(driver.shots)} pictures in {out}, " + (f"{cut} texts are cut" if cut else "no text is cut"))
    return 0


_ABOUT = {
    "demo": (
        "The app on a practice shop. Where there is no display, as here: one pickup is told as it happens, and then "
        "every screen is drawn into a folder, which takes a minute or two. Set DISPLAY to use the app itself."
    ),
    "tour": "Draw every screen, in every state it can be in, into a folder. It takes a minute or two.",
}


def _parser(subcommand: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"clerk {subcommand}", description=_ABOUT[subcommand])
    parser.add_argument("subcommand", nargs="?", default="tour", choices=("tour", "demo"), help=argparse.SUPPRESS)
    parser.add_argument("--out", default="build/tour", help="the folder for the pictures")
    parser.add_argument("--size", default="1366x768", help="of the window, in pixels of the screen")
    parser.add_argument("--language", type=tag_of, default="zh_CN", metavar="TAG")
    parser.add_argument("--theme", default="light", choices=("light", "dark"))
    parser.add_argument("--json", action="store_true", help="one object per picture")
    parser.add_argument("--profile", default="", help="not used: the tour has a practice shop of its own")
    return parser


@contextmanager
def _screen() -> Generator[None]:
    """A screen to draw on: the one that is there, a virtual one, or none at all but Qt's own memory."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM") or _has_display():
        yield
        return
    xvfb = _start_xvfb()
    if xvfb is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield
        return
    try:
        yield
    finally:
        xvfb.terminate()
        xvfb.wait()


def _has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _start_xvfb() -> subprocess.Popen[bytes] | None:
    """Start a virtual X server at a free number, and make it this process's display."""
    program = shutil.which("Xvfb")
    if program is None:
        return None
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", SCREEN_SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    if not number:
        server.wait()
        return None
    os.environ["DISPLAY"] = f":{number}"
    return server


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
