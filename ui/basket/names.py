"""What offers and branches are called in the language of the screen."""

from clerk_app.store import cache
from clerk_app.till import Till
from clerk_app.wire import loads
from ui.language import name_of


def names_of_offers(till: Till) -> dict[str, str]:
    """By the offer's id; of those that count only with a code, too."""
    with till.cache.read() as cached:
        rows = [loads(text) for text in cache.offers_of_chain(cached)]
    return {
        str(row.get("offer", "")): name_of(str(row.get("name_zh", "")), str(row.get("name_en", ""))) for row in rows
    }


def names_of_branches(till: Till) -> dict[int, str]:
    with till.cache.read() as cached:
        rows = cache.branches_of_chain(cached)
    return {int(row["no"]): name_of(str(row.get("name_zh", "")), str(row.get("name_en", ""))) for row in rows}
