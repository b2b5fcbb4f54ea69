"""What a start prints: short, readable, and its codes lead where the links do."""

import qrcode

from server.welcome import SCREENS, welcome

LINKS = {screen: f"/enter/{screen[0] * 32}?to=/{screen}" for screen in SCREENS}
HERE, AWAY = "http://localhost:8000", "http://192.168.100.200:8000"


def printed(**more) -> str:
    given = {"note": "", "codes": True, "away": AWAY} | more
    return welcome("Drive Exchange Centre", HERE, links=LINKS, **given)


def test_every_screen_has_its_link():
    for screen, link in LINKS.items():
        assert f"{HERE}{link}" in printed()
        assert SCREENS[screen] in printed()


def test_it_fits_a_terminal_of_80_columns():
    assert max(len(line) for line in printed().splitlines()) <= 80
    assert len(printed().splitlines()) <= 50


def test_a_tablet_that_scans_is_led_to_its_link():
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_L, border=2)
    code.add_data(f"{AWAY}/enter/{'s' * 32}")
    code.make(fit=True)
    drawn = [line for line in printed().splitlines() if line.startswith(("█", "▀"))]
    width = len(code.get_matrix())
    for row, modules in enumerate(code.get_matrix()):
        line = drawn[row // 2][:width]
        light = "█▀" if row % 2 == 0 else "█▄"
        assert [char not in light for char in line] == modules


def test_a_log_gets_no_codes():
    assert "█" not in printed(codes=False)
    assert AWAY in printed(codes=False)


def test_a_machine_on_no_network_says_so():
    assert "no network" in printed(away=None)
