"""Where an order's parts and a code's order are, so that who knows only the number need not ask every branch."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "order_place",
        sa.Column("order_no", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("order_no", "branch", name=op.f("pk_order_place")),
    )
    op.create_table(
        "code_place",
        sa.Column("pickup_id", sa.String(length=16), nullable=False),
        sa.Column("branch", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("pickup_id", name=op.f("pk_code_place")),
    )
    op.execute("INSERT INTO order_place (order_no, branch) SELECT order_no, branch FROM pickup_order")
    op.execute(
        "INSERT INTO code_place (pickup_id, branch, order_no) SELECT pickup_id, branch, order_no FROM pickup_code"
    )
    op.drop_index(op.f("ix_pickup_order_order_no"), table_name="pickup_order")
    op.drop_index(op.f("ix_pickup_order_pickup_id"), table_name="pickup_order")
