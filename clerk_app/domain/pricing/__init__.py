"""What a basket costs, and why: offers, coupons, member prices and points, the same at the till and in the hub."""

from clerk_app.domain.pricing.case import NotUsed
from clerk_app.domain.pricing.offers import (
    ALWAYS,
    EVERYTHING,
    AmountOff,
    ArticleTerms,
    Bundle,
    BundlePart,
    CheapestOff,
    Coupon,
    FromPieces,
    Offer,
    PercentOff,
    PieceStep,
    Scope,
    SetPrice,
    SpendOff,
    SpendStep,
    Terms,
    Validity,
    is_well_formed,
)
from clerk_app.domain.pricing.points import PointsRefusal, PointsRule, points_earned, points_to_offer, why_not_points
from clerk_app.domain.pricing.priced import PricedBasket, PricedLine, UnusedOffer
from clerk_app.domain.pricing.prices import Price, list_prices, tier_prices
from clerk_app.domain.pricing.pricing import PriceRules, price
from clerk_app.domain.pricing.refunds import Refund, SoldLine, refund, sold_lines
from clerk_app.domain.reductions import Reduction, Why

__all__ = [
    "ALWAYS",
    "EVERYTHING",
    "AmountOff",
    "ArticleTerms",
    "Bundle",
    "BundlePart",
    "CheapestOff",
    "Coupon",
    "FromPieces",
    "NotUsed",
    "Offer",
    "PercentOff",
    "PieceStep",
    "PointsRefusal",
    "PointsRule",
    "Price",
    "PriceRules",
    "PricedBasket",
    "PricedLine",
    "Reduction",
    "Refund",
    "Scope",
    "SetPrice",
    "SoldLine",
    "SpendOff",
    "SpendStep",
    "Terms",
    "UnusedOffer",
    "Validity",
    "Why",
    "is_well_formed",
    "list_prices",
    "points_earned",
    "points_to_offer",
    "price",
    "refund",
    "sold_lines",
    "tier_prices",
    "why_not_points",
]
