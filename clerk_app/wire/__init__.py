"""The JSON of every message between till and hub, both ways.

Whatever arrives is parsed here, once, into the domain's types; a message that is
not what docs/hub-api.md says raises Malformed and changes nothing.
"""

from clerk_app.wire.feed import GLOBAL, PAGE_MAX, Change, FeedPage, in_order, page_lines, page_of, scope_of
from clerk_app.wire.fields import (
    Malformed,
    bool_of,
    canonical,
    choice_of,
    int_of,
    list_of,
    loads,
    object_of,
    text_of,
    time_of,
    time_text,
)
from clerk_app.wire.hello import PROTOCOL, SCHEMA, Hello, hello_json, hello_of
from clerk_app.wire.operations import (
    BATCH_MAX,
    BATCH_MAX_BYTES,
    answer_json,
    answer_of,
    batch_json,
    envelope_json,
    envelope_of,
    signed_json,
    signed_of,
)
from clerk_app.wire.orders import Hold, hold_json, hold_of, order_json, order_of

__all__ = [
    "BATCH_MAX",
    "BATCH_MAX_BYTES",
    "GLOBAL",
    "PAGE_MAX",
    "PROTOCOL",
    "SCHEMA",
    "Change",
    "FeedPage",
    "Hello",
    "Hold",
    "Malformed",
    "answer_json",
    "answer_of",
    "batch_json",
    "bool_of",
    "canonical",
    "choice_of",
    "envelope_json",
    "envelope_of",
    "hello_json",
    "hello_of",
    "hold_json",
    "hold_of",
    "in_order",
    "int_of",
    "list_of",
    "loads",
    "object_of",
    "order_json",
    "order_of",
    "page_lines",
    "page_of",
    "scope_of",
    "signed_json",
    "signed_of",
    "text_of",
    "time_of",
    "time_text",
]
