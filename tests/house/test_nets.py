"""The nets of tests/conftest.py catch what falls."""

from pathlib import Path

import pytest

NETS = (Path(__file__).resolve().parents[1] / "conftest.py").read_text()


@pytest.fixture
def shop(pytester: pytest.Pytester) -> pytest.Pytester:
    """An empty test folder with our nets under it, and our pytest settings."""
    pytester.makeconftest(NETS)
    pytester.makepyprojecttoml((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text())
    return pytester


def outcomes(shop: pytest.Pytester, body: str) -> dict[str, int]:
    return shop.runpytest_subprocess("-p", "no:cacheprovider", shop.makepyfile(body)).parseoutcomes()


def test_a_test_that_logs_a_warning_nobody_expected_fails(shop: pytest.Pytester) -> None:
    assert "errors" in outcomes(
        shop,
        """
        import logging

        def test_it():
            logging.getLogger("clerk_app.sync").warning("the hub answered nonsense")
        """,
    )


def test_a_logger_that_keeps_its_records_to_itself_is_heard_too(shop: pytest.Pytester) -> None:
    assert "errors" in outcomes(
        shop,
        """
        import logging

        def test_it():
            logger = logging.getLogger("uvicorn.error")
            logger.propagate = False
            logger.error("the hub fell over")
        """,
    )


def test_a_warning_that_is_expected_passes_and_only_that_one(shop: pytest.Pytester) -> None:
    result = outcomes(
        shop,
        """
        import logging
        import pytest

        @pytest.mark.expected_log("clerk_app.sync WARNING: .*nonsense")
        def test_expected():
            logging.getLogger("clerk_app.sync").warning("the hub answered nonsense")

        @pytest.mark.expected_log("clerk_app.sync WARNING: .*nonsense")
        def test_another():
            logging.getLogger("clerk_app.sync").warning("the disk is full")

        def test_quiet_news():
            logging.getLogger("clerk_app.sync").info("all is well")
        """,
    )

    assert result == {"passed": 3, "errors": 1}


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("import warnings; warnings.warn('old ways')", "UserWarning: old ways"),
        ("from PySide6.QtCore import qWarning; qWarning('a slot is missing')", "Qt messages with level WARNING"),
        ("import socket; socket.socket().connect(('192.0.2.1', 80))", "a test tried to reach"),
        ("import socket; socket.socket().connect_ex(('192.0.2.1', 80))", "a test tried to reach"),
        ("import socket; socket.getaddrinfo('example.org', 80)", "a test asked for the address of 'example.org'"),
        ("import threading; t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()", "ZeroDivisionError"),
    ],
    ids=["python warning", "qt warning", "address", "address, quietly", "name", "exception in a thread"],
)
def test_what_nobody_meant_fails_the_test(shop: pytest.Pytester, body: str, complaint: str) -> None:
    test = shop.makepyfile(f"def test_it(qtbot):\n    {body}\n")

    result = shop.runpytest_subprocess("-p", "no:cacheprovider", test)

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines([f"*{complaint}*"])


def test_this_machine_may_be_reached_and_invalid_names_are_unknown(shop: pytest.Pytester) -> None:
    result = outcomes(
        shop,
        """
        import socket
        import pytest

        def test_it():
            with socket.create_server(("127.0.0.1", 0)) as server:
                socket.create_connection(("localhost", server.getsockname()[1])).close()
            with pytest.raises(socket.gaierror):
                socket.getaddrinfo("hub.invalid", 443)
        """,
    )

    assert result == {"passed": 1}


def test_nothing_of_the_developers_own_machine_is_seen(shop: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLERK_PIN", "2468")
    monkeypatch.setenv("XDG_DATA_HOME", "/home/somebody/.local/share")

    result = outcomes(
        shop,
        """
        import os
        import time
        from pathlib import Path

        def test_it(clean_machine):
            assert "CLERK_PIN" not in os.environ
            assert Path.home() == clean_machine
            assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(clean_machine)
            assert time.strftime("%H", time.localtime(0)) == "08"
        """,
    )

    assert result == {"passed": 1}
