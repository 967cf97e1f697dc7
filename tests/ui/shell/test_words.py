"""Every sentence has its translation, its places agree, and what the program loads is what was translated last."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from argparse import ArgumentTypeError
from pathlib import Path

import pytest

import ui
from clerk_app.domain.acts import Identity
from clerk_app.domain.basket import BasketRefusal
from clerk_app.domain.codes import ScannedKind
from clerk_app.domain.operations import Kind, Word
from clerk_app.domain.orders import Happening
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.pickup import Disagreement, Refusal
from clerk_app.domain.pricing import PointsRefusal
from clerk_app.domain.reductions import Why
from clerk_app.domain.settling import Attention
from clerk_app.domain.tenders import TenderMethod
from ui.basket import words as basket_words
from ui.language import tag_of
from ui.messages import TEXTS, filled, places_of
from ui.outbox.words import ACTS, ATTENTIONS, DISAGREEMENTS, SIDES
from ui.pickup import words
from ui.pickup.opened import Missing
from ui.resources import RESOURCES

CHINESE = ("zh_CN", "zh_TW")
PLACES = re.compile(r"\{(\w+)\}")


def translations(tag: str) -> dict[str, list[str]]:
    tree = ET.parse(RESOURCES / "translations" / f"clerk_{tag}.ts")  # noqa: S314 - our own file
    told: dict[str, list[str]] = {}
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") != "unfinished", message.findtext("source")
        forms = [form.text or "" for form in translation.findall("numerusform")]
        told[message.findtext("source") or ""] = forms or [translation.text or ""]
    return told


@pytest.mark.parametrize("tag", CHINESE)
def test_every_sentence_has_a_chinese_translation_with_the_same_places(tag: str) -> None:
    told = translations(tag)

    for text in TEXTS.values():
        assert told.get(text), text.name
        for form in told[text]:
            assert set(PLACES.findall(form)) == set(PLACES.findall(text)), text.name


@pytest.mark.parametrize("tag", [*CHINESE, "en"])
def test_what_is_loaded_is_what_was_translated_last(tag: str, tmp_path: Path) -> None:
    source = RESOURCES / "translations" / f"clerk_{tag}.ts"
    made = tmp_path / "made.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")

    subprocess.run([tool, source, "-qm", made], check=True, capture_output=True)

    assert made.read_bytes() == source.with_suffix(".qm").read_bytes()


def test_no_sentence_shouts_blames_or_speaks_of_errors() -> None:
    chinese = [translations(tag) for tag in CHINESE]
    for text in TEXTS.values():
        for form in (text, *(form for told in chinese for form in told[text])):
            assert not re.search(r"[!！]|\berror\b|错误|錯誤|please try again later", form, re.IGNORECASE), text.name


def test_every_refusal_happening_and_kind_has_its_words() -> None:
    assert set(words.REFUSALS) == set(Refusal)
    assert set(words.HAPPENINGS) == set(Happening)
    assert set(words.IDENTITIES) == set(Identity)
    assert set(words.MISSING) == set(Missing) - {Missing.ARTICLES}  # which says how many
    assert set(words.KINDS) == set(ScannedKind)
    assert set(words.WORDS) == set(Word)


def test_everything_that_a_basket_or_a_payment_may_be_refused_for_has_its_words() -> None:
    assert set(basket_words.BASKETS) == set(BasketRefusal)
    assert set(basket_words.PAYMENTS) == set(PayRefusal)
    assert set(basket_words.POINTS) == set(PointsRefusal)
    assert set(basket_words.REDUCTIONS) == set(Why)
    assert set(basket_words.TENDERS) == set(TenderMethod)


def test_every_act_and_every_way_to_disagree_has_its_words() -> None:
    assert set(ACTS) == set(SIDES) == set(Kind)
    assert set(DISAGREEMENTS) == set(Disagreement)
    assert set(ATTENTIONS) == set(Attention)


def test_a_refusal_that_tells_of_the_order_has_a_plain_sentence_too() -> None:
    for reason, told in words.REFUSALS.items():
        if any(places_of(text) for text in (told.headline, told.why, told.aloud)):
            assert not any(places_of(text) for text in (words.PLAIN[reason].headline, words.PLAIN[reason].why))


def test_every_sentence_is_said_somewhere() -> None:
    folder = Path(ui.__file__).parent
    said = "\n".join(file.read_text("utf-8") for file in folder.rglob("*.py"))

    assert [text.name for text in TEXTS.values() if not re.search(rf"\bText\.{text.name}\b", said)] == []


@pytest.mark.parametrize(
    ("when", "seen"),
    [("今天 18:29", "这单今天 18:29 在滨江店取走"), ("18:29", "这单 18:29 在滨江店取走")],
)
def test_chinese_is_set_apart_from_figures_but_not_from_chinese(when: str, seen: str) -> None:
    assert filled("这单 {when} 在{branch}取走", {"when": when, "branch": "滨江店"}) == seen
    assert filled("Bin {when} at {branch}", {"when": "今天", "branch": "B"}) == "Bin 今天 at B"


@pytest.mark.parametrize("typed", ["zh-CN", "zh_cn", "zh_CN"])
def test_a_language_is_known_however_it_is_written(typed: str) -> None:
    assert tag_of(typed) == "zh_CN"
    with pytest.raises(ArgumentTypeError, match="choose from zh_CN"):
        tag_of("fr")
