"""The command line: which command, with which profile, and what its end means."""

import argparse
import logging
import sys
from collections.abc import Sequence

from clerk_app import __version__
from clerk_app.cli import counter, doctor, office
from clerk_app.cli.output import Output
from clerk_app.cli.session import NOT_DONE, TROUBLES, UNKNOWN, UNREACHABLE, CannotGoOn, folder_of, sentence_of
from clerk_app.errors import HubUnreachable, PairingRequired, SecretsLocked
from clerk_app.logs import log_to

_ABOUT = "Clerk, at the counter of a shop. Without a command the app opens."
_ENDS = (
    "Two more need a screen: `clerk demo` opens the app on a practice shop, and `clerk tour --out DIR` takes a picture "
    "of every screen. "
    "Exit codes: 0 done · 1 refused or not done · 2 unknown, or this computer is not ready · 3 the hub is out of reach."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    arguments = parser().parse_args(argv)
    output = Output(as_json=arguments.json)
    folder = folder_of(arguments)
    log: logging.Handler | None = None
    try:
        log = log_to(folder) if folder.exists() else None
        return int(arguments.run(arguments, output))
    except CannotGoOn as error:
        output.tell(str(error))
        output.for_scripts({"word": "refused", "reason": error.reason} if error.reason else {"error": str(error)})
        return NOT_DONE
    except HubUnreachable as error:
        output.tell(sentence_of(error))
        return UNREACHABLE
    except tuple(TROUBLES) as error:
        output.tell(sentence_of(error))
        output.for_scripts({"error": sentence_of(error)})
        return UNKNOWN if isinstance(error, PairingRequired | SecretsLocked) else NOT_DONE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone, and wants no more
        return NOT_DONE
    except OSError as error:
        sentence = f"The till's folder {folder} cannot be used: {error.strerror or error}."
        output.tell(sentence)
        output.for_scripts({"error": sentence})
        return UNKNOWN
    finally:
        if log is not None:
            _close(log)


def parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="one JSON object per line")
    common.add_argument("--profile", metavar="DIR", default=argparse.SUPPRESS, help="the till's folder")

    whole = argparse.ArgumentParser(prog="clerk", description=_ABOUT, epilog=_ENDS)
    whole.add_argument("--version", action="version", version=f"clerk {__version__}")
    whole.add_argument("--json", action="store_true", help="one JSON object per line")
    whole.add_argument("--profile", metavar="DIR", default="", help="the till's folder")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    office.add_commands(commands, common)
    counter.add_commands(commands, common)
    doctor.add_commands(commands, common)
    return whole


def _close(log: logging.Handler) -> None:
    logging.getLogger().removeHandler(log)
    log.close()
