"""Members with their consent, points, coupons, purchases and suggestions; and what came of an operation."""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_OF_A_MEMBER = {
    "home_branch": sa.Integer(),
    "consent": sa.String(length=40),
    "contact": sa.String(length=64),
    "child_born": sa.String(length=7),
}


def upgrade() -> None:
    for name, kind in _OF_A_MEMBER.items():
        op.add_column("member", sa.Column(name, kind, nullable=True))
    op.add_column("member", sa.Column("joined_ms", sa.BigInteger(), nullable=True))
    op.add_column("member", sa.Column("consent_ms", sa.BigInteger(), nullable=True))
    op.execute("UPDATE member SET home_branch = 0, consent = '', contact = '', child_born = ''")
    with op.batch_alter_table("member") as table:
        for name, kind in _OF_A_MEMBER.items():
            table.alter_column(name, existing_type=kind, nullable=False)
    _phones()
    op.add_column("operation", sa.Column("result", sa.Text(), nullable=True))
    _places()
    _points()
    _coupons()
    _purchases()


def _phones() -> None:
    """Marks as `clerk_app.wire.phone_mark` makes them. Of two members with one phone it stays the first one's."""
    op.create_table(
        "member_phone",
        sa.Column("phone_mark", sa.String(length=64), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("phone_mark", name=op.f("pk_member_phone")),
    )
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT member, phone FROM member WHERE phone <> '' ORDER BY member")).all()
    for member, phone in rows:
        mark = hashlib.sha256(b"clerk member phone|" + phone.encode()).hexdigest()
        connection.execute(
            sa.text(
                "INSERT INTO member_phone (phone_mark, member) VALUES (:mark, :member)"
                " ON CONFLICT (phone_mark) DO NOTHING"
            ),
            {"mark": mark, "member": member},
        )


def _places() -> None:
    op.create_table(
        "member_place",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("is_stale", sa.Boolean(), nullable=False),
        sa.Column("seen_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member", "branch", name=op.f("pk_member_place")),
    )
    op.create_index(op.f("ix_member_place_is_stale"), "member_place", ["is_stale"])
    op.create_index(op.f("ix_member_place_seen_ms"), "member_place", ["seen_ms"])


def _points() -> None:
    op.create_table(
        "points",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("changed_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member", name=op.f("pk_points")),
    )
    op.create_table(
        "points_entry",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("entry", sa.String(length=128), nullable=False),
        sa.Column("delta", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member", "entry", name=op.f("pk_points_entry")),
    )


def _coupons() -> None:
    op.create_table(
        "coupon",
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("offer", sa.String(length=64), nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("valid_from_ms", sa.BigInteger(), nullable=True),
        sa.Column("valid_until_ms", sa.BigInteger(), nullable=True),
        sa.Column("claimed_by", sa.String(length=128), nullable=False),
        sa.Column("claimed_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_coupon")),
    )
    op.create_index(op.f("ix_coupon_member"), "coupon", ["member"])


def _purchases() -> None:
    op.create_table(
        "purchase",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("purchase", sa.String(length=80), nullable=False),
        sa.Column("branch", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("order_no", sa.BigInteger(), nullable=True),
        sa.Column("receipt_no", sa.String(length=64), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("member", "purchase", name=op.f("pk_purchase")),
    )
    op.create_table(
        "suggestion",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("member", name=op.f("pk_suggestion")),
    )
