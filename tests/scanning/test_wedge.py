"""Keyboard-wedge scanners beside people who type."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.scanning.wedge import HOLD_S, Fate, KeyKind, KeyStroke, Wedge

PICKUP_CODE = "81" + "0261486958412511380376309393199742" * 7 + "00000"
ENTER = KeyStroke("\r", KeyKind.ENTER, 0)
TAB = KeyStroke("\t", KeyKind.TAB, 0)


@dataclass
class Counter:
    """The focused field and the scans of a till whose keyboard and timer are played by a test."""

    wedge: Wedge = field(default_factory=Wedge)
    field_keys: list[KeyStroke] = field(default_factory=list[KeyStroke])
    scans: list[str] = field(default_factory=list[str])
    delays_s: list[float] = field(default_factory=list[float])
    now_s: float = 100.0

    @property
    def field_text(self) -> str:
        return "".join(stroke.text for stroke in self.field_keys)

    def press(self, stroke: KeyStroke, *, after_s: float) -> None:
        self.let_pass(after_s)
        stroke = KeyStroke(
            stroke.text,
            stroke.kind,
            self.now_s,
            command=stroke.command,
            auto_repeat=stroke.auto_repeat,
            caps_lock=stroke.caps_lock,
        )
        decision = self.wedge.feed(stroke)
        self._deliver(decision.replay, decision.scan)
        if decision.fate is Fate.PASS:
            self._deliver((stroke,), None)

    def let_pass(self, time_s: float) -> None:
        until_s = self.now_s + time_s
        while (deadline_s := self.wedge.deadline_s) is not None and deadline_s < until_s:
            self.now_s = max(self.now_s, deadline_s)
            decision = self.wedge.expire(self.now_s)
            self._deliver(decision.replay, decision.scan)
        self.now_s = until_s

    def _deliver(self, strokes: tuple[KeyStroke, ...], scan: str | None) -> None:
        if scan is not None:
            self.scans.append(scan)
        self.field_keys += strokes
        self.delays_s += [self.now_s - stroke.t_s for stroke in strokes]


def char(text: str, *, caps_lock: bool | None = None) -> KeyStroke:
    return KeyStroke(text, KeyKind.CHAR, 0, caps_lock=caps_lock)


def scan(counter: Counter, text: str, *, gap_s: float, suffix: KeyStroke | None = ENTER) -> None:
    """A scanner that starts half a second after whatever was before."""
    for place, letter in enumerate(text):
        counter.press(char(letter), after_s=gap_s if place else 0.5)
    if suffix:
        counter.press(suffix, after_s=gap_s)


@pytest.mark.parametrize("gap_s", [0.001, 0.005, 0.020, 0.035, 0.050])
@pytest.mark.parametrize("suffix", [ENTER, TAB], ids=["Enter", "Tab"])
@pytest.mark.parametrize("text", ["6901234567892", PICKUP_CODE, "K7M29XQ9", "https://g.cn/01/06901234567892?21=a b"])
def test_a_scan_arrives_whole_and_leaves_nothing_in_the_field(gap_s: float, suffix: KeyStroke, text: str) -> None:
    counter = Counter()

    scan(counter, text, gap_s=gap_s, suffix=suffix)
    counter.let_pass(1)

    assert counter.scans == [text]
    assert counter.field_text == ""


@given(
    st.text("0123456789ABCXYZ-", min_size=6, max_size=40).filter(lambda text: len(set(text)) > 1),
    st.sampled_from([0.005, 0.012, 0.050]),
    st.data(),
)
def test_a_scanner_that_trembles_is_still_a_scanner(text: str, gap_s: float, data: st.DataObject) -> None:
    counter = Counter()
    tremble_s = st.floats(-0.004, 0.007)

    for letter in text:
        counter.press(char(letter), after_s=gap_s + data.draw(tremble_s))
    counter.press(ENTER, after_s=gap_s)

    assert counter.scans == [text]
    assert counter.field_text == ""


@given(
    st.lists(st.tuples(st.sampled_from("abc 019K"), st.floats(HOLD_S, 0.3)), max_size=40),
    st.booleans(),
)
def test_what_a_person_types_arrives_whole_and_at_once(keys: list[tuple[str, float]], ends_with_enter: bool) -> None:
    counter = Counter()

    for letter, gap_s in keys:
        counter.press(char(letter), after_s=gap_s)
    if ends_with_enter:
        counter.press(ENTER, after_s=0.08)
    counter.let_pass(1)

    assert counter.scans == []
    assert counter.field_text == "".join(letter for letter, _ in keys) + ("\r" if ends_with_enter else "")
    assert max(counter.delays_s, default=0) <= HOLD_S + 1e-6


@given(st.lists(st.tuples(st.sampled_from("abc019K\r\t"), st.floats(0.0005, 0.4)), max_size=40))
def test_no_key_is_ever_lost_or_doubled_or_moved_past_another(keys: list[tuple[str, float]]) -> None:
    kinds = {"\r": KeyKind.ENTER, "\t": KeyKind.TAB}
    wedge, now_s, order = Wedge(), 0.0, list[str]()

    for letter, gap_s in keys:
        now_s += gap_s
        decision = wedge.feed(KeyStroke(letter, kinds.get(letter, KeyKind.CHAR), now_s))
        order += [stroke.text for stroke in decision.replay] + ([decision.scan] if decision.scan else [])
        order += [letter] if decision.fate is not Fate.HOLD else []
    last = wedge.flush()

    assert "".join(order + [stroke.text for stroke in last.replay]) == "".join(letter for letter, _ in keys)


@pytest.mark.parametrize("gaps_ms", [(41, 55, 33, 58, 29), (20, 59, 30, 55, 22), (58, 30, 55, 31, 57)])
def test_a_fast_word_and_enter_are_a_persons_since_no_hand_is_even(gaps_ms: tuple[int, ...]) -> None:
    counter = Counter()

    for letter, gap_ms in zip("gloves", (500, *gaps_ms), strict=True):
        counter.press(char(letter), after_s=gap_ms / 1000)
    counter.press(ENTER, after_s=0.045)

    assert counter.scans == []
    assert counter.field_text == "gloves\r"


def test_a_pin_and_enter_are_a_persons_however_even() -> None:
    counter = Counter()

    scan(counter, "1234", gap_s=0.050)

    assert counter.scans == []
    assert counter.field_text == "1234\r"


def test_a_key_held_down_is_no_scan() -> None:
    counter = Counter()

    counter.press(char("0"), after_s=1)
    for _ in range(30):
        counter.press(KeyStroke("0", KeyKind.CHAR, 0, auto_repeat=True), after_s=0.033)
    for _ in range(30):  # a system that does not tell that it repeats
        counter.press(char("1"), after_s=0.033)
    counter.press(ENTER, after_s=0.033)

    assert counter.scans == []
    assert counter.field_text == "0" * 31 + "1" * 30 + "\r"


@pytest.mark.parametrize(("text", "gap_s"), [("690123", 0.005), ("6901234567892", 0.050)])
def test_a_scanner_without_suffix_is_heard_when_it_falls_silent(text: str, gap_s: float) -> None:
    counter = Counter()

    scan(counter, text, gap_s=gap_s, suffix=None)
    assert counter.scans == []
    counter.let_pass(0.2)

    assert counter.scans == [text]
    assert counter.field_text == ""


@pytest.mark.parametrize("gap_s", [0.005, 0.050])
def test_two_scans_in_a_row_stay_two(gap_s: float) -> None:
    counter = Counter()

    for text in ("6901234567892", "K7M29XQ9"):
        for letter in text:
            counter.press(char(letter), after_s=gap_s)
        counter.press(ENTER, after_s=gap_s)

    assert counter.scans == ["6901234567892", "K7M29XQ9"]
    assert counter.field_text == ""


def test_twenty_scans_between_typed_words_mix_with_nothing() -> None:
    counter = Counter()

    for number in range(20):
        for letter in "note ":
            counter.press(char(letter), after_s=0.11)
        scan(counter, f"69012345678{number:02}", gap_s=0.005 if number % 2 else 0.050)
    counter.let_pass(1)

    assert counter.scans == [f"69012345678{number:02}" for number in range(20)]
    assert counter.field_text == "note " * 20


def test_a_key_struck_just_before_a_fast_scan_is_the_persons() -> None:
    counter = Counter()

    counter.press(char("x"), after_s=1)
    for place, letter in enumerate("6901234567892"):
        counter.press(char(letter), after_s=0.005 if place else 0.045)
    counter.press(ENTER, after_s=0.005)

    assert counter.scans == ["6901234567892"]
    assert counter.field_text == "x"


def test_a_hiccup_of_the_computer_does_not_cut_a_scan_in_two() -> None:
    counter = Counter()

    for place, letter in enumerate("6901234567892"):
        counter.press(char(letter), after_s=0.120 if place == 7 else 0.050)
    counter.press(ENTER, after_s=0.100)

    assert counter.scans == ["6901234567892"]


def test_a_slow_run_right_behind_typing_is_not_half_a_scan() -> None:
    counter = Counter()

    counter.press(char("6"), after_s=1)
    for place, letter in enumerate("901234567892"):
        counter.press(char(letter), after_s=0.050 if place else 0.075)
    counter.press(ENTER, after_s=0.050)

    assert counter.scans == []
    assert counter.field_text == "6901234567892\r"


def test_full_width_characters_arrive_as_ascii() -> None:
    counter = Counter()

    scan(counter, "Ｋ７Ｍ２－９ＸＱ９　中", gap_s=0.005)

    assert counter.scans == ["K7M2-9XQ9 中"]


def test_caps_lock_is_undone_where_the_system_tells_of_it() -> None:
    counter = Counter()

    for letter in "k7m29xq9A":
        counter.press(char(letter, caps_lock=True), after_s=0.005)
    counter.press(ENTER, after_s=0.005)

    assert counter.scans == ["K7M29XQ9a"]


def test_caps_lock_is_undone_where_an_address_shows_it() -> None:
    counter = Counter()

    scan(counter, "HTTPS://PASS.EXAMPLE/t/aB", gap_s=0.005)

    assert counter.scans == ["https://pass.example/T/Ab"]


def test_shift_dead_keys_and_the_group_separator_belong_to_the_burst() -> None:
    counter = Counter()

    for stroke in (
        *map(char, "0106901234567892"),
        KeyStroke("", KeyKind.MODIFIER, 0),
        KeyStroke("\x1d", KeyKind.CHAR, 0, command=True),
        KeyStroke("", KeyKind.DEAD, 0),
        *map(char, "21AB"),
        ENTER,
    ):
        counter.press(stroke, after_s=0.005)

    assert counter.scans == ["0106901234567892\x1d21AB"]
    assert [stroke.kind for stroke in counter.field_keys] == [KeyKind.MODIFIER]


def test_a_shortcut_or_arrow_lets_held_keys_go_first() -> None:
    counter = Counter()

    counter.press(char("a"), after_s=1)
    counter.press(KeyStroke("", KeyKind.OTHER, 0), after_s=0.030)
    counter.press(char("b"), after_s=0.030)
    counter.press(KeyStroke("z", KeyKind.CHAR, 0, command=True), after_s=0.030)

    assert [stroke.text for stroke in counter.field_keys] == ["a", "", "b", "z"]


def test_a_second_suffix_is_swallowed_but_a_later_enter_is_the_persons() -> None:
    counter = Counter()

    scan(counter, "6901234567892", gap_s=0.005)
    counter.press(ENTER, after_s=0.005)
    counter.press(ENTER, after_s=0.5)

    assert counter.scans == ["6901234567892"]
    assert counter.field_text == "\r"


def test_keys_without_end_are_held_only_so_long() -> None:
    counter = Counter()

    for place in range(20_000):
        counter.press(char(str(place % 10)), after_s=0.001)
    counter.let_pass(1)

    assert len(counter.field_text) + sum(map(len, counter.scans)) == 20_000


@pytest.mark.parametrize("suffix", [None, ENTER, TAB], ids=["none", "Enter", "Tab"])
@pytest.mark.parametrize("gap_s", [0.050, 0.058])
@pytest.mark.parametrize("text", ["second thoughts", "misunderstanding", "2 broken, 1 missing"])
def test_words_that_are_typed_evenly_are_a_persons(text: str, gap_s: float, suffix: KeyStroke | None) -> None:
    counter = Counter()

    scan(counter, text, gap_s=gap_s, suffix=suffix)
    counter.let_pass(1)

    assert counter.scans == []
    assert counter.field_text == text + (suffix.text if suffix else "")


def test_words_that_come_all_at_once_and_are_not_ended_are_a_persons() -> None:
    counter = Counter()

    scan(counter, "water damage", gap_s=0, suffix=None)
    counter.let_pass(1)

    assert (counter.scans, counter.field_text) == ([], "water damage")


def test_ctrl_enter_ends_no_scan() -> None:
    counter = Counter()

    scan(counter, "6901234567892", gap_s=0.050, suffix=KeyStroke("\r", KeyKind.ENTER, 0, command=True))
    counter.let_pass(1)

    assert (counter.scans, counter.field_text) == ([], "6901234567892\r")
