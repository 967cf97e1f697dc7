"""Where branches are and when they are open, and what is reserved, ordered and sent from one for another."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_OF_A_BRANCH = {
    "region": sa.Text(),
    "hours": sa.Text(),
    "orders_a_day": sa.Integer(),
    "pickup": sa.Boolean(),
    "ships": sa.Boolean(),
}


def upgrade() -> None:
    _describe_branches()
    op.create_table(
        "address",
        sa.Column("address", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.String(length=32), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_address")),
    )
    op.create_index(op.f("ix_address_until_ms"), "address", ["until_ms"])
    op.create_table(
        "order_address",
        sa.Column("order_no", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("address", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("order_no", name=op.f("pk_order_address")),
    )
    op.create_table(
        "reservation_place",
        sa.Column("reservation", sa.String(length=64), nullable=False),
        sa.Column("branch", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("reservation", name=op.f("pk_reservation_place")),
    )
    _reserve()
    _order()


def _describe_branches() -> None:
    """Until now branches gave out orders, and nobody but a warehouse sent parcels."""
    for name, kind in _OF_A_BRANCH.items():
        op.add_column("branch", sa.Column(name, kind, nullable=True))
    op.add_column("branch", sa.Column("latitude_e6", sa.Integer(), nullable=True))
    op.add_column("branch", sa.Column("longitude_e6", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE branch SET region = '', hours = '', orders_a_day = 0,"
        " pickup = (kind <> 'warehouse'), ships = (kind = 'warehouse')"
    )
    with op.batch_alter_table("branch") as table:
        for name, kind in _OF_A_BRANCH.items():
            table.alter_column(name, existing_type=kind, nullable=False)


def _create_index(table: str, first: str, *others: str) -> None:
    """Named as hub.tables names it."""
    name = "_".join((first, *(f"{table}_{column}" for column in others)))
    op.create_index(op.f(f"ix_{table}_{name}"), table, [first, *others])


def _reserve() -> None:
    op.create_table(
        "reservation",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reservation", sa.String(length=64), nullable=False),
        sa.Column("sku", sa.String(length=64), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.Column("basket", sa.String(length=64), nullable=False),
        sa.Column("till", sa.String(length=36), nullable=False),
        sa.Column("order_no", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("branch", "reservation", name=op.f("pk_reservation")),
    )
    _create_index("reservation", "branch", "state", "until_ms")
    op.create_table(
        "branch_day",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "day", name=op.f("pk_branch_day")),
    )


def _order() -> None:
    op.create_table(
        "counter_order",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("order_no", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.Column("paid_by", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "order_no", name=op.f("pk_counter_order")),
    )
    _create_index("counter_order", "branch", "status", "until_ms")
    op.create_table(
        "routing",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("order_no", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("since_ms", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "order_no", name=op.f("pk_routing")),
    )
    _create_index("routing", "branch", "state", "since_ms")
