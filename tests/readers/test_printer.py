"""The receipt printer: what is wrong is known before anything is sent, and nothing prints twice."""

import io
import threading

import pytest
from PIL import Image

from kiosk.doctor import Machine, check_printer
from kiosk.printer import DOTS, Desk, NoAddress
from kiosk.printer import Printer as Ours
from tests.readers.printers import COVER_OPEN, LITTLE_PAPER, NO_PAPER, WELL, Printer


def picture(width: int = DOTS[80], height: int = 1200) -> bytes:
    """A black bar down a white slip."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("black", (100, 0, 140, height))
    held = io.BytesIO()
    image.save(held, "PNG")
    return held.getvalue()


@pytest.fixture
def printer():
    made = Printer()
    yield made
    made.close()


@pytest.fixture
def ours(printer):
    return Ours(printer.where)


def test_a_slip_comes_out_as_it_was_drawn_and_is_cut(printer, ours):
    assert ours.print(picture()) is None
    (slip,) = printer.slips(1)
    assert slip.shape == (1200, 576)
    assert slip[:, 100:140].all()
    assert slip.sum() == 40 * 1200
    assert printer.taken.rstrip(b"\0").endswith(b"\x1dV")


@pytest.mark.parametrize(
    ("offline", "paper", "why"),
    [
        (WELL, WELL | NO_PAPER, "no_paper"),
        (WELL | 0x20, WELL, "no_paper"),
        (WELL | COVER_OPEN, WELL, "cover_open"),
        (WELL | 0x40, WELL, "printer_broken"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_sent(printer, ours, offline, paper, why):
    printer.offline, printer.paper = offline, paper
    assert ours.print(picture()) == why
    assert printer.taken == b""
    (finding,) = check_printer(Machine(None, None, None, ours))
    assert finding.level == "fail"
    assert finding.hint


def test_little_paper_prints_and_the_doctor_warns(printer, ours):
    printer.paper = WELL | LITTLE_PAPER
    assert ours.print(picture()) is None
    (finding,) = check_printer(Machine(None, None, None, ours))
    assert (finding.level, "roll" in finding.hint) == ("warn", True)


def test_a_printer_that_cannot_answer_is_believed_to_be_well(printer, ours, monkeypatch):
    monkeypatch.setattr("kiosk.printer.ANSWER_S_MAX", 0.05)
    printer.silent = True
    assert ours.print(picture()) is None
    assert len(printer.slips(1)) == 1


def test_one_that_is_off_is_away():
    printer = Printer()
    ours = Ours(printer.where)
    printer.close()
    assert ours.print(picture()) == "printer_away"
    assert ours.state().why == "printer_away"
    assert Ours("/dev/usb/no-such-printer").print(picture()) == "printer_away"


def test_a_device_is_written_to_like_the_network(tmp_path):
    device = tmp_path / "lp0"
    device.touch()
    assert Ours(str(device), 58).print(picture(DOTS[58])) is None
    assert b"\x1dv0" in device.read_bytes()


@pytest.mark.parametrize(
    "wrong", [b"", b"no picture", picture(576 + 8), picture(8), b"\x89PNG\r\n"]
)
def test_only_a_slip_of_its_width_is_printed(printer, ours, wrong):
    assert ours.print(wrong) == "no_picture"
    assert printer.taken == b""


def test_asked_twice_it_prints_once_also_at_the_same_time(printer, ours):
    desk = Desk(ours)
    asking = [threading.Thread(target=desk.print, args=("a", picture())) for _ in range(4)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert desk.print("a", picture()) is None
    assert len(printer.slips(1)) == 1
    printer.paper = WELL | NO_PAPER
    assert desk.print("b", picture()) == "no_paper"
    printer.paper = WELL
    assert desk.print("b", picture()) is None
    assert len(printer.slips(2)) == 2


def test_without_the_package_that_prints_it_is_said_with_the_command(ours, monkeypatch):
    monkeypatch.setattr("kiosk.printer.importlib.util.find_spec", lambda name: None)
    assert ours.print(picture()) == "printing_missing"
    (finding,) = check_printer(Machine(None, None, None, ours))
    assert "requirements-print.txt" in finding.hint


@pytest.mark.parametrize("stops_after", [1, 20_000, 60_000, 86_000])
@pytest.mark.parametrize("silent", [False, True])
def test_one_that_stops_within_a_slip_has_not_printed_it(
    printer, ours, monkeypatch, stops_after, silent
):
    monkeypatch.setattr("kiosk.printer.ANSWER_S_MAX", 0.05)
    printer.silent, printer.stops_after = silent, stops_after
    desk = Desk(ours)
    assert desk.print("a", picture()) == "printer_stopped"
    printer.stops_after = None
    assert desk.print("a", picture()) == "printer_stopped", "nobody but who stands there knows"
    assert desk.print("a again", picture()) is None


def test_one_whose_paper_ends_within_a_slip_has_not_printed_it(printer, ours):
    printer.paper_ends_after = 20_000
    assert ours.print(picture()) == "printer_stopped"


@pytest.mark.parametrize(
    "where",
    ["192.168.1.60:abc", "192.168.1.60:", "192.168.1.60:0", "1.2.3.4:99999", "[::1", "[no]:9100"]
    + ["http://192.168.1.60", "a b", ":9100", "::1:x"],
)
def test_what_is_no_address_is_said(where):
    with pytest.raises(NoAddress, match="Write 192"):
        Ours(where)


@pytest.mark.parametrize(
    "where", ["192.168.1.60", "192.168.1.60:9100", "printer.local", "::1", "[::1]", "[::1]:9100"]
)
def test_what_is_one_is_understood(where):
    assert Ours(where).where == where
