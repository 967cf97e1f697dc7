"""What the branches of a run sell, and to whom."""

from typing import Final

from clerk_app.domain.catalogue import Product

ARTICLES: Final = (
    Product("BB-2", "", "围兜", "Bib", 2_933, "CNY"),
    Product("JK-3", "", "外套", "Jacket", 19_900, "CNY"),
    Product("CR-4", "", "推车", "Pram", 45_000, "CNY"),
)
MEMBERS: Final = ("MB0000000018", "MB0000000026")
