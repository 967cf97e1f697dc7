"""What came back of what was sold."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_sale_branch_sale_order_no"), "sale", ["branch", "order_no"])
    op.create_table(
        "goods_return",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("return_id", sa.String(length=64), nullable=False),
        sa.Column("slip_no", sa.String(length=32), nullable=False),
        sa.Column("till", sa.String(length=36), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("clerk", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("receipt_no", sa.String(length=32), nullable=False),
        sa.Column("order_no", sa.BigInteger(), nullable=True),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "return_id", name=op.f("pk_goods_return")),
    )
    op.create_index(op.f("ix_goods_return_branch_goods_return_slip_no"), "goods_return", ["branch", "slip_no"])
    op.create_index(op.f("ix_goods_return_branch_goods_return_at_ms"), "goods_return", ["branch", "at_ms"])
    op.create_table(
        "returned",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("purchase", sa.String(length=80), nullable=False),
        sa.Column("return_id", sa.String(length=64), nullable=False),
        sa.Column("at_branch", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "purchase", "return_id", name=op.f("pk_returned")),
    )
    op.create_table(
        "return_hold",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("purchase", sa.String(length=80), nullable=False),
        sa.Column("till", sa.String(length=36), nullable=False),
        sa.Column("till_name", sa.Text(), nullable=False),
        sa.Column("clerk_name", sa.Text(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "purchase", "till", name=op.f("pk_return_hold")),
    )
    op.create_table(
        "home_collection",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("purchase", sa.String(length=80), nullable=False),
        sa.Column("return_id", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("booked_at_branch", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "purchase", "return_id", name=op.f("pk_home_collection")),
    )
