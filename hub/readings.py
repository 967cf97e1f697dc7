"""How Chinese names are read aloud, so that a clerk may type pinyin or its initials."""

import re
from functools import lru_cache

from clerk_app.domain.search_words import folded

_CJK = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_RUN_OR_WORD = re.compile("[\u3400-\u9fff\uf900-\ufaff]+|[^\\W\\d_]+")


@lru_cache(maxsize=50_000)
def pinyin_of(name: str) -> str:
    """The syllables of a name: "牧澄配方奶粉 3 段" is "mu cheng pei fang nai fen, duan"."""
    return ", ".join(map(_reading, _CJK.findall(name)))


@lru_cache(maxsize=50_000)
def _reading(run: str) -> str:
    """Whole runs, since 行 is read one way in 银行 and another in 行走."""
    from pypinyin import lazy_pinyin  # a dictionary of some megabytes: not before a name needs it

    return " ".join(lazy_pinyin(run))


def initials_of(name: str) -> str:
    """What a clerk types who has heard a person's name: 王小琳 is `wxl`, Anna Kern is `ak`."""
    parts = _RUN_OR_WORD.findall(folded(name))
    syllables = [word for part in parts for word in (_reading(part).split() if _CJK.match(part) else [part])]
    return "".join(word[0] for word in syllables)
