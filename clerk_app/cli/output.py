"""How a command speaks: rows on the standard output, for people or as JSON; sentences for trouble on the other one."""

import json
import sys
from collections.abc import Mapping
from typing import Any


class Output:
    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json

    def row(self, fields: Mapping[str, Any], human: str) -> None:
        """One result: an object on a line of its own, or what a person reads."""
        text = json.dumps(dict(fields), ensure_ascii=False) if self._as_json else human
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    def for_scripts(self, fields: Mapping[str, Any]) -> None:
        """What a script must learn where a person is told a sentence."""
        if self._as_json:
            self.row(fields, "")

    def for_people(self, sentence: str) -> None:
        """What a person is told where a script sees no row."""
        if not self._as_json:
            sys.stdout.write(sentence + "\n")
            sys.stdout.flush()

    @staticmethod
    def tell(sentence: str) -> None:
        """What is no result: a remark, or what went wrong and what to do."""
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()
