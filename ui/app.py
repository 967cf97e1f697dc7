"""The composition root: builds the screens of one till, connects them, starts them and stops them."""

import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from clerk_app.desk import knowledge, outbox, sign_in
from clerk_app.desk.approvals import Approval, Doubt
from clerk_app.domain.orders import OrderNo
from clerk_app.forgetting import Reach, forget
from clerk_app.hub_client import HubClient, client_for
from clerk_app.till import Till
from ui import theme
from ui.article.presenter import ArticlePresenter
from ui.article.view import ArticleView
from ui.balance_pay import BalancePay
from ui.basket_page import BasketPage
from ui.camera import CameraDesk
from ui.chain import chain_of
from ui.conflicts.presenter import ConflictsPresenter
from ui.conflicts.view import ConflictsView
from ui.day.page import DayPage
from ui.formats import span, use_zone
from ui.idle import IdleWatch
from ui.language import language, use_language
from ui.leaving import Leaving
from ui.main_window import MainWindow, Page
from ui.members.presenter import MembersPresenter
from ui.members.view import MembersView
from ui.messages import Text, say
from ui.outbox.presenter import OutboxPresenter
from ui.outbox.view import OutboxDrawer
from ui.pickup.presenter import PickupPresenter
from ui.pickup.view import PickupView
from ui.preferences import Preferences, save_preferences
from ui.refund_watch import RefundWatch
from ui.returns.page import ReturnPage
from ui.routing import ScanRoutes
from ui.scan.missing import Missing
from ui.scan.presenter import CounterPresenter
from ui.scan.view import CounterView
from ui.scan_router import ScanRouter
from ui.search.panel import SearchPanel
from ui.search.presenter import SearchPresenter
from ui.session import Session
from ui.sheets.approval import ApprovalSheet
from ui.sheets.help import open_help
from ui.sheets.parked import ParkedSheet
from ui.sheets.settings import SettingsSheet
from ui.sheets.undo import UndoSheet
from ui.shell import ShellPresenter, ShellScreen
from ui.sign_in.presenter import SignInPresenter
from ui.sign_in.view import SignInView
from ui.sounds import Sound, Sounds
from ui.theme import State
from ui.threads import SyncThread, finish_background_calls, run_in_background
from ui.widgets.scan_field import ListKey
from ui.widgets.ticker import ticker
from ui.work.parcel_sheet import ParcelSheet
from ui.work.parcels import ParcelPresenter
from ui.work.presenter import WorkPresenter
from ui.work.view import WorkView

log = logging.getLogger(__name__)

MANAGER_IDLE_S = 30
FIND_MEMBER_KEY = "F3"


