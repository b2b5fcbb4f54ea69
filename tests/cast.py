"""Who appears in the tests and the docs, always the same.

Customers, as what they say at the kiosk: **Rosa** lacks her receipt, **Ken** has everything,
**Ida** uses a wheelchair and reads no screen. Staff, as in config.toml: **Mai** serves counter 2,
**Theo** walks the floor, **Omar** manages. **Vera** works in another store and must see nothing of
this one.
"""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

HAS_ALL = {paper: "have" for paper in ("drive", "serial", "receipt", "identity_card", "claim_form")}
BOUGHT_HERE = {"bought": "here", "customer": "private"}

ROSA: dict[str, Any] = {
    "service": "replacement",
    "answers": BOUGHT_HERE,
    "papers": HAS_ALL | {"receipt": "missing", "order_mail": "missing"},
    "name": "Rosa Sonnenfeld",
}
KEN: dict[str, Any] = {"service": "replacement", "answers": BOUGHT_HERE, "papers": HAS_ALL}
IDA: dict[str, Any] = {
    "service": "advice",
    "needs": ["step_free", "reading_help"],
    "language": "de",
}

MAI, THEO, OMAR = "mai", "theo", "omar"
MAIS_COUNTER = "2"


def shipped() -> str:
    """The shipped config.toml, with nobody on a break whatever the time is."""
    config = Path(__file__).parents[1] / "config.toml"
    return re.sub(r"(?m)^breaks = .*\n", "", config.read_text("utf-8"))


NOON_HERE = ZoneInfo(f"Etc/GMT{datetime.now(UTC).hour - 12:+d}")


def shipped_at_noon() -> str:
    """The same where it is about noon: whenever tests run, no day and no shift ends among them."""
    return shipped().replace('"Europe/Berlin"', f'"{NOON_HERE.key}"')
