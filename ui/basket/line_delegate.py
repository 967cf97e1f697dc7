"""Paints a line of the basket and the head of a group, and knows where a line's − and + can be touched."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.basket.screen import BasketRow, GroupRow, LineRow
from ui.theme import current
from ui.widgets import paint
from ui.widgets.avatar import paint_avatar, tint_role

GROUP_PX = 36
LINE_PX = 68
NARROW_PX = 520
AVATAR_PX = 28
COUNT_PX = 40
NAME_LINES = 2
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Spots:
    """Where the parts of a line lie. Narrow rows lose the picture first, then whose sale it is."""

    picture: QRectF
    words: QRectF
    less: QRectF
    count: QRectF
    more: QRectF
    avatar: QRectF
    price: QRectF


class LineDelegate(QStyledItemDelegate):
    """
    Signals:
        selected, stepped: see LineList.
    """

    selected = Signal(str)
    stepped = Signal(str, int)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = current()
        is_group = isinstance(index.data(Qt.ItemDataRole.UserRole), GroupRow)
        return QSize(320, theme.box(GROUP_PX) if is_group else max(theme.box(LINE_PX), _words_px() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: BasketRow = index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, GroupRow):
            _paint_group(painter, rect, row)
        else:
            spots = _spots(rect, row)
            _paint_ground(painter, rect, row, option)
            _paint_picture(painter, spots.picture, row)
            _paint_words(painter, spots.words, row)
            _paint_stepper(painter, spots, row)
            if spots.avatar.width():
                paint_avatar(painter, spots.avatar, row.credited)
            _paint_price(painter, spots.price, row)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() is not QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        row: BasketRow = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, GroupRow) or event.button() is not Qt.MouseButton.LeftButton:
            return False
        spots, at = _spots(QRectF(option.rect), row), event.position()
        self.selected.emit(row.id)
        if row.can_change and spots.less.contains(at):
            self.stepped.emit(row.id, -1)
        elif row.can_change and spots.more.contains(at):
            self.stepped.emit(row.id, 1)
        return True


def _words_px() -> int:
    theme = current()
    return theme.line_px("lead") * NAME_LINES + theme.line_px("caption")


def _spots(rect: QRectF, row: LineRow) -> _Spots:
    theme = current()
    middle, narrow = rect.center().y(), theme.compact or rect.width() < NARROW_PX
    side = 0 if narrow else theme.size("thumb")
    picture = QRectF(rect.left() + 14, middle - side / 2, side, side)
    words_left = picture.right() + (14 if side else 4)
    right = rect.right() - 16
    price_px = max(
        paint.text_width(row.price, "lead"), min(paint.text_width(row.under, "caption"), theme.box(150)), theme.box(72)
    )
    price = QRectF(right - price_px, rect.top(), price_px, rect.height())
    right = price.left() - 12
    avatar_px = 0 if narrow else theme.box(AVATAR_PX)
    avatar = QRectF(right - avatar_px, middle - avatar_px / 2, avatar_px, avatar_px)
    right = avatar.left() - (12 if avatar_px else 0)
    touch = theme.size("touch-min")
    count_px = max(theme.box(COUNT_PX), paint.text_width(str(row.quantity), "lead", bold=True) + 12) - 12
    more = QRectF(right - touch, middle - touch / 2, touch, touch)
    count = QRectF(more.left() - count_px, rect.top(), count_px, rect.height())
    less = QRectF(count.left() - touch, more.top(), touch, touch)
    words = QRectF(words_left, rect.top(), less.left() - 12 - words_left, rect.height())
    return _Spots(picture, words, less, count, more, avatar, price)


def _paint_group(painter: QPainter, rect: QRectF, row: GroupRow) -> None:
    theme = current()
    painter.fillRect(rect, theme.color("sunken"))
    paint.bottom_line(painter, rect)
    side = theme.size("icon-sm")
    paint.icon(painter, row.icon, QPointF(rect.left() + 14 + side / 2, rect.center().y()), side, ink="accent-text")
    left = rect.left() + 14 + side + 10
    title_px = paint.text_width(row.title, bold=True)
    paint.text(painter, QRectF(left, rect.top(), title_px + 1, rect.height()), row.title, bold=True)
    left += title_px + 12
    paint.text(painter, QRectF(left, rect.top(), rect.right() - 16 - left, rect.height()), row.detail, ink="ink-2")


def _paint_ground(painter: QPainter, rect: QRectF, row: LineRow, option: QStyleOptionViewItem) -> None:
    theme, view = current(), option.widget
    is_current = bool(option.state & QStyle.StateFlag.State_Selected)
    if row.trouble:
        painter.fillRect(rect, theme.color("attention-tint"))
    elif is_current:
        painter.fillRect(rect, theme.color("accent-tint"))
    paint.bottom_line(painter, rect)
    if is_current:
        painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height() - 1), theme.color("accent"))
        if isinstance(view, QListView) and view.hasFocus():
            paint.focus_ring(painter, rect.adjusted(2, 2, -2, -3), radius_px=theme.radius("sm"))


def _paint_picture(painter: QPainter, rect: QRectF, row: LineRow) -> None:
    if rect.width() <= 0:
        return
    theme = current()
    dark = theme.name == "dark"
    paint.box(painter, rect, fill=theme.color("hover" if dark else tint_role(row.name)), radius_px=theme.radius("md"))
    paint.icon(painter, "bag", rect.center(), theme.size("icon"), ink="ink-2" if dark else "on-avatar")


def _paint_words(painter: QPainter, rect: QRectF, row: LineRow) -> None:
    theme = current()
    names = paint.lines(row.name, width_px=rect.width(), most=NAME_LINES, type_size="lead", bold=True)
    first, second = theme.line_px("lead"), theme.line_px("caption")
    top = rect.center().y() - (len(names) * first + second) / 2
    for name in names:
        paint.text(painter, QRectF(rect.left(), top, rect.width(), first), name, type_size="lead", bold=True)
        top += first
    detail = QRectF(rect.left(), top, rect.width(), second)
    paint.text(painter, detail, row.trouble or row.detail, type_size="caption", ink=_detail_ink(row))


def _detail_ink(row: LineRow) -> str:
    return "attention-text" if row.trouble else "ink-2"


def _paint_stepper(painter: QPainter, spots: _Spots, row: LineRow) -> None:
    theme, centre = current(), Qt.AlignmentFlag.AlignHCenter
    ink = "ink" if row.can_change else "ink-disabled"
    if row.can_change:
        frame = spots.less.united(spots.more)
        edge = theme.color("line-strong")
        paint.box(painter, frame, fill=theme.color("surface"), edge=edge, radius_px=theme.radius("lg") - 2)
        side = theme.size("icon-sm")
        paint.icon(painter, "minus", spots.less.center(), side, ink=ink)
        paint.icon(painter, "plus", spots.more.center(), side, ink=ink)
    count = str(row.quantity) if row.can_change else f"×{row.quantity}"
    paint.text(painter, spots.count.adjusted(-6, 0, 6, 0), count, type_size="lead", bold=True, align=centre)


def _paint_price(painter: QPainter, rect: QRectF, row: LineRow) -> None:
    theme, right = current(), Qt.AlignmentFlag.AlignRight
    first, second = theme.line_px("lead"), theme.line_px("caption") if row.under else 0
    top = rect.center().y() - (first + second) / 2
    paint.text(painter, QRectF(rect.left(), top, rect.width(), first), row.price, type_size="lead", align=right)
    under = QRectF(rect.left(), top + first, rect.width(), second)
    ink = "done-text" if row.is_cheaper else "ink-3"
    paint.text(painter, under, row.under, type_size="caption", ink=ink, align=right)
