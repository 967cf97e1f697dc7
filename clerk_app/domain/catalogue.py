"""What the chain sells, one SKU at a time."""

from dataclasses import dataclass

from clerk_app.domain.search_words import index_words


@dataclass(frozen=True, slots=True)
class Product:
    """One SKU as head office describes it. `pinyin` is how name_zh is read aloud: "niu nai, duan"."""

    sku: str
    gtin: str  # 14 digits, or empty
    name_zh: str
    name_en: str
    price_minor: int
    currency: str
    category: str = ""
    pinyin: str = ""

    @property
    def words(self) -> str:
        """By what it is found."""
        return index_words(sku=self.sku, gtin=self.gtin, name_zh=self.name_zh, name_en=self.name_en, pinyin=self.pinyin)
