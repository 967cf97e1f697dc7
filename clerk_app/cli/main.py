"""The command line: which command, with which profile, and what its end means."""

import logging
import sys
from collections.abc import Sequence
from importlib import import_module

from clerk_app.cli.ends import KEPT, NOT_DONE, TROUBLES, UNKNOWN, UNREACHABLE, CannotGoOn, sentence_of
from clerk_app.cli.output import Output
from clerk_app.cli.parser import folder_of, parser
from clerk_app.errors import HubUnreachable, PairingRequired, SecretsLocked


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    arguments = parser().parse_args(argv)
    from clerk_app.logs import log_to

    output = Output(as_json=arguments.json)
    folder = folder_of(arguments)
    log: logging.Handler | None = None
    try:
        log = log_to(folder) if folder.exists() else None
        module, function = arguments.run.split(".")
        return int(getattr(import_module(f"clerk_app.cli.{module}"), function)(arguments, output))
    except CannotGoOn as error:
        output.tell(str(error))
        output.for_scripts({"word": "refused", "reason": error.reason} if error.reason else {"error": str(error)})
        return NOT_DONE
    except HubUnreachable as error:
        output.tell(sentence_of(error, unreached=getattr(arguments, "unreached", KEPT)))
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


def _close(log: logging.Handler) -> None:
    logging.getLogger().removeHandler(log)
    log.close()
