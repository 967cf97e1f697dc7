"""What a till asks about an article while somebody stands there: whether the chain sells it, and where it lies."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from clerk_app.wire import Availability, availability_json, product_json
from hub import products, stock
from hub.api.context import ApiError, answered, context_of, now_utc, till_of

SKUS_MAX = 400  # of one style, with room

router = APIRouter(prefix="/v1", tags=["catalogue"])
Sku = Annotated[str, Query(min_length=1, max_length=64)]


@router.get("/availability")
def availability(request: Request, sku: Annotated[list[Sku], Query(min_length=1, max_length=SKUS_MAX)]) -> Response:
    """The stock of these SKUs at every branch and warehouse where they were ever counted, as it stands now."""
    till_of(request)
    with context_of(request).hub.database.read() as reader:
        places = stock.stock_everywhere(reader, sku)
    return answered(availability_json(Availability(now_utc(), places)))


@router.get("/products/{gtin}")
def product(gtin: Annotated[str, Path(pattern="^[0-9]{14}$")], request: Request) -> Response:
    """The article of a barcode, as the feed tells it. 404: nobody in the chain knows it."""
    till_of(request)
    with context_of(request).hub.database.read() as reader:
        found = products.product_of_gtin(reader, gtin)
    if found is None:
        raise ApiError(404, "unknown_product", "the chain sells no such article")
    return answered(product_json(found))