class App(QObject):
    """Everything of one till's screens. `start` shows them; `stop` ends the threads, then the till may be closed.

    Signals:
        language_changed: all that is shown has been said again.
        unpair_wanted: once everything has stopped, this folder should be no till any more; so much of what waits is
            in a file.
    """

    language_changed = Signal()
    unpair_wanted = Signal(int)

    def __init__(self, qt: QApplication, till: Till, window: MainWindow, preferences: Preferences) -> None:
        super().__init__()
        self.qt, self.till, self.window, self.preferences = qt, till, window, preferences
        self.session = Session(self)
        self.hub: HubClient = client_for(till.profile, key=till.key, time=till.time)
        self.shell = ShellPresenter(till, self.session, self)
        self.sign_in = SignInPresenter(till, self.session, self)
        self.counter = CounterPresenter(till, self.session, self)
        self.pickup = PickupPresenter(till, self.session, self.hub, self)
        self.work = WorkPresenter(till, self.session, self)
        self.parcels = ParcelPresenter(till, self.session, self.hub, self)
        self.conflicts = ConflictsPresenter(till, self.session, self)
        self.search = SearchPresenter(till, self)
        self.article = ArticlePresenter(till, self.hub, self)
        self.members = MembersPresenter(till, self.session, self.hub, self)
        self.outbox = OutboxPresenter(till, self)
        self.sounds = Sounds(self)
        self.camera = CameraDesk(preferences.camera, self)
        self.sync = SyncThread(till, self.hub, self)
        self.idle = IdleWatch(qt, self)
        self.leaving = Leaving(till, self.session, window, self)
        self.stopped = False
        use_zone(knowledge.zone_of(till))
        self._make_views()
        self.routes = ScanRoutes(
            window,
            self.session,
            shell=self.shell,
            sign_in=self.sign_in,
            counter=self.counter,
            pickup=self.pickup,
            article=self.article,
        )
        self.routes.add_article_taker("queue", self.work)
        self.router = ScanRouter(qt, parent=self)
        self._connect_scans()
        self._connect_pages()
        self._connect_pickup()
        self._connect_articles()
        self._connect_members()
        self._connect_hub()
        self.basket.join()
        self.return_page.join()

    def _make_views(self) -> None:
        self.sign_in_view = SignInView(self.sign_in)
        self.counter_view = CounterView(self.counter)
        self.pickup_view = PickupView(self.pickup)
        self.work_view = WorkView(self.work, host=self.window)
        self.parcel_sheet = ParcelSheet(self.parcels, self.window)
        self.conflicts_view = ConflictsView(self.conflicts, host=self.window)
        self.article_view = ArticleView(self.article, now=self.till.time.now)
        self.members_view = MembersView(self.members, host=self.window, now=self.till.time.now)
        self.search_panel = SearchPanel(self.search, frame=self.window.frame, field=self.window.scan_field)
        self.outbox_drawer = OutboxDrawer(self.outbox, self.window.frame, top_px=64)
        window = self.window
        window.add_page(Page("counter", "counter", Text.COUNTER, "Alt+1", "1", self.counter_view))
        window.add_page(Page("pickup", "", Text.COUNTER, "", "", self.pickup_view, rail_id="counter"))
        window.add_page(Page("article", "", Text.COUNTER, "", "", self.article_view, rail_id="counter"))
        window.add_page(Page("queue", "queue", Text.QUEUE, "Alt+3", "3", self.work_view))
        self.basket = BasketPage(self)
        window.add_page(Page("members", "member", Text.MEMBERS, "Alt+5", "5", self.members_view))
        window.add_page(Page("conflicts", "attention", Text.CONFLICTS, "Alt+8", "8", self.conflicts_view))
        self.return_page = ReturnPage(self)
        self.refunds = RefundWatch(self.till, self)
        self.balance_pay = BalancePay(self)
        self.day_page = DayPage(self)
        window.set_outbox_drawer(self.outbox_drawer)
        self._lists: dict[str, Callable[[ListKey], None]] = {
            "pickup": self.pickup_view.take_list_key,
            "queue": self.work_view.take_list_key,
            "basket": self.basket.place.take_list_key,
            "conflicts": self.conflicts_view.take_list_key,
            "returns": self.return_page.place.take_list_key,
            "day": self.day_page.place.take_list_key,
        }

    # ------------------------------------------------------------------------------------------- connections

    def _connect_scans(self) -> None:
        self.router.scanned.connect(self.routes.take)
        self.camera.scanned.connect(self.routes.take)
        self.window.scan_field.list_key.connect(self._lend_keys)
        self.window.scan_field.cleared.connect(self.window.scan_field.take_focus)
        self.camera.turned.connect(self.counter.show_camera)
        self.camera.said.connect(self.counter.show_camera_words)
        self.camera.said.connect(self._show_camera_words)
        self.camera.framed.connect(self.counter_view.show_frame)
        self.camera.found.connect(self.counter_view.preview.show_found)
        self.counter_view.camera_wanted.connect(self.camera.toggle)
        self.sign_in_view.camera_wanted.connect(self.camera.toggle)

    def _connect_pages(self) -> None:
        window = self.window
        window.page_shown.connect(self._page_shown)
        window.help_wanted.connect(self._open_help)
        window.settings_wanted.connect(self._open_settings)
        window.lock_wanted.connect(self.lock)
        window.clerk_wanted.connect(self.lock)
        window.bring_back_wanted.connect(self.pickup.bring_back)
        window.parked_wanted.connect(self._ask_which_parked)
        window.closing.connect(self.leaving.want_to_close)
        self.leaving.ended.connect(self._end)
        self.leaving.unpaired.connect(self._end_unpaired)
        self.shell.changed.connect(window.display)
        self.shell.changed.connect(self._show_connection)
        window.banner.acted.connect(self.shell.note_read)
        self.sign_in.signed_in.connect(self._signed_in)
        self.sign_in.sounded.connect(self.sounds.play_state)
        self.sign_in_view.language_chosen.connect(self.set_language)
        self.sign_in_view.settings_wanted.connect(self._open_settings)
        self.session.changed.connect(self.shell.hear_person)
        self.idle.idle.connect(self.lock)
        self.counter.counted.connect(self.shell.count)
        self.counter.became.connect(self.shell.note_outcome)
        self.counter.did.connect(self.shell.note_act)
        self.counter.sounded.connect(self.sounds.play_state)
        self.counter.order_wanted.connect(self._open_order)
        self.counter.work_wanted.connect(self._open_work)
        self.counter.undo_wanted.connect(self._ask_undo)
        self.counter.switch_wanted.connect(self._switch)
        self.work.order_wanted.connect(self._open_order)
        self.work.pack_wanted.connect(self.parcels.ask_pack)
        self.work.send_wanted.connect(self.parcels.ask_send)
        self.parcels.finished.connect(self.work.finish)
        self.work.became.connect(self.shell.note_outcome)
        self.work.did.connect(self.shell.note_act)
        self.work.sounded.connect(self.sounds.play_state)
        self.work.ticked.connect(self._click)
        self.work.rang.connect(self._ring)
        self.work_view.outbox_wanted.connect(self.outbox_drawer.show_outbox)
        self.conflicts.counted.connect(self.shell.count_conflicts)
        self.conflicts.became.connect(self.shell.note_act)
        self.conflicts.sounded.connect(self.sounds.play_state)
        self.session.changed.connect(self.conflicts.refresh)
        self.outbox.retry_wanted.connect(self.sync.wake)
        self.day_page.join()
        self.day_page.code_wanted.connect(self.routes.take)
        self.language_changed.connect(self.day_page.say_again)
        self.language_changed.connect(self.return_page.refresh)
        ticker().ticked.connect(self.sign_in.tick)
        ticker().ticked.connect(self._each_second)

    def _connect_pickup(self) -> None:
        pickup = self.pickup
        pickup.opened.connect(self._show_pickup)
        pickup.closed.connect(self._show_counter)
        pickup.sounded.connect(self.sounds.play_state)
        pickup.refused.connect(self.sounds.play)
        pickup.repeated.connect(self._click)
        pickup.became.connect(self.shell.note_outcome)
        pickup.did.connect(self.shell.note_act)
        pickup.parked_changed.connect(self.shell.note_parked)
        pickup.approval_wanted.connect(self._ask_approval)
        pickup.undo_wanted.connect(self._ask_undo)
        pickup.copied.connect(self._copy)
        pickup.queue_wanted.connect(self._open_queue)
        pickup.drop_wanted.connect(self.return_page.open_order)
        pickup.pay_wanted.connect(self.balance_pay.begin)
        pickup.wallet_wanted.connect(self.balance_pay.begin_with_wallet)
        self.balance_pay.changed.connect(pickup.refresh_money)
        self.balance_pay.did.connect(self.shell.note_act)
        self.balance_pay.sounded.connect(self.sounds.play_state)
        self.refunds.became.connect(pickup.refresh_money)
        ticker().ticked.connect(pickup.tick)
        pickup.typing_wanted.connect(self.window.scan_field.take_focus)

    def _connect_articles(self) -> None:
        search, article, field = self.search, self.article, self.window.scan_field
        field.typed.connect(search.type)
        field.submitted.connect(search.submit)
        field.cleared.connect(search.leave)
        field.left.connect(search.leave)
        self.router.scanned.connect(search.leave)
        self.camera.scanned.connect(search.leave)
        search.code_typed.connect(self.routes.take)
        search.article_wanted.connect(self._open_article)
        article.opened.connect(self._show_article)
        article.closed.connect(self._show_counter)
        article.missing.connect(self._show_missing)
        article.order_wanted.connect(self._open_order)
        article.sounded.connect(self.sounds.play_state)
        article.became.connect(self.shell.note_outcome)
        ticker().ticked.connect(article.tick)

    def _connect_members(self) -> None:
        members = self.members
        find = QShortcut(QKeySequence(FIND_MEMBER_KEY), self.window.frame)
        find.setAutoRepeat(False)
        find.activated.connect(self._find_member)
        self.counter.member_wanted.connect(members.open_card)
        members.opened.connect(self._show_member)
        members.article_wanted.connect(self._open_article)
        members.order_wanted.connect(self._open_order)
        members.card_wanted.connect(self.routes.take)
        members.sounded.connect(self.sounds.play_state)
        members.became.connect(self.shell.note_outcome)
        ticker().ticked.connect(members.tick)

    def _connect_hub(self) -> None:
        self.refunds.became.connect(self.shell.note_act)
        self.sync.connected.connect(self.shell.hear_connection)
        self.sync.connected.connect(self.outbox.show_connection)
        self.sync.catalogue.connect(self.outbox.show_catalogue)
        self.sync.reported.connect(self._synced)
        self.sync.reported.connect(self.leaving.look_again)
        self.shell.online_changed.connect(self.article.show_online)
        self.shell.online_changed.connect(self.members.show_online)
        for actor in (
            self.pickup,
            self.counter,
            self.work,
            self.conflicts,
            self.members,
            self.basket,
            self.return_page,
            self.day_page,
            self.refunds,
        ):
            actor.acted.connect(self._acted)

    # ------------------------------------------------------------------------------------------ life

    def start(self) -> None:
        """Show the sign-in screen and begin to talk with the hub."""
        self.shell.refresh()
        self.sign_in.begin()
        self.refunds.start()
        self.counter.refresh()
        self.work.refresh()
        self.shell.count_conflicts(self.conflicts.screen.open_count)
        self.window.show_page("counter")
        self.window.cover_with(self.sign_in_view)
        self.window.asks_before_closing = True
        self.sync.start()
        QTimer.singleShot(300, self, self._after_start)

    @Slot()
    def _after_start(self) -> None:
        """What the first screen need not wait for."""
        self.sounds.prepare()
        self._apply_volume()
        run_in_background(self.till.ledger.reserve, failed=self._not_reserved)

    @Slot(Exception)
    def _not_reserved(self, error: Exception) -> None:
        """It only makes a hand-over quicker. A disk that is full is told of by the act that it stops."""
        log.info("no room is reserved for the ledger: %s", error)

    def stop(self) -> None:
        self.stopped = True
        self.window.asks_before_closing = False
        self.window.closing.disconnect(self.leaving.want_to_close)
        self.idle.stop()
        self.camera.stop()
        self.sync.stop()
        finish_background_calls()
        forget(self.till, Reach.CLOSED)  # who closes the program closes the day
        self.hub.close()

    @Slot()
    def _end(self) -> None:
        self.window.asks_before_closing = False  # it has answered
        self.qt.quit()

    @Slot(int)
    def _end_unpaired(self, exported: int) -> None:
        self.unpair_wanted.emit(exported)
        self._end()

    # ------------------------------------------------------------------------------------- what follows what

    @Slot()
    def lock(self) -> None:
        """Cover everything and ask who is there; what is open stays open, but every question goes with its clerk."""
        self.routes.forget_waiting()
        self.window.scan_field.clear_all()
        self.window.close_overlays()
        if not self.session.locked:
            self.work.leave()  # in the name of the clerk who ticked
            self.parcels.dismiss()
            self.members.leave()
            self.basket.leave()
        self.session.lock()
        self.sign_in.begin()
        self.window.cover_with(self.sign_in_view)
        self.sign_in_view.pad.setFocus()

    @Slot()
    def _signed_in(self) -> None:
        idle_s = MANAGER_IDLE_S if self.session.is_manager else chain_of(self.till).idle_lock_s
        self.idle.watch(idle_s)
        use_zone(knowledge.zone_of(self.till))
        self.window.uncover()
        self.pickup.refresh()
        self.counter.refresh()

    @Slot(str)
    def _switch(self, badge: str) -> None:
        self.lock()
        self.sign_in.choose_badge(badge)

    @Slot(str)
    def _page_shown(self, page: str) -> None:
        if page != "article":
            self.article.leave()
        if page != "members":
            self.members.leave()
        if page == "queue":
            self.work_view.enter()
        elif page == "members":
            self.members_view.enter()
        elif page == "counter" and self.pickup.is_open:
            self.window.show_page("pickup")

    @Slot()
    def _show_pickup(self) -> None:
        """The verdict is painted at once; the rest of the screen may follow with the next turn of the event loop."""
        self.window.show_page("pickup")
        self.pickup_view.paint_verdict()

    @Slot(str)
    def _open_article(self, sku: str) -> None:
        self.window.scan_field.clear_all()
        self.article.open_sku(sku)

    @Slot()
    def back_to_pickup(self) -> None:
        """To the customer who collects, with what has become of their order."""
        self.pickup.refresh()
        self.window.show_page("pickup" if self.pickup.is_open else "counter")

    @Slot()
    def _show_article(self) -> None:
        self.window.show_page("article")
        self.article_view.paint_head()

    @Slot()
    def _find_member(self) -> None:
        """From wherever one is: the field in which a member is sought."""
        if not self.session.locked:
            self.members.seek()
            self.window.show_page("members")

    @Slot()
    def _show_member(self) -> None:
        self.window.show_page("members")

    @Slot(object)
    def _show_missing(self, missing: Missing) -> None:
        self.window.show_page("counter")
        self.counter.show_missing(missing)

    @Slot()
    def _show_counter(self) -> None:
        self.window.scan_field.clear_all()
        self.counter.refresh()
        self.window.show_page("counter")

    @Slot()
    def _open_queue(self) -> None:
        self.window.show_page("queue")

    @Slot(object)
    def _open_work(self, order_no: OrderNo | None) -> None:
        self.window.show_page("queue")
        if order_no is not None:
            self.work_view.open_order(order_no)

    @Slot(object)
    def _open_order(self, order_no: OrderNo) -> None:
        self.routes.take(f"{order_no}")

    @Slot(ListKey)
    def _lend_keys(self, key: ListKey) -> None:
        """The empty scan field lends its arrows to the list below."""
        if self.search.is_open:
            self.search.move(key)
        elif not self.window.scan_field.is_typed_in and (lent := self._lists.get(self.window.page)):
            lent(key)

    @Slot()
    def _acted(self) -> None:
        self.sync.wake()
        self._refresh_all()

    @Slot(object)
    def _synced(self, _report: object) -> None:
        self._look_who_is_here()
        self._refresh_all()

    def _look_who_is_here(self) -> None:
        """Whoever has left is not at the till any more, and another role counts from now on."""
        clerk = self.session.clerk
        if self.stopped or clerk is None or self.session.locked:
            return
        told = sign_in.clerk(self.till, clerk.badge, language=language())
        if told is None:
            self.lock()
        elif told.role is not clerk.role:
            self.session.renew(told)

    def _refresh_all(self) -> None:
        if self.stopped:
            return  # the exchange's last word was still on its way, and the till may be closed by now
        self.shell.refresh()
        self.counter.refresh()
        self.work.refresh()
        self.basket.refresh()
        self.conflicts.refresh()
        self.day_page.refresh()
        self.outbox.refresh()
        self.pickup.refresh()
        self.article.refresh()
        self.members.refresh()
        if self.session.locked:
            self.sign_in.refresh()

    @Slot(ShellScreen)
    def _show_connection(self, screen: ShellScreen) -> None:
        if not self.stopped:  # the exchange's last word may come when the window has gone
            self.sign_in_view.show_connection(screen.connection)

    @Slot()
    def _each_second(self) -> None:
        if not self.stopped and not self.window.covered:
            self.shell.refresh()

    @Slot(str)
    def _ring(self, _words: str) -> None:
        self.sounds.play(Sound.ORDER_CHIME)

    @Slot()
    def _click(self) -> None:
        self.sounds.play(Sound.CLICK)

    @Slot(str)
    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.shell.note_act(State.DONE, say(Text.COPIED, text=text))

    @Slot(Text)
    def _show_camera_words(self, words: Text) -> None:
        if words in self.camera.troubles:
            self.counter_view.preview.show_trouble(say(words))

    # ------------------------------------------------------------------------------------------ sheets

    @Slot()
    def _open_help(self) -> None:
        open_help(self.window)

    @Slot()
    def _open_settings(self) -> None:
        may_unpair = None if self.till.profile.practice else self.leaving.may_unpair
        sheet = SettingsSheet(self.window, self.preferences, may_unpair=may_unpair)
        sheet.unpair_wanted.connect(self.leaving.want_to_unpair)
        sheet.changed.connect(self.set_preferences)
        sheet.open_sheet()

    @Slot()
    def _ask_which_parked(self) -> None:
        sheet = ParkedSheet(self.window, self.pickup.parked)
        sheet.chosen.connect(self.pickup.bring_back)
        sheet.open_sheet()

    @Slot(str)
    def _ask_undo(self, op_id: str) -> None:
        if not op_id:
            time = span(chain_of(self.till).undo_s)
            self.shell.note_act(State.REFUSED, say(Text.UNDO_NOTHING_WHY, time=time))
            return
        sheet = UndoSheet(self.window, op_id, outbox.entry(self.till, op_id))
        sheet.decided.connect(self.pickup.undo)
        sheet.open_sheet()

    @Slot(Doubt, str)
    def _ask_approval(self, doubt: Doubt, what_for: str) -> None:
        sheet = ApprovalSheet(self.window, self.till, self.session.acting, doubt=doubt, what_for=what_for)
        sheet.approved.connect(self._approved)
        sheet.open_sheet()

    @Slot(Approval)
    def _approved(self, approval: Approval) -> None:
        self.pickup.approve(approval)

    # -------------------------------------------------------------------------------------- preferences

    @Slot(str)
    def set_language(self, tag: str) -> None:
        self.set_preferences(replace(self.preferences, language=tag))

    @Slot(Preferences)
    def set_preferences(self, preferences: Preferences) -> None:
        """Take them over at once, and keep them for the next start."""
        before, self.preferences = self.preferences, preferences
        save_preferences(self.till.folder, preferences)
        if preferences.language != before.language:
            use_language(preferences.language)
        self._apply_theme()
        self._apply_volume()
        if preferences.camera != before.camera:
            self.camera.change_source(preferences.camera)
        self._refresh_all()
        self.sign_in.refresh()
        self.counter.show_again()
        if preferences.language != before.language:
            self.shell.forget_words()
            self.routes.say_again()
        self.language_changed.emit()

    def _apply_theme(self) -> None:
        look = self.preferences
        theme.apply(self.qt, theme=look.theme, language=look.language, text_scale=look.text_scale)

    def _apply_volume(self) -> None:
        for sound in Sound:
            self.sounds.set_volume(sound, self.preferences.volume)
