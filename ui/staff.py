"""The names of those who work in the branch and of their roles, in the language of the screen."""

from collections.abc import Mapping
from typing import Final

from clerk_app.desk import sign_in
from clerk_app.domain.roles import Role
from clerk_app.store import cache
from clerk_app.till import Till
from ui.language import language
from ui.messages import Text

Names = Mapping[str, str]  # badge → name
ROLES: Final = {
    Role.CLERK: Text.ROLE_CLERK,
    Role.CASHIER: Text.ROLE_CASHIER,
    Role.MANAGER: Text.ROLE_MANAGER,
    Role.ADMINISTRATOR: Text.ROLE_ADMINISTRATOR,
}


def names_of_staff(till: Till) -> Names:
    """Those who have left are among them: the history still tells of them. Somebody of another branch is not; then the
    name counts that was told with the fact.
    """
    with till.cache.read() as connection:
        staff = (sign_in.clerk_of(row, language=language()) for row in cache.clerks(connection))
        return {clerk.badge: clerk.name for clerk in staff}
