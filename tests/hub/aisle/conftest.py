"""The same shops and tills as the core's."""

from tests.hub.core.conftest import folder, new_shop, second_till, shop, till

__all__ = ["folder", "new_shop", "second_till", "shop", "till"]
