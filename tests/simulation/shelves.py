"""What the branches of a run sell, how much of it they have, to whom, and what those bring along."""

from typing import Final

from clerk_app.domain.catalogue import Product
from clerk_app.domain.pricing import Offer, SpendOff, SpendStep
from clerk_app.domain.printed_codes import coupon

ARTICLES: Final = (
    Product("BB-2", "", "围兜", "Bib", 2_933, "CNY"),
    Product("JK-3", "", "外套", "Jacket", 19_900, "CNY"),
    Product("CR-4", "", "推车", "Pram", 45_000, "CNY"),
    Product("LT-5", "", "灯", "Lamp", 8_000, "CNY"),
)
ON_HAND: Final = {"BB-2": 10_000, "JK-3": 10_000, "CR-4": 10_000, "LT-5": 12}
"""At each branch: nobody sells them all, but for the lamps."""
MEMBERS: Final = ("MB0000000018", "MB0000000026")
POINTS: Final = 200  # that each of them begins with
FIVE_OFF: Final = Offer("C-5", SpendOff((SpendStep(100, off_minor=500),)), name_zh="满减券", name_en="Five off")
COUPONS: Final = tuple(coupon((0, 0, 0, 0, 0, 0, 0, 0, value)) for value in range(8))
"""Codes that are good once: the first ones for whoever shows them, the last two for a member each."""
OWNERS: Final = dict(zip(COUPONS[-2:], MEMBERS, strict=True))
HOME: Final = {"name": "王琳", "phone": "13800002046", "region": "浙江省 杭州市 滨江区", "street": "江南大道 88 号"}
