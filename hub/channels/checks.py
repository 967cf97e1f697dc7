"""Whether what a channel ordered exists here: its articles, its branches, its currency."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from clerk_app.domain.orders import Method
from hub import tables
from hub.channels.request import FieldError, OrderRequest
from hub.database import Reader
from hub.rules import Rules


@dataclass(frozen=True, slots=True)
class Article:
    sku: str
    name_zh: str
    name_en: str
    gtin: str


def articles(reader: Reader, skus: Collection[str]) -> dict[str, Article]:
    """Those of these SKUs that the chain sells."""
    columns = tables.product.c
    wanted = select(columns.sku, columns.name_zh, columns.name_en, columns.gtin).where(columns.sku.in_(skus))
    return {row[0]: Article(*row) for row in reader.execute(wanted)}


def branch_kinds(reader: Reader, numbers: Collection[int]) -> dict[int, str]:
    columns = tables.branch.c
    rows = reader.execute(select(columns.no, columns.kind).where(columns.no.in_(numbers)))
    return {row.no: row.kind for row in rows}


def what_is_wrong(
    request: OrderRequest, *, rules: Rules, sold: Mapping[str, Article], kinds: Mapping[int, str]
) -> list[FieldError]:
    """Every field that names what the chain does not have."""
    errors: list[FieldError] = []
    if request.currency != rules.currency:
        errors.append(FieldError("currency", f"this chain sells in {rules.currency}"))
    for place, line in enumerate(request.lines):
        if line.sku not in sold:
            errors.append(FieldError(f"lines[{place}].sku", "this chain sells no such SKU"))
        if line.method is Method.SHIP:
            continue
        kind = kinds.get(line.branch)
        if kind is None:
            errors.append(FieldError(f"lines[{place}].fulfilment.branch", "there is no such branch"))
        elif kind != "branch":
            errors.append(FieldError(f"lines[{place}].fulfilment.branch", "nothing can be collected at a warehouse"))
    return errors
