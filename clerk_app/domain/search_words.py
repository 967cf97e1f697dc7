"""By which words an article is found: as its name is written, as it is read aloud, by its initials, and by its numbers.

The hub makes the search index of these words, and each till keeps it up to date with the same ones; so what
`index_words` returns may only change together with the catalogue's schema.

A word that names begin with is there a second time behind `^`, so that such names come first; what is not written
but only read aloud stands behind `~`. Chinese is found by each character and by each two that stand together, since
most of its words are no longer than that.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_CJK}]+|[0-9]+|[^\\W\\d_{_CJK}]+")
_IS_CJK = re.compile(f"[{_CJK}]")
_ACCENTED = re.compile(f"[^\\x00-\\x7f{_CJK}]")
_SYLLABLES_MAX = 16
TERMS_MAX = 8


@dataclass(frozen=True, slots=True)
class Term:
    """A part of what was typed. The name must hold every one of `words`; a prefix may go on after that."""

    words: tuple[str, ...]
    first: str  # what a name begins with that begins like this
    is_prefix: bool


def index_words(*, sku: str, gtin: str, name_zh: str, name_en: str, pinyin: str) -> str:
    """All words of an article, with spaces between. `pinyin` is that of name_zh: "niu nai, duan", run by run."""
    words: dict[str, None] = {}
    for name in (name_zh, name_en):
        parts = _parts(name)
        words.update(dict.fromkeys(word for part in parts for word in _written(part)))
        words.update(dict.fromkeys(f"^{word}" for word in _beginnings(parts[0] if parts else "")))
    words.update(dict.fromkeys(_numbers(sku, gtin)))
    for place, run in enumerate(pinyin.split(",")):
        words.update(dict.fromkeys(_spoken(run)))
        words.update(dict.fromkeys(_spoken_first(run) if place == 0 else ()))
    return " ".join(words)


def terms(text: str) -> tuple[Term, ...]:
    """What somebody typed, part by part."""
    return tuple(_term(part) for part in _parts(text)[:TERMS_MAX])


def folded(text: str) -> str:
    """Text as it is compared: wide letters as narrow ones, all small, without accents."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKC", text)
        text = _ACCENTED.sub(lambda found: unicodedata.normalize("NFKD", found[0])[0], plain)
    return text.casefold()


def _parts(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _term(part: str) -> Term:
    if not _IS_CJK.match(part):
        return Term((part,), f"^{part}", is_prefix=True)
    pairs = tuple(dict.fromkeys(part[at : at + 2] for at in range(len(part) - 1)))
    return Term(pairs or (part,), f"^{part[:2]}", is_prefix=False)


def _written(part: str) -> Iterator[str]:
    if not _IS_CJK.match(part):
        yield part
        return
    yield from part
    for at in range(len(part) - 1):
        yield part[at : at + 2]


def _beginnings(part: str) -> tuple[str, ...]:
    return (part[:1], part[:2]) if _IS_CJK.match(part) else (part,) if part else ()


def _numbers(sku: str, gtin: str) -> Iterator[str]:
    parts = _parts(sku)
    yield from parts
    if len(parts) > 1:
        yield "".join(parts)
    if gtin:
        yield gtin.lstrip("0")


@lru_cache(maxsize=20_000)  # names share most of what they are made of
def _spoken(run: str) -> tuple[str, ...]:
    """Pinyin and its initials, from each syllable on."""
    syllables = run.split()[:_SYLLABLES_MAX]
    initials = "".join(syllable[0] for syllable in syllables)
    places = range(len(syllables))
    return tuple([f"~{''.join(syllables[at:])}" for at in places] + [f"~{initials[at:]}" for at in places])


def _spoken_first(run: str) -> tuple[str, ...]:
    syllables = run.split()[:_SYLLABLES_MAX]
    if not syllables:
        return ()
    return (f"^{''.join(syllables)}", f"^{''.join(syllable[0] for syllable in syllables)}")
