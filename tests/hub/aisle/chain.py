"""A small chain with places, hours and stock: branches 1 to 3 on a line to the north, and a warehouse, 9."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, update

from clerk_app.domain.catalogue import Product
from clerk_app.domain.stock import Stock
from clerk_app.wire import GLOBAL, scope_of
from hub import products, stock, tables
from tests.hub.core.shop import Shop

ALWAYS = ",".join(["00:00-24:00"] * 7)
NAPPIES = Product("NB-2", "", "尿裤", "Nappies", 9_900, "CNY")
MILK = Product("NB-1", "", "奶粉", "Milk powder", 19_900, "CNY")
WAREHOUSE = 9


def a_chain(shop: Shop) -> None:
    """Give the branches of the shop their places, and the chain a third branch, a warehouse and two articles."""
    row: dict[str, Any] = {"name_zh": "门店", "name_en": "Branch", "region": "浙江省 杭州市 滨江区", "hours": ALWAYS}
    with shop.database.write(GLOBAL) as tx:
        products.store_products(tx, [NAPPIES, MILK])
        tx.execute(insert(tables.branch), [{**row, "no": 3, "kind": "branch", "latitude_e6": 0, "longitude_e6": 0}])
        for no in (1, 2, 3):
            spot = {"latitude_e6": 30_000_000 + no * 50_000, "longitude_e6": 120_000_000}
            tx.execute(update(tables.branch).where(tables.branch.c.no == no).values(**spot, **row, ships=no == 3))
        away = {"latitude_e6": 31_000_000, "longitude_e6": 120_000_000, "region": "浙江省 嘉兴市"}
        abilities = {"no": WAREHOUSE, "kind": "warehouse", "pickup": False, "ships": True}
        tx.execute(insert(tables.branch), [{**row, **away, **abilities}])


def count(shop: Shop, branch: int, on_hand: int, sku: str = MILK.sku, *, reserved: int = 0, safety: int = 0) -> None:
    figure = Stock(sku, on_hand, reserved, safety, datetime.now(UTC))
    with shop.database.write(scope_of(branch)) as tx:
        stock.store_stock(tx, branch, [figure])


def free(shop: Shop, branch: int, sku: str = MILK.sku) -> tuple[int, int]:
    """What is on hand at a branch, and what of it is reserved."""
    with shop.database.read() as reader:
        found = stock.stock_of_branch(reader, branch, [sku])[sku]
    return found.on_hand, found.reserved
