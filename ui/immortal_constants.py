"""Keeps a Qt binding that miscounts Python's constants from ending the program on Python 3.11."""

import ctypes
import sys

CONSTANTS = (None, True, False, NotImplemented, ...)


def make_constants_immortal() -> None:
    """Give each constant so many references that losing one at every Qt call never uses them up.

    Measured with PySide6 6.12.0: its wheel is built as if these objects were immortal, which they are from Python 3.12
    on. On 3.11 every call that answers None, and every signal that is emitted or connected, takes a reference away.
    After some thousands the interpreter ends with "deallocating None" or "deallocating True or False".
    """
    if sys.version_info < (3, 12):
        for constant in CONSTANTS:
            ctypes.c_ssize_t.from_address(id(constant)).value += sys.maxsize // 4
