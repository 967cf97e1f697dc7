"""What the libraries raise when the hub cannot be reached, told as the one exception that the till knows."""

from collections.abc import Generator
from contextlib import contextmanager

import requests
from requests.exceptions import ChunkedEncodingError, ContentDecodingError, InvalidURL, SSLError, Timeout
from urllib3.exceptions import DecodeError, ProtocolError
from urllib3.exceptions import HTTPError as Urllib3Error

from clerk_app.errors import HubUnreachable, Why


@contextmanager
def translated() -> Generator[None]:
    try:
        yield
    except SSLError as error:
        raise HubUnreachable(Why.NOT_TRUSTED, type(error).__name__) from error
    except Timeout as error:
        raise HubUnreachable(Why.TIMEOUT, type(error).__name__) from error
    except (ChunkedEncodingError, ContentDecodingError, ProtocolError, DecodeError) as error:
        raise HubUnreachable(Why.TRUNCATED, type(error).__name__) from error
    except InvalidURL as error:
        raise HubUnreachable(Why.NO_NETWORK, "the address is none") from error
    except (requests.RequestException, Urllib3Error, OSError) as error:
        raise HubUnreachable(_why_not_reached(error), type(error).__name__) from error


def _why_not_reached(error: BaseException) -> Why:
    if "timed out" in str(error).lower():
        return Why.TIMEOUT
    cause: BaseException | None = error
    while cause is not None:  # the libraries wrap what the system said
        if isinstance(cause, ConnectionError) and not isinstance(cause, requests.RequestException):
            return Why.NOT_RUNNING
        cause = cause.__cause__ or cause.__context__
    return Why.NO_NETWORK
