"""The first tables: the chain, its tills, pickup orders, operations and the feed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "branch",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("address_zh", sa.Text(), nullable=False),
        sa.Column("address_en", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_branch")),
    )
    op.create_table(
        "channel",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_channel")),
    )
    op.create_table(
        "channel_order",
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("external_id", sa.String(length=128), nullable=False),
        sa.Column("order_no", sa.BigInteger(), nullable=False),
        sa.Column("body_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "external_id", name=op.f("pk_channel_order")),
    )
    op.create_table(
        "conflict",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("conflict", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("order_no", sa.BigInteger(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("resolved", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "conflict", name=op.f("pk_conflict")),
    )
    op.create_table(
        "customer_pass",
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("branch", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_customer_pass")),
    )
    op.create_index(op.f("ix_customer_pass_order_no"), "customer_pass", ["order_no"], unique=False)
    op.create_table(
        "feed",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.String(length=32), nullable=False),
        sa.Column("entity_id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("branch", "entity", "entity_id", name=op.f("pk_feed")),
        sa.UniqueConstraint("branch", "seq", name=op.f("uq_feed_branch_seq")),
    )
    op.create_table(
        "feed_head",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("min_seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("branch", name=op.f("pk_feed_head")),
    )
    op.create_table(
        "hold",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("order_no", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("till", sa.String(length=36), nullable=False),
        sa.Column("till_name", sa.Text(), nullable=False),
        sa.Column("clerk", sa.String(length=32), nullable=False),
        sa.Column("clerk_name", sa.Text(), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "order_no", name=op.f("pk_hold")),
    )
    op.create_table(
        "member",
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.String(length=32), nullable=False),
        sa.Column("tier", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("member", name=op.f("pk_member")),
    )
    op.create_index(op.f("ix_member_phone"), "member", ["phone"], unique=False)
    op.create_table(
        "operation",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("op_id", sa.String(length=64), nullable=False),
        sa.Column("till", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("envelope", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("order_no", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("conflict", sa.String(length=36), nullable=False),
        sa.Column("answer_seq", sa.Text(), nullable=False),
        sa.Column("received_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "op_id", name=op.f("pk_operation")),
        sa.UniqueConstraint("branch", "till", "seq", name=op.f("uq_operation_branch_till_seq")),
    )
    op.create_index(op.f("ix_operation_branch_operation_order_no"), "operation", ["branch", "order_no"], unique=False)
    op.create_table(
        "pairing",
        sa.Column("pairing", sa.String(length=36), nullable=False),
        sa.Column("branch", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("typed", sa.Boolean(), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("till", sa.String(length=36), nullable=False),
        sa.Column("till_public_key", sa.LargeBinary(), nullable=False),
        sa.Column("attempt", sa.String(length=36), nullable=False),
        sa.Column("hub_nonce", sa.LargeBinary(), nullable=False),
        sa.Column("digits", sa.String(length=6), nullable=False),
        sa.PrimaryKeyConstraint("pairing", name=op.f("pk_pairing")),
    )
    op.create_index(op.f("ix_pairing_attempt"), "pairing", ["attempt"], unique=False)
    op.create_table(
        "pickup_code",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pickup_id", sa.String(length=16), nullable=False),
        sa.Column("order_no", sa.BigInteger(), nullable=False),
        sa.Column("gen", sa.Integer(), nullable=False),
        sa.Column("kid", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=245), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "pickup_id", name=op.f("pk_pickup_code")),
        sa.UniqueConstraint("branch", "order_no", "gen", name=op.f("uq_pickup_code_branch_order_no_gen")),
    )
    op.create_table(
        "pickup_order",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("order_no", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("collect_by_ms", sa.BigInteger(), nullable=False),
        sa.Column("pickup_id", sa.String(length=16), nullable=True),
        sa.Column("open_short_code", sa.String(length=8), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "order_no", name=op.f("pk_pickup_order")),
        sa.UniqueConstraint("branch", "open_short_code", name=op.f("uq_pickup_order_branch_open_short_code")),
        sa.UniqueConstraint("branch", "pickup_id", name=op.f("uq_pickup_order_branch_pickup_id")),
    )
    op.create_index(
        op.f("ix_pickup_order_branch_pickup_order_status_pickup_order_collect_by_ms"),
        "pickup_order",
        ["branch", "status", "collect_by_ms"],
        unique=False,
    )
    op.create_index(op.f("ix_pickup_order_order_no"), "pickup_order", ["order_no"], unique=False)
    op.create_index(op.f("ix_pickup_order_pickup_id"), "pickup_order", ["pickup_id"], unique=False)
    op.create_table(
        "product",
        sa.Column("sku", sa.String(length=64), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("gtin", sa.String(length=14), nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sku", name=op.f("pk_product")),
    )
    op.create_table(
        "rules",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rules")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "staff",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("badge", sa.String(length=32), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("pin_verifier", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "badge", name=op.f("pk_staff")),
    )
    op.create_table(
        "till",
        sa.Column("till", sa.String(length=36), nullable=False),
        sa.Column("branch", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("paired_at_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("till", name=op.f("pk_till")),
    )
    op.create_table(
        "till_progress",
        sa.Column("branch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("till", sa.String(length=36), nullable=False),
        sa.Column("acked_through", sa.BigInteger(), nullable=False),
        sa.Column("highest_seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "till", name=op.f("pk_till_progress")),
    )
