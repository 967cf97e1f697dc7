"""Paints a row of the check list and knows where its box and its − and + can be touched."""

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
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import current
from ui.widgets import paint
from ui.widgets.avatar import tint_role
from ui.widgets.check_row import CheckRow
from ui.widgets.loc_tag import loc_tag_size, paint_loc_tag
from ui.widgets.tick import paint_tick

NAME_LINES = 2
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the parts of a row lie. Narrow rows lose the picture first, then the price, then a place that is empty."""

    tick: QRectF
    picture: QRectF
    words: QRectF
    less: QRectF
    quantity: QRectF
    more: QRectF
    place: QRectF
    price: QRectF


class CheckListDelegate(QStyledItemDelegate):
    """
    Signals:
        toggled, stepped: see CheckList.
    """

    toggled = Signal(str)
    stepped = Signal(str, int)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = current()
        height = theme.size("row-tall") + 2 if not theme.compact else theme.box(76)
        return QSize(320, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: CheckRow = index.data(Qt.ItemDataRole.UserRole)
        rect, spots = QRectF(option.rect), _layout(QRectF(option.rect), row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, rect, row, option)
        paint_tick(painter, spots.tick, row.check_state, enabled=row.enabled)
        _paint_picture(painter, spots.picture, row)
        _paint_words(painter, spots.words, row)
        _paint_quantity(painter, spots, row)
        _paint_place(painter, spots.place, row)
        _paint_price(painter, spots.price, row)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() is not QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        row: CheckRow = index.data(Qt.ItemDataRole.UserRole)
        spots, at = _layout(QRectF(option.rect), row), event.position()
        if not row.enabled or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if row.stepper and spots.less.contains(at):
            self.stepped.emit(row.id, -1)
        elif row.stepper and spots.more.contains(at):
            self.stepped.emit(row.id, 1)
        elif at.x() < (spots.less.left() if row.stepper else spots.place.left()):
            self.toggled.emit(row.id)
        return True


def _layout(rect: QRectF, row: CheckRow) -> _Layout:
    theme = current()
    middle, tick = rect.center().y(), theme.box(28)
    x = rect.left() + 16
    tick_rect = QRectF(x, middle - tick / 2, tick, tick)
    x += tick + 14
    side = 0 if theme.compact or rect.width() < 520 else theme.size("thumb") + 4
    picture = QRectF(x, middle - side / 2, side, side)
    x += side + (14 if side else 6)
    right = rect.right() - 16
    price_px = (
        0
        if theme.compact or rect.width() < 440
        else max(paint.text_width(row.price, "lead"), paint.text_width(row.word, "caption"))
    )
    price_px = max(price_px, theme.box(88)) if price_px else 0
    price = QRectF(right - price_px, rect.top(), price_px, rect.height())
    right -= price_px + (12 if price_px else 0)
    has_note = not theme.compact and rect.width() >= 640
    place_px = max(loc_tag_size(row.place, large=True).width(), theme.box(132) if has_note else theme.box(64))
    place_px = place_px if row.place or (price_px and has_note) else 0
    place = QRectF(right - place_px, rect.top(), place_px, rect.height())
    right -= place_px + (14 if place_px else 0)
    touch = theme.size("touch-min") if row.stepper else 0
    more = QRectF(right - touch, middle - touch / 2, touch, touch)
    count = paint.text_width(_count_words(row), "title", bold=True) + (12 if row.stepper else 2)
    quantity = QRectF(more.left() - count, rect.top(), count, rect.height())
    less = QRectF(quantity.left() - touch, more.top(), touch, touch)
    return _Layout(
        tick_rect,
        picture,
        QRectF(x, rect.top(), less.left() - 12 - x, rect.height()),
        less,
        quantity,
        more,
        place,
        price,
    )


def _count_words(row: CheckRow) -> str:
    return f"{row.ticked}/{row.quantity}" if row.stepper else f"×{row.quantity}"


def _paint_ground(painter: QPainter, rect: QRectF, row: CheckRow, option: QStyleOptionViewItem) -> None:
    theme = current()
    state, view = option.state, option.widget
    current_row = bool(state & QStyle.StateFlag.State_Selected)
    if row.trouble:
        painter.fillRect(rect, theme.color("refused-tint"))
    elif current_row:
        painter.fillRect(rect, theme.color("sunken"))
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
    if current_row:
        painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height() - 1), theme.color("accent"))
        if isinstance(view, QListView) and view.hasFocus():
            paint.focus_ring(painter, rect.adjusted(2, 2, -2, -3), radius_px=theme.radius("sm"))


def _paint_picture(painter: QPainter, rect: QRectF, row: CheckRow) -> None:
    if rect.width() <= 0:
        return
    theme = current()
    if row.picture is not None:
        shape = QPainterPath()
        shape.addRoundedRect(rect, theme.radius("md"), theme.radius("md"))
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(rect, row.picture, QRectF(row.picture.rect()))
        painter.restore()
        return
    dark = theme.name == "dark"
    paint.box(painter, rect, fill=theme.color("hover" if dark else tint_role(row.name)), radius_px=theme.radius("md"))
    paint.icon(painter, row.icon, QPointF(rect.center()), theme.size("icon"), ink="ink-2" if dark else "on-avatar")


def _paint_words(painter: QPainter, rect: QRectF, row: CheckRow) -> None:
    """The name takes a second line where it needs one: a picker must tell two sizes of one article apart."""
    theme = current()
    names = paint.lines(row.name, width_px=rect.width(), most=NAME_LINES, type_size="lead", bold=True)
    first, second = theme.line_px("lead"), theme.line_px("body") if row.subtitle else 0
    if len(names) * first + second > rect.height():
        second = 0
    top = rect.center().y() - (len(names) * first + second) / 2
    ink = "ink" if row.enabled else "ink-3"
    for name in names:
        paint.text(painter, QRectF(rect.left(), top, rect.width(), first), name, type_size="lead", ink=ink, bold=True)
        top += first
    if second:
        paint.text(painter, QRectF(rect.left(), top, rect.width(), second), row.subtitle, ink="ink-2")


def _paint_quantity(painter: QPainter, spots: _Layout, row: CheckRow) -> None:
    centre = Qt.AlignmentFlag.AlignHCenter
    paint.text(painter, spots.quantity, _count_words(row), type_size="title", bold=True, align=centre)
    if not row.stepper:
        return
    theme = current()
    frame = spots.less.united(spots.more)
    paint.box(painter, frame, edge=theme.color("line-strong"), radius_px=theme.radius("md") + 2)
    less_ink = "ink" if row.enabled and row.ticked > 0 else "ink-disabled"
    more_ink = "ink" if row.enabled and row.ticked < row.quantity else "ink-disabled"
    side = theme.size("icon-sm")
    paint.icon(painter, "minus", QPointF(spots.less.center()), side, ink=less_ink)
    paint.icon(painter, "plus", QPointF(spots.more.center()), side, ink=more_ink)


def _paint_place(painter: QPainter, rect: QRectF, row: CheckRow) -> None:
    if not row.place:
        return
    theme = current()
    tag = loc_tag_size(row.place, large=True)
    note_px = theme.line_px("caption") + 3 if row.place_note and not theme.compact else 0
    top = rect.center().y() - (tag.height() + note_px) / 2
    paint_loc_tag(painter, QRectF(rect.left(), top, tag.width(), tag.height()), row.place, large=True)
    if note_px:
        note = QRectF(rect.left(), top + tag.height() + 3, rect.width(), note_px - 3)
        paint.text(painter, note, row.place_note, type_size="caption", ink="ink-3")


def _paint_price(painter: QPainter, rect: QRectF, row: CheckRow) -> None:
    theme = current()
    right = Qt.AlignmentFlag.AlignRight
    first, second = theme.line_px("lead"), theme.line_px("caption") if row.word else 0
    top = rect.center().y() - (first + second) / 2
    paint.text(painter, QRectF(rect.left(), top, rect.width(), first), row.price, type_size="lead", align=right)
    ink = "refused-text" if row.trouble else "done-text" if row.ticked >= row.quantity else "ink-3"
    word = QRectF(rect.left(), top + first, rect.width(), second)
    paint.text(painter, word, row.word, type_size="caption", ink=ink, align=right)
