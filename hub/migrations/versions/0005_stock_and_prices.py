"""Styles with their colours and sizes, prices that begin and end, and the stock of each branch."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TEXTS = {
    "style": sa.String(length=64),
    "colour_zh": sa.Text(),
    "colour_en": sa.Text(),
    "size_zh": sa.Text(),
    "size_en": sa.Text(),
}


def upgrade() -> None:
    for name, kind in _TEXTS.items():
        op.add_column("product", sa.Column(name, kind, nullable=True))
    op.execute("UPDATE product SET style = '', colour_zh = '', colour_en = '', size_zh = '', size_en = ''")
    with op.batch_alter_table("product") as table:
        for name, kind in _TEXTS.items():
            table.alter_column(name, existing_type=kind, nullable=False)
    op.create_index(op.f("ix_product_gtin"), "product", ["gtin"])
    op.create_table(
        "price",
        sa.Column("sku", sa.String(length=64), nullable=False),
        sa.Column("valid_from_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("valid_until_ms", sa.BigInteger(), nullable=True),
        sa.Column("price_minor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sku", "valid_from_ms", name=op.f("pk_price")),
    )
    op.create_table(
        "stock",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sku", sa.String(length=64), nullable=False),
        sa.Column("on_hand", sa.Integer(), nullable=False),
        sa.Column("reserved", sa.Integer(), nullable=False),
        sa.Column("safety", sa.Integer(), nullable=False),
        sa.Column("changed_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "sku", name=op.f("pk_stock")),
    )
