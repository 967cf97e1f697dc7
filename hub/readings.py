"""How Chinese names are read aloud, so that a clerk may type pinyin or its initials."""

import re
from functools import lru_cache

_CJK = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")


@lru_cache(maxsize=50_000)
def pinyin_of(name: str) -> str:
    """The syllables of a name: "牧澄配方奶粉 3 段" is "mu cheng pei fang nai fen, duan"."""
    return ", ".join(map(_reading, _CJK.findall(name)))


@lru_cache(maxsize=50_000)
def _reading(run: str) -> str:
    """Whole runs, since 行 is read one way in 银行 and another in 行走."""
    from pypinyin import lazy_pinyin  # a dictionary of some megabytes: not before a name needs it

    return " ".join(lazy_pinyin(run))
