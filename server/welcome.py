"""What a start prints: where each screen is, in 80 columns, and QR codes for tablets and phones."""

from __future__ import annotations

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


def welcome(
    name: str, here: str, away: str | None, links: Mapping[str, str], *, note: str, codes: bool
) -> str:
    """`here` is the address on this machine, `away` the one for other machines when they can reach
    it; `links` are the screens' sign-in links without it; `note` a sentence about this run."""
    parts = [f"  {name} is open. {note}".rstrip(), _table(here, links)]
    if away is None:
        parts.append("  Other devices cannot reach this machine: it listens, or is, on no network.")
    elif codes:
        parts += [f"  On other devices begin with {away}, or scan:", _codes(away, links)]
    else:
        parts.append(f"  On other devices begin with {away}")
    parts.append("  Whoever has a link is signed in: keep them in the store. Ctrl-C stops.")
    return "\n" + "\n\n".join(parts) + "\n"


def _table(here: str, links: Mapping[str, str]) -> str:
    shown = {screen: what for screen, what in SCREENS.items() if screen in links}
    return "\n".join(f"  {s:<9}{what}\n    {here}{links[s]}" for s, what in shown.items())


def _codes(away: str, links: Mapping[str, str]) -> str:
    """Without `?to=`: a link leads to its screen anyway, and a shorter one is a smaller code."""
    short = {screen: link.partition("?")[0] for screen, link in links.items()}
    codes = [[f"  {who}", *_qr(away + short[s])] for s, who in SCANNED.items() if s in links]
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
