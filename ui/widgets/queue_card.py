"""What one card of the queue board shows, and how it is painted."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import State, current
from ui.widgets import paint
from ui.widgets.avatar import paint_avatar
from ui.widgets.countdown_bar import paint_bar
from ui.widgets.state_glyph import paint_state

GAP_PX, PADDING_PX = 9, 13

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class QueueCard:
    """`progress` is 0 to 1, None shows no bar; `banner` is the strip of a card that has just come in."""

    id: str
    icon: str
    kind: str
    number: str
    due: str = ""
    due_state: State | None = None
    items: str = ""
    place: str = ""
    clerk: str = ""
    progress: float | None = None
    progress_text: str = ""
    banner: str = ""


class QueueCardDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        card: QueueCard = index.data(Qt.ItemDataRole.UserRole)
        return QSize(200, card_height(card) + GAP_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card: QueueCard = index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect).adjusted(0, 0, 0, -GAP_PX)
        state, view = option.state, option.widget
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, rect, card, selected=selected)
        if selected and isinstance(view, QListView) and view.hasFocus():
            inner = rect.adjusted(4, 4, -4, -4)
            paint.focus_ring(painter, inner, radius_px=current().radius("md"))
        painter.restore()


def card_height(card: QueueCard) -> int:
    theme = current()
    height = 2 * PADDING_PX + theme.line_px("body") + 8 + theme.line_px("body") + theme.line_px("caption")
    if card.progress is not None:
        height += theme.line_px("caption") + 6
    if card.banner:
        height += theme.line_px("caption") + 8
    return height


def paint_card(painter: QPainter, rect: QRectF, card: QueueCard, *, selected: bool) -> None:
    theme = current()
    radius_px = theme.radius("lg") - 2
    edge = "accent" if selected or card.banner else "line"
    fill = "accent-tint" if selected and not card.banner else "surface"
    paint.box(
        painter,
        rect,
        fill=theme.color(fill),
        edge=theme.color(edge),
        radius_px=radius_px,
        edge_px=2 if edge == "accent" else 1,
    )
    top = rect.top() + PADDING_PX
    if card.banner:
        top += _paint_banner(painter, rect, card.banner, radius_px)
    left, right = rect.left() + PADDING_PX, rect.right() - PADDING_PX
    _paint_head(painter, QRectF(left, top, right - left, theme.line_px("body")), card)
    top += theme.line_px("body") + 8
    _paint_middle(painter, QRectF(left, top, right - left, theme.line_px("body") + theme.line_px("caption")), card)
    if card.progress is not None:
        bottom = rect.bottom() - PADDING_PX - theme.line_px("caption") / 2 + 3
        words_px = paint.text_width(card.progress_text, "caption") + 10
        paint_bar(painter, QRectF(left, bottom - 3, right - left - words_px, 6), card.progress, ink="accent")
        words = QRectF(right - words_px, bottom - 12, words_px, 24)
        paint.text(
            painter, words, card.progress_text, type_size="caption", ink="ink-2", align=Qt.AlignmentFlag.AlignRight
        )


def _paint_banner(painter: QPainter, rect: QRectF, words: str, radius_px: float) -> float:
    theme = current()
    height = theme.line_px("caption") + 8
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius_px, radius_px)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), height), theme.color("accent"))
    painter.restore()
    middle, side = rect.top() + height / 2, theme.box(15)
    left = rect.left() + PADDING_PX
    paint.icon(painter, "bell", QPointF(left + side / 2, middle), side, ink="on-accent")
    strip = QRectF(left + side + 7, rect.top(), rect.width() - side - 30, height)
    paint.text(painter, strip, words, type_size="caption", ink="on-accent", bold=True)
    return height


def _paint_head(painter: QPainter, rect: QRectF, card: QueueCard) -> None:
    theme = current()
    side, middle = theme.size("icon-sm"), rect.center().y()
    paint.icon(painter, card.icon, QPointF(rect.left() + side / 2, middle), side, ink="ink")
    due_ink = f"{card.due_state}-text" if card.due_state else "ink-2"
    number_px = paint.text_width(card.number, bold=True) + 1  # the last to give way: it is what one calls out
    sign_px = theme.box(16) + 7 if card.due_state is not None else 0
    due_px = min(paint.text_width(card.due, bold=True), rect.width() - side - 18 - sign_px - number_px)
    due = QRectF(rect.right() - due_px, rect.top(), due_px + 1, rect.height())
    paint.text(painter, due, card.due, ink=due_ink, bold=True, align=Qt.AlignmentFlag.AlignRight)
    right = due.left() - 10
    if card.due_state is not None:
        sign = theme.box(16)
        paint_state(painter, card.due_state, QRectF(due.left() - sign_px, middle - sign / 2, sign, sign))
        right -= sign_px
    left = rect.left() + side + 8
    room_px = right - left
    kind_px = paint.text_width(card.kind, bold=True) + 1
    if kind_px + 8 + number_px > room_px:  # the icon says the kind too, the number is said by nothing else
        paint.text(painter, QRectF(left, rect.top(), room_px, rect.height()), card.number, bold=True)
        return
    paint.text(painter, QRectF(left, rect.top(), kind_px, rect.height()), card.kind, bold=True)
    number = QRectF(left + kind_px + 8, rect.top(), number_px, rect.height())
    paint.text(painter, number, card.number, type_size="caption", ink="ink-3")


def _paint_middle(painter: QPainter, rect: QRectF, card: QueueCard) -> None:
    theme = current()
    right = rect.right()
    if card.clerk:
        side = theme.box(30)
        paint_avatar(painter, QRectF(right - side, rect.center().y() - side / 2, side, side), card.clerk)
        right -= side + 10
    first = theme.line_px("body")
    paint.text(painter, QRectF(rect.left(), rect.top(), right - rect.left(), first), card.items)
    place = QRectF(rect.left(), rect.top() + first, right - rect.left(), rect.height() - first)
    paint.text(painter, place, card.place, type_size="caption", ink="ink-3")
