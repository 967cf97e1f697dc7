"""What a till asks while somebody stands there: whether the chain sells an article, where it lies, and what a coupon is
worth.
"""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from clerk_app.wire import Availability, availability_json, product_json
from hub import offers, products, stock
from hub.api.context import ApiError, answered, context_of, keep_pace, now_utc, till_of
from hub.api.description import BY_TILL, errors

SKUS_MAX = 400  # of one style, with room

router = APIRouter(prefix="/v1", tags=["catalogue"], dependencies=[BY_TILL], responses=errors(400, 401, 403, 409, 429))
Sku = Annotated[str, Query(min_length=1, max_length=64)]


@router.get("/availability")
def availability(request: Request, sku: Annotated[list[Sku], Query(min_length=1, max_length=SKUS_MAX)]) -> Response:
    """The stock of these SKUs at every branch and warehouse where they were ever counted, as it stands now."""
    keep_pace(context_of(request).limits.looks, till_of(request).till)
    with context_of(request).hub.database.read() as reader:
        places = stock.stock_everywhere(reader, sku)
    return answered(availability_json(Availability(now_utc(), places)))


@router.get("/products/{gtin}", responses=errors(404))
def product(gtin: Annotated[str, Path(pattern="^[0-9]{14}$")], request: Request) -> Response:
    """The article of a barcode, as the feed tells it. 404: nobody in the chain knows it."""
    keep_pace(context_of(request).limits.looks, till_of(request).till)
    with context_of(request).hub.database.read() as reader:
        found = products.product_of_gtin(reader, gtin)
    if found is None:
        raise ApiError(404, "unknown_product", "the chain sells no such article")
    return answered(product_json(found))


@router.get("/coupons/{code}", responses=errors(404))
def coupon(code: Annotated[str, Path(pattern="^CP[0-9A-Z]{10}$")], request: Request) -> Response:
    """What a code is worth, with the whole of its offer, and whether somebody has used it. 404: nobody gave it out."""
    keep_pace(context_of(request).limits.looks, till_of(request).till)
    with context_of(request).hub.database.read() as reader:
        found = offers.coupon_of_code(reader, code)
    if found is None:
        raise ApiError(404, "unknown_coupon", "nobody has given out such a coupon")
    body, is_used = found
    return answered({"coupon": body, "used": is_used})
