"""What the customer's pass says, in Chinese and in English."""

from typing import Final

LANGUAGES: Final = ("zh", "en")

# name: (Chinese, English). Short ones are shown in both languages, the page's own first.
_WORDS: Final = {
    # one word for each state
    "placed": ("等待门店接单", "Waiting for the branch"),
    "preparing": ("正在备货", "Being prepared"),
    "ready": ("可以取货", "Ready to collect"),
    "partly_collected": ("部分已取", "Partly collected"),
    "overdue": ("已过取货期", "Pick-up date has passed"),
    "collected": ("已取货", "Collected"),
    "to_be_sent": ("即将寄出", "To be sent"),
    "sent": ("已寄出", "On its way"),
    "rejected": ("门店无法备货", "The branch cannot prepare it"),
    "cancelled": ("已取消", "Cancelled"),
    "expired": ("已过期", "Expired"),
    # and what it means
    "placed_why": ("门店接单后即开始备货，备好会显示取货码。", "The code appears here once your goods are ready."),
    "preparing_why": ("预计 {due} 前备好，备好会显示取货码。", "Expected by {due}. The code appears here then."),
    "ready_why": ("到店出示这个码，{by} 前有效。", "Show this code at the branch by {by}."),
    "partly_collected_why": (
        "还有 {remaining} 件未取，请在 {by} 前来取。",
        "{remaining} still to collect, by {by}.",
    ),
    "overdue_why": (
        "请先联系门店，货品可能已放回货架。",
        "Please call the branch first: the goods may be back on the shelf.",
    ),
    "collected_why": ("{at} 在{place}取走。", "Collected on {at} at {place}."),
    "to_be_sent_why": ("打包后交给快递，寄到您留的地址。", "It is packed and sent to the address you gave."),
    "sent_why": ("已交 {carrier}，单号 {tracking}。", "With {carrier}, number {tracking}."),
    "rejected_why": (
        "门店会与您联系改约或退款，请不要到店。",
        "You will be contacted about it. Please do not come to the branch.",
    ),
    "cancelled_why": (
        "订单已取消，已付款项按原路退回。",
        "The order was cancelled. What you paid goes back the way it came.",
    ),
    "expired_why": ("未在取货期内领取，货品已放回货架。", "Not collected in time; the goods are back on the shelf."),
    # the rest of the page
    "title": ("取货凭证", "Pickup pass"),
    "order": ("订单号", "Order"),
    "placed_at": ("下单", "Placed"),
    "collect_at": ("取货门店", "Collect at"),
    "sent_from": ("发货门店", "Sent from"),
    "collect_by": ("取货截止", "Collect by"),
    "bring": ("请带上", "To bring"),
    "bring_code": ("出示这个码即可", "this code is enough"),
    "phone_tail": ("手机尾号", "the last digits of your phone number"),
    "member_card": ("会员卡", "your member card"),
    "id_document": ("身份证件", "an identity document"),
    "or": ("或", " or "),
    "short_code": ("扫不出？报这 8 位", "Cannot scan? Read this out"),
    "balance_due": ("到店付尾款", "To pay at the branch"),
    "on_delivery": ("货到付款", "To pay on delivery"),
    "goods": ("商品", "Your goods"),
    "pieces": ("{n} 件", "{n} in all"),
    "taken": ("已取 {n}", "{n} collected"),
    "total": ("合计", "Total"),
    "paid": ("已付", "Paid"),
    "refreshes": ("本页每 15 秒自动更新 · {at} 时的状态", "Updates by itself every 15 seconds · as of {at}"),
    "as_of": ("{at} 时的状态", "As of {at}"),
    "keep_private": (
        "请勿把此页转给不代您取货的人。",
        "Anyone who has this page can collect: share it only with whom you trust.",
    ),
    "unknown_pass": ("没有这张取货凭证", "There is no such pass"),
    "unknown_pass_why": (
        "链接可能不完整。请从订单里重新打开。",
        "The link may be cut short. Please open it again from your order.",
    ),
}


def say(name: str, language: str, **values: object) -> str:
    return _WORDS[name][LANGUAGES.index(language)].format(**values)


def other(language: str) -> str:
    return "en" if language == "zh" else "zh"


def preferred(accept_language: str) -> str:
    """Return which of our languages a browser asks for most; Chinese where it asks for neither."""
    best, best_q = "zh", 0.0
    for wish in accept_language[:200].lower().split(","):
        tag, _, rest = wish.strip().partition(";")
        language = tag.split("-")[0]
        q = _quality(rest)
        if language in LANGUAGES and q > best_q:
            best, best_q = language, q
    return best


def _quality(text: str) -> float:
    name, _, value = text.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
