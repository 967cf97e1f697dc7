"""Reading docs/hub-api.md: its examples, and whether an answer is the one that it shows."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

DOCUMENT = Path(__file__).parents[2] / "docs" / "hub-api.md"
_BLOCK = re.compile(r"^```http\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_VALUE = re.compile(r"‹(\w+)›")
MORE = "…"


@dataclass(frozen=True, slots=True)
class Message:
    """One block: its first line, its headers, its body."""

    first: str
    headers: dict[str, str]
    body: str


def examples() -> list[tuple[Message, Message]]:
    """Each request with its answer, in the document's order."""
    blocks = [_message(text) for text in _BLOCK.findall(DOCUMENT.read_text("utf-8"))]
    asked, answered = blocks[0::2], blocks[1::2]
    assert all(message.first.startswith("HTTP/1.1 ") for message in answered), "each request is followed by its answer"
    return list(zip(asked, answered, strict=True))


def _message(text: str) -> Message:
    head, _, body = text.strip().partition("\n\n")
    first, *rest = head.splitlines()
    return Message(first, dict(line.split(": ", 1) for line in rest), body.strip())


@dataclass(slots=True)
class Values:
    """What the names of the document stand for, as far as is known."""

    known: dict[str, Any] = field(default_factory=dict[str, Any])

    def filled(self, text: str) -> str:
        return _VALUE.sub(lambda found: str(self.known[found[1]]), text)

    def filled_json(self, value: Any) -> Any:
        """A request's body: a text that is one value becomes it, a number a number."""
        match value:
            case dict():
                return {name: self.filled_json(it) for name, it in cast("dict[str, Any]", value).items()}
            case list():
                return [self.filled_json(it) for it in cast("list[Any]", value)]
            case str():
                whole = _VALUE.fullmatch(value)
                return self.known[whole[1]] if whole else self.filled(value)
            case _:
                return value

    def check(self, shown: Any, got: Any, where: str = "") -> None:
        """Compare, and learn what the names stand for."""
        match shown:
            case dict():
                self._check_object(cast("dict[str, Any]", shown), got, where)
            case list():
                rows = cast("list[Any]", shown)
                assert isinstance(got, list), f"{where}: a list is shown, there is {got!r}"
                assert len(cast("list[Any]", got)) == len(rows), f"{where}: as many are shown as there are: {got!r}"
                for place, (one, other) in enumerate(zip(rows, cast("list[Any]", got), strict=True)):
                    self.check(one, other, f"{where}[{place}]")
            case str() if _VALUE.search(shown):
                self._check_text(shown, got, where)
            case _:
                assert got == shown, f"{where}: {shown!r} is shown, there is {got!r}"

    def _check_object(self, shown: dict[str, Any], got: Any, where: str) -> None:
        assert isinstance(got, dict), f"{where}: an object is shown, there is {got!r}"
        found = cast("dict[str, Any]", got)
        fields = [name for name in shown if name != MORE]
        if MORE not in shown:
            assert set(fields) == set(found), f"{where}: other fields are shown than there are"
        for name in fields:
            self.check(shown[name], found[name], f"{where}.{name}")

    def _check_text(self, shown: str, got: Any, where: str) -> None:
        whole = _VALUE.fullmatch(shown)
        if whole:
            assert self.known.setdefault(whole[1], got) == got, f"{where}: {shown} was {self.known[whole[1]]!r} before"
            return
        parts = _VALUE.split(shown)  # text, name, text, name … text
        pattern = "".join(f"(?P<{it}>.+)" if place % 2 else re.escape(it) for place, it in enumerate(parts))
        found = re.fullmatch(pattern, str(got))
        assert found, f"{where}: {shown} is shown, there is {got!r}"
        for name, value in found.groupdict().items():
            assert self.known.setdefault(name, value) == value, f"{where}: {name} was {self.known[name]!r} before"

    def check_lines(self, shown: str, got: str) -> None:
        """NDJSON, in which a line of `…` stands for any number of lines."""
        wanted, lines = shown.splitlines(), got.splitlines()
        gap = wanted.index(MORE)
        tail = len(wanted) - gap - 1
        for one, other in [*zip(wanted[:gap], lines), *zip(wanted[gap + 1 :], lines[-tail:])]:  # noqa: B905
            self.check(json.loads(one), json.loads(other), one)
