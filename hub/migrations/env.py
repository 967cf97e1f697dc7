"""What alembic runs: the migrations, on the connection that hub.migrations hands over."""

from alembic import context

from hub.tables import metadata

# The caller holds the transaction, so that no other process migrates at the same time.
context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
