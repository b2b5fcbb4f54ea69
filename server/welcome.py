"""What a start prints: where each screen is, in 80 columns, and QR codes for tablets and phones."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from itertools import zip_longest

import qrcode

SCREENS = {
    "kiosk": "the touchscreen where customers take a ticket",
    "display": "the waiting-room TV",
    "staff": "the tablets at the counters and on the floor",
    "manager": "waits and figures, today and before",
}
SCANNED = {"staff": "a staff tablet", "manager": "the manager’s phone or tablet"}
"""Who scans: a kiosk and a TV have no camera to scan with."""


def welcome(name: str, local: str, lan: str | None, links: Mapping[str, str], note: str) -> str:
    """The start table. `local` and `lan` are addresses of this server ("http://localhost:8000"),
    `links` each screen's sign-in link without the address, `note` one sentence about this run."""
    parts = [f"{name} is ready. {note}", _table(local, links)]
    if lan:
        parts += [f"On other machines start with {lan} instead, or scan:", _codes(lan, links)]
    else:
        parts.append("This machine is on no network: other devices cannot reach it yet.")
    parts.append("Keep these links in the store: whoever has one is signed in. Ctrl-C stops.")
    return "\n" + "\n\n".join(parts) + "\n"


def lan_address(port: int) -> str | None:
    """This machine's address on the local network, or None when it is on none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: connecting a datagram socket only asks the routing table.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        host: str = probe.getsockname()[0]
    return None if host.startswith("127.") else f"http://{host}:{port}"


def _table(local: str, links: Mapping[str, str]) -> str:
    shown = {screen: what for screen, what in SCREENS.items() if screen in links}
    return "\n".join(f"  {s:<9}{what}\n           {local}{links[s]}" for s, what in shown.items())


def _codes(lan: str, links: Mapping[str, str]) -> str:
    codes = [[f"  {who}", *_qr(lan + links[s])] for s, who in SCANNED.items() if s in links]
    width = max((len(line) for code in codes for line in code), default=0) + 2
    beside = zip_longest(*codes, fillvalue="")
    return "\n".join("".join(line.ljust(width) for line in row).rstrip() for row in beside)


def _qr(text: str) -> list[str]:
    """Two modules a character, light on dark: half blocks, so that it is square and small."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_L, border=2)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    pairs = zip_longest(rows[::2], rows[1::2], fillvalue=[True] * len(rows))
    return ["".join(_HALVES[up, down] for up, down in zip(*pair, strict=True)) for pair in pairs]


_HALVES = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
"""By (dark above, dark below)."""
