"""The pickup codes that docs/pickup-code.md publishes, and how a till of that hub reads them."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from clerk_app.domain.key_set import IssuerKey, KeySet, KeyStatus
from clerk_app.domain.pickup_code import (
    PickupCode,
    Unreadable,
    encode_text,
    read,
    signed_message,
)
from clerk_app.signing import SigningKey, verify

HUB = UUID("7f3c9a5e1b2d4c688a90d1e2f3a4b5c6")
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
END = datetime(2106, 2, 7, 6, 28, 15, tzinfo=UTC)
ED25519_ORDER = 2**252 + 27742317777372353535851937790883648493

KEY_1 = SigningKey.from_seed(bytes.fromhex("409d14cca1645d0ceb40c0668583e22f8cad348a2c2da4cf7aaca3db20e43478"))
KEY_2 = SigningKey.from_seed(bytes.fromhex("f79cea6ee8ed3c0b57ceeffe60a278e8df3821e2d11dbe44a7376250dde2e6cb"))
PUBLIC_1 = "5091d5e4604e9216186e95377582461a71877a2cd9e22379557197f08d17a081"
PUBLIC_2 = "aba3ef90410a50c52e327dba8fda7aff5d8b903663ad1f2991c0b018aee58947"

V1_BODY = "0101000c0123456789abcdef00000f426a0169248100692dbb80000100000000deadbeef"
V1_SIGNATURE = (
    "567f44d3d92047c174a5afa1fcba175736c222130a8f980dcfcb7fa94118cfa2"
    "cb097d8ba5adfd39afa41b22aacf2e34264abeadfc008c6fc3453011920bc207"
)
V1_TEXT = (
    "8100261486958412511380376309393199742652784867305031194534675645609810505528338149950243852771517300648124142991342"
    "6540395091457310881716324749135343180061085786317035646397649391817747749274838172084345835872321195660131722160660"
    "600803582003973"
)
V2_BODY = "0102019cfedcba9876543210003ade68b1026925d280692f0d000303000007cf00c0ffee"
V2_SIGNATURE = (
    "14febb39250117f5d9166dae63529773e86194aebf378eea81db51d56b9644d9"
    "f3dd9fb44411643d40677d881cbd1ba6f3bd98bb02c6a4a9d0d13ff6145e5c0e"
)
V2_TEXT = (
    "8100262510642129030090622371115864992957022617477061926746839725142825711905266044332563755292972466628406547070210"
    "8078184671845793367124940899176723742585505426882795062297269859827774249346409409318871671027020190065839121841552"
    "194890461083083"
)
V3_BODY = "0101fffffffffffffffffffffffffffffffffffeae7fffffffff11ffffffffffffffffff"
V3_SIGNATURE = (
    "fd89f6bd5d938fa4a1238b8f8892fb10c921827ee882a425bccf1a1b8ad2f36d"
    "408baf9f086e4ab21282fe676249ef91774dd962563780ffbd6f5a6a97d01a09"
)
V3_TEXT = (
    "8100262504230298309692796722680970166704050193427545670995486400735620089567100238003239238671706883977774322842348"
    "1665775154628171718995695011501496922440898160675038797363317566133239228772504240653372501959190668236736365966676"
    "326281747508152"
)


def an_issuer_key(kid: int, key: SigningKey) -> IssuerKey:
    return IssuerKey(kid, key.public, BEGINNING, END, END, KeyStatus.ACTIVE)


KEYS = KeySet(HUB, 1, BEGINNING, END, (an_issuer_key(1, KEY_1), an_issuer_key(2, KEY_2)))


def a_code() -> PickupCode:
    code = read_here(V1_TEXT)
    assert isinstance(code, PickupCode)
    return code


def read_here(text: str, *, hub_id: UUID = HUB, keys: KeySet = KEYS) -> PickupCode | Unreadable:
    return read(text, hub_id=hub_id, keys=keys, is_signature=verify)


def text_of(body: bytes, *, hub_id: UUID = HUB, key: SigningKey = KEY_1) -> str:
    return encode_text(body, key.sign(signed_message(hub_id, body)))


def with_key(**changes: object) -> KeySet:
    return replace(KEYS, keys=(replace(KEYS.keys[0], **changes), KEYS.keys[1]))


def changed(text: str, place: int, digit: str) -> str:
    return text[:place] + digit + text[place + 1 :]
