"""Small baskets on which offers compete: few SKUs, round prices, and limits that are just reached or just missed."""

from hypothesis import strategies as st

from clerk_app.domain.basket import CARRY_OUT, SHIP, Basket, BasketLine, BasketMember, Discount, Place
from clerk_app.domain.pricing import (
    AmountOff,
    Bundle,
    BundlePart,
    CheapestOff,
    Coupon,
    FromPieces,
    Offer,
    PercentOff,
    PieceStep,
    PriceRules,
    Scope,
    SetPrice,
    SpendOff,
    SpendStep,
    Terms,
)
from clerk_app.domain.pricing.offers import is_well_formed
from tests.domain.pricing.builders import GOLD, a_basket, a_line, rules_of

SKUS = ("a", "b", "c", "d")
CATEGORY = {"a": "x", "b": "x", "c": "y", "d": "y"}
LIST_PRICE = {"a": 1_000, "b": 700, "c": 700, "d": 333}
CODES = ("K1", "K2", "K3")


def _line(sku: str, quantity: int, place: Place, discount: Discount | None) -> BasketLine:
    return a_line(sku, LIST_PRICE[sku], quantity, category=CATEGORY[sku], place=place, discount=discount)


def _bundle(ours: frozenset[str], theirs: frozenset[str], price_minor: int, sets_max: int) -> Bundle:
    return Bundle((BundlePart(ours), BundlePart(theirs, 2)), price_minor, sets_max)


def _rules(offers: list[Offer], of_coupons: list[Offer], gold: dict[str, int]) -> PriceRules:
    return rules_of(*offers, coupons=map(Coupon, CODES, of_coupons), gold=gold)


def _basket(lines: list[BasketLine], member: BasketMember | None, coupons: list[str]) -> Basket:
    return a_basket(*lines, member=member, coupons=coupons)


permilles = st.sampled_from([50, 100, 200, 333, 500, 1000])
few_minor = st.sampled_from([1, 50, 100, 300, 450, 999])
discounts = st.builds(Discount, st.just("scratched"), st.just("100"), permilles, st.just(0)) | st.builds(
    Discount, st.just("scratched"), st.just("100"), st.just(0), few_minor
)
lines = st.builds(
    _line,
    st.sampled_from(SKUS),
    st.integers(1, 4),
    st.sampled_from([CARRY_OUT, CARRY_OUT, SHIP]),
    st.sampled_from([None, None, None]) | st.none() | discounts,
)
line_lists: st.SearchStrategy[list[BasketLine]] = st.lists(lines, min_size=1, max_size=5)

scopes = st.sampled_from(
    [
        Scope(),
        Scope(),
        Scope(categories=frozenset({"x"})),
        Scope(categories=frozenset({"y"})),
        Scope(skus=frozenset({"a", "c"})),
        Scope(skus=frozenset({"b"})),
        Scope(except_skus=frozenset({"a"})),
        Scope(fulfilments=frozenset({SHIP.fulfilment})),
    ]
)
sku_sets = st.sampled_from([frozenset({"a"}), frozenset({"a", "b"})])
other_sku_sets = st.sampled_from([frozenset({"c"}), frozenset({"c", "d"})])
piece_terms: st.SearchStrategy[Terms] = st.one_of(
    st.builds(PercentOff, permilles, st.sampled_from([0, 0, 1, 2])),
    st.builds(AmountOff, few_minor, st.sampled_from([0, 0, 1])),
)
set_terms: st.SearchStrategy[Terms] = st.one_of(
    st.builds(CheapestOff, st.integers(2, 4), st.integers(1, 3), permilles).filter(is_well_formed),
    st.builds(
        FromPieces, st.lists(st.builds(PieceStep, st.integers(1, 4), permilles), min_size=1, max_size=2).map(tuple)
    ),
    st.builds(SetPrice, st.integers(2, 3), st.sampled_from([500, 1_200, 1_999]), st.sampled_from([0, 1])),
    st.builds(
        _bundle,
        sku_sets,
        other_sku_sets,
        st.sampled_from([700, 1_300]),
        st.sampled_from([0, 1]),
    ),
)
starts = st.sampled_from([0, 700, 1_000, 1_400, 2_000, 3_000])
spend_steps = st.one_of(
    st.builds(SpendStep, starts, off_minor=few_minor), st.builds(SpendStep, starts, permille_off=permilles)
)
repeated_steps = st.builds(SpendStep, st.sampled_from([500, 1_000]), off_minor=few_minor)
spend_terms: st.SearchStrategy[Terms] = st.one_of(
    st.builds(
        SpendOff,
        st.lists(spend_steps, min_size=1, max_size=2).map(tuple),
        off_max_minor=st.sampled_from([0, 0, 0, 200]),
    ),
    st.builds(SpendOff, st.tuples(repeated_steps), repeated=st.sampled_from([True])),
)


def offers_of(terms: st.SearchStrategy[Terms], prefix: str) -> st.SearchStrategy[Offer]:
    return st.builds(
        Offer,
        st.sampled_from([f"{prefix}{n}" for n in range(9)]),
        terms,
        scopes,
        tiers=st.sampled_from([frozenset[str](), frozenset[str](), frozenset({"gold"})]),
        rank=st.integers(0, 1),
        group=st.sampled_from(["", "", "", "g"]),
        with_member_price=st.sampled_from([True, True, False]),
        with_promotions=st.sampled_from([True, True, False]),
        with_coupons=st.sampled_from([True, True, False]),
    )


def offer_lists(most: int, prefix: str = "o") -> st.SearchStrategy[list[Offer]]:
    anything = offers_of(piece_terms, prefix) | offers_of(set_terms, prefix) | offers_of(spend_terms, prefix)
    return st.lists(anything, max_size=most, unique_by=lambda offer: offer.offer)


def rules_with(most: int) -> st.SearchStrategy[PriceRules]:
    """Offers, member prices of some SKUs, and a coupon for each of CODES."""
    coupon_offers = st.lists(offers_of(spend_terms, "k") | offers_of(piece_terms, "k"), min_size=3, max_size=3)
    gold = st.dictionaries(st.sampled_from(SKUS), st.sampled_from([1, 300, 650, 950]))
    return st.builds(
        _rules,
        offer_lists(most),
        coupon_offers,
        gold,
    )


baskets: st.SearchStrategy[Basket] = st.builds(
    _basket,
    line_lists,
    st.sampled_from([None, GOLD, GOLD]),
    st.lists(st.sampled_from(CODES), unique=True, max_size=3),
)
