"""What people were before their role changed, and since when a till is frozen."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("staff", sa.Column("earlier", sa.Text(), nullable=True))
    op.add_column("till", sa.Column("frozen_ms", sa.BigInteger(), nullable=True))
