"""What stands where hits would: how to begin, nobody found, being asked, and what became of an enrolment."""

from collections.abc import Mapping
from typing import Any, Final

from clerk_app.desk import outbox
from clerk_app.desk.members import Found, FoundBy, is_exact
from clerk_app.domain.members import WhyNotEnrolled
from clerk_app.till import Till
from ui.members.screen import Note
from ui.messages import Text, say
from ui.theme import State

WHY_NOT_ENROLLED: Final[Mapping[WhyNotEnrolled, Text]] = {
    WhyNotEnrolled.NAME_NEEDED: Text.EN_NAME_NEEDED,
    WhyNotEnrolled.PHONE_NOT_VALID: Text.EN_PHONE_NOT_VALID,
    WhyNotEnrolled.CONSENT_NEEDED: Text.EN_CONSENT_NEEDED,
    WhyNotEnrolled.CARD_NOT_VALID: Text.EN_CARD_NOT_VALID,
    WhyNotEnrolled.CARD_TAKEN: Text.EN_CARD_TAKEN,
    WhyNotEnrolled.BORN_NOT_VALID: Text.EN_BORN_NOT_VALID,
    WhyNotEnrolled.NOT_FOR_ROLE: Text.EN_NOT_FOR_ROLE,
    WhyNotEnrolled.UNREADABLE_ACT: Text.EN_UNREADABLE,
}


def asking_note() -> Note:
    return Note("refresh", say(Text.MB_ASKING), state=State.UNKNOWN)


def silent_note() -> Note:
    return Note("offline", say(Text.MB_SILENT), say(Text.MB_SILENT_WHY), State.ATTENTION)


def no_hits_note(found: Found | None, *, is_online: bool) -> Note:
    if found is None:
        return Note("member", say(Text.MB_START), say(Text.MB_START_WHY))
    if found.by is FoundBy.NOTHING:
        return Note("search", say(Text.MB_NOT_ONE), say(Text.MB_NOT_ONE_WHY))
    if not is_online:
        return Note("offline", say(Text.MB_NOBODY), say(Text.MB_NOBODY_OFFLINE), State.ATTENTION)
    text = Text.MB_NOBODY_ASK if is_exact(found) else Text.MB_NOBODY_PART
    return Note("member", say(Text.MB_NOBODY), say(text))


def waiting_note(till: Till, op_id: str) -> Note:
    return Note("saved", say(Text.EN_SAVED, **_who(till, op_id)), say(Text.EN_SAVED_WHY), State.SAVED)


def enrolled_note(till: Till, op_id: str, *, was_known: bool) -> Note:
    name = _who(till, op_id)["name"]
    return Note("done", say(Text.EN_WAS_KNOWN if was_known else Text.EN_DONE, name=name), state=State.DONE)


def refused_note(reason: str) -> Note:
    return Note("refused", say(Text.EN_REFUSED), say(why_not_enrolled(reason)), State.REFUSED)


def why_not_enrolled(reason: str) -> Text:
    """The hub's reason; what is none of ours is about who asked."""
    return WHY_NOT_ENROLLED[WhyNotEnrolled(reason)] if reason in list(WhyNotEnrolled) else Text.EN_NOT_FOR_ROLE


def _who(till: Till, op_id: str) -> dict[str, str]:
    entry = outbox.entry(till, op_id)
    body: Mapping[str, Any] = entry.operation.body if entry else {}
    return {"name": str(body.get("name_masked", "")), "tail": str(body.get("phone_tail", ""))}
