"""The brand of an article, of which an offer may be."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("product", sa.Column("brand", sa.Text(), nullable=True))
    op.execute("UPDATE product SET brand = ''")
    with op.batch_alter_table("product") as table:
        table.alter_column("brand", existing_type=sa.Text(), nullable=False)
