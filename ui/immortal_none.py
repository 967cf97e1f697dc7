"""Keeps a Qt binding that miscounts None from ending the program on Python 3.11."""

import ctypes
import sys


def make_none_immortal() -> None:
    """Give None so many references that losing one at each Qt call never uses them up.

    Measured with PySide6 6.12.0: its wheel is built as if None were immortal, which it is from Python 3.12 on. On 3.11
    every Qt call that answers None takes a reference away, and after some thousand calls the interpreter aborts with
    "deallocating None".
    """
    if sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value += sys.maxsize // 4
