"""What was sold at the tills, and what head office offers."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sale",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sale", sa.String(length=64), nullable=False),
        sa.Column("order_no", sa.BigInteger(), nullable=True),
        sa.Column("till", sa.String(length=36), nullable=False),
        sa.Column("receipt_no", sa.String(length=32), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("clerk", sa.String(length=32), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "sale", name=op.f("pk_sale")),
    )
    op.create_index(op.f("ix_sale_branch_sale_receipt_no"), "sale", ["branch", "receipt_no"])
    op.create_index(op.f("ix_sale_branch_sale_at_ms"), "sale", ["branch", "at_ms"])
    op.create_index(op.f("ix_sale_branch_sale_member"), "sale", ["branch", "member"])
    op.create_table(
        "offer",
        sa.Column("offer", sa.String(length=64), nullable=False),
        sa.Column("by_code", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("offer", name=op.f("pk_offer")),
    )
