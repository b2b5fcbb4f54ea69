"""Papers nobody was ever given, drawn from a seed: passports, cards, licences, labels, receipts.

Shares no code with the readers: the check digits, the AAMVA text and the layouts are made here
again, from the standards, so that an error in a reader is not repeated in what it is tested on.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import zxingcpp
from PIL import Image, ImageDraw, ImageFont

PX_MM = 12
FONTS = Path("/usr/share/fonts")
OCR_B = FONTS / "opentype/ocr-b/OCRB.otf"
TRUETYPE = FONTS / "truetype"
MONO = [
    TRUETYPE / "dejavu/DejaVuSansMono.ttf",
    TRUETYPE / "liberation/LiberationMono-Regular.ttf",
    TRUETYPE / "liberation/LiberationMono-Bold.ttf",
    TRUETYPE / "noto/NotoSans-Regular.ttf",
    TRUETYPE / "dejavu/DejaVuSans.ttf",
]
NEEDED = [OCR_B, *MONO]
LETTERS, DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
SURNAMES = ["ERIKSSON", "MUSTERMANN", "OBRIEN", "DE SILVA", "AL HASSAN", "NGUYEN", "KOVALENKO"]
GIVEN = ["ANNA MARIA", "KEN", "ROSA", "IDA SOFIE", "OMAR", "THEO", "MAI LINH", "ZOE"]
STATES = ["UTO", "D<<", "GBR", "FRA", "USA", "IND", "POL", "ARE"]


@dataclass(frozen=True)
class Drawn:
    """A flat paper and the truth about it: the very values a reader should give."""

    kind: str
    image: Image.Image
    truth: dict[str, Any] = field(default_factory=dict)
    values: tuple[str, ...] = ()
    """What it says of its holder: nobody needs it, so it must be found nowhere."""


def draw(kind: str, rng: random.Random) -> Drawn:
    return DRAW[kind](rng)


def font(path: Path, px: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), round(px))


def mm(value: float) -> int:
    return round(value * PX_MM)


def words(rng: random.Random, of: str, n: int) -> str:
    return "".join(rng.choice(of) for _ in range(n))


def some_day(rng: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randrange((last - first).days))


# ── Machine-readable zones ──────────────────────────────────────────────────────────────────────


def check(text: str) -> str:
    total = 0
    for place, char in enumerate(text):
        value = 0 if char == "<" else int(char, 36)
        total += value * (7, 3, 1)[place % 3]
    return str(total % 10)


def name_field(rng: random.Random, width: int) -> str:
    name = f"{rng.choice(SURNAMES)}<<{rng.choice(GIVEN)}".replace(" ", "<")
    return name[:width].ljust(width, "<")


def mrz_fields(rng: random.Random) -> dict[str, str]:
    number = (rng.choice(LETTERS) + words(rng, LETTERS + DIGITS * 3, rng.randint(6, 8))).ljust(
        9, "<"
    )
    birth = some_day(rng, date(1940, 1, 1), date(2008, 1, 1)).strftime("%y%m%d")
    expires = some_day(rng, date(2019, 1, 1), date(2036, 12, 28))
    return {
        "state": rng.choice(STATES),
        "number": number + check(number),
        "birth": birth + check(birth),
        "sex": rng.choice("MF<"),
        "expiry": expires.strftime("%y%m%d") + check(expires.strftime("%y%m%d")),
        "expires": expires.isoformat(),
    }


def td3(rng: random.Random) -> tuple[list[str], str, str]:
    f = mrz_fields(rng)
    personal = (words(rng, DIGITS, 8) if rng.random() < 0.4 else "").ljust(14, "<")
    personal += check(personal) if personal.strip("<") else "<"
    code = rng.choice(["P<", "P<", "PA"])
    second = f["number"] + f["state"] + f["birth"] + f["sex"] + f["expiry"] + personal
    second += check(f["number"] + f["birth"] + f["expiry"] + personal)
    return [code + f["state"] + name_field(rng, 39), second], code, f["expires"]


def td2(rng: random.Random) -> tuple[list[str], str, str]:
    f = mrz_fields(rng)
    optional = (words(rng, DIGITS, 5) if rng.random() < 0.4 else "").ljust(7, "<")
    code = rng.choice(["I<", "ID"])
    second = f["number"] + f["state"] + f["birth"] + f["sex"] + f["expiry"] + optional
    second += check(f["number"] + f["birth"] + f["expiry"] + optional)
    return [code + f["state"] + name_field(rng, 31), second], code, f["expires"]


def td1(rng: random.Random) -> tuple[list[str], str, str]:
    f = mrz_fields(rng)
    first_optional = (words(rng, DIGITS, 7) if rng.random() < 0.3 else "").ljust(15, "<")
    second_optional = "<" * 11
    code = rng.choice(["I<", "ID", "AR"])
    first = code + f["state"] + f["number"] + first_optional
    second = f["birth"] + f["sex"] + f["expiry"] + f["state"] + second_optional
    second += check(f["number"] + first_optional + f["birth"] + f["expiry"] + second_optional)
    return [first, second, name_field(rng, 30)], code, f["expires"]


def document(rng: random.Random, lines: list[str], size: tuple[float, float]) -> Image.Image:
    """The lines at ten characters an inch along the lower edge, under a face and some print."""
    width, height = size
    tint = tuple(rng.randint(205, 250) for _ in range(3))
    image = Image.new("RGB", (mm(width), mm(height)), tint)
    pen = ImageDraw.Draw(image)
    guilloche(rng, pen, image.size, tint)
    zone = 6.35 * len(lines) + 4
    face = (mm(4), mm(4), mm(4 + width * 0.26), mm(height - zone - 3))
    pen.rectangle(face, fill=tuple(c - 60 for c in tint))
    pen.ellipse(
        (face[0] + mm(4), face[1] + mm(3), face[2] - mm(4), face[3] - mm(6)), fill=(180, 150, 130)
    )
    small = font(MONO[4], mm(2.6))
    for row in range(int((height - zone - 8) / 5.5)):
        text = words(rng, LETTERS.lower() + "   ", rng.randint(8, 22))
        pen.text((face[2] + mm(4), mm(5 + 5.5 * row)), text, font=small, fill=(60, 60, 70))
    pitch = mm(2.54)
    ocr_b = font(OCR_B, 100)
    ocr_b = font(OCR_B, 100 * pitch / ocr_b.getlength("0"))
    ink = tuple(rng.randint(5, 50) for _ in range(3))
    left = (mm(width) - pitch * len(lines[0])) // 2
    for row, line in enumerate(lines):
        top = mm(height - zone + 2 + 6.35 * row)
        for place, char in enumerate(line):
            pen.text((left + pitch * place, top), char, font=ocr_b, fill=ink)
    return image


def guilloche(
    rng: random.Random, pen: ImageDraw.ImageDraw, size: tuple[int, int], tint: tuple[int, ...]
) -> None:
    faint = tuple(c - rng.randint(8, 22) for c in tint)
    across = np.linspace(0, size[0], 120)
    for wave in range(14):
        y = size[1] * wave / 14 + 18 * np.sin(across / (60 + 8 * wave) + wave)
        points = list(zip(across.tolist(), y.tolist(), strict=True))
        pen.line(points, fill=faint, width=2)


def mrz(rng: random.Random, make: Any, size: tuple[float, float], form: str) -> Drawn:
    lines, code, expires = make(rng)
    truth = {"kind": "mrz", "document_type": code.rstrip("<"), "expires": expires}
    personal = [part for line in lines for part in line.split("<") if len(part) >= 5]
    return Drawn(form, document(rng, lines, size), truth, tuple(personal))


# ── Driver licences ─────────────────────────────────────────────────────────────────────────────


def licence(rng: random.Random) -> Drawn:
    expires = some_day(rng, date(2019, 1, 1), date(2034, 12, 31))
    issued = expires - timedelta(days=365 * rng.randint(4, 8))
    born = some_day(rng, date(1940, 1, 1), date(2006, 1, 1))
    canada = rng.random() < 0.2
    day = "%Y%m%d" if canada else "%m%d%Y"
    fields = {
        "DCA": "D", "DCB": "NONE", "DCD": "NONE", "DBA": expires.strftime(day),
        "DCS": rng.choice(SURNAMES), "DAC": rng.choice(GIVEN), "DAD": "NONE",
        "DBD": issued.strftime(day), "DBB": born.strftime(day), "DBC": rng.choice("12"),
        "DAY": "BRO", "DAU": "068 in", "DAG": f"{rng.randint(1, 999)} MAIN ST",
        "DAI": "SPRINGFIELD", "DAJ": "IL", "DAK": words(rng, DIGITS, 9) + "  ",
        "DAQ": rng.choice(LETTERS) + words(rng, DIGITS, 8), "DCF": words(rng, DIGITS, 12),
        "DCG": "CAN" if canada else "USA", "DDE": "N", "DDF": "N", "DDG": "N",
    }  # fmt: skip
    body = "DL" + "\n".join(name + value for name, value in fields.items()) + "\r"
    iin = rng.choice(["636012"] if canada else ["636035", "636000", "636014"])
    head = f"@\n\x1e\rANSI {iin}0{rng.randint(6, 9)}00" + "01"
    text = f"{head}DL{len(head) + 10:04d}{len(body):04d}{body}"
    image = Image.new("RGB", (mm(85.6), mm(54)), tuple(rng.randint(225, 250) for _ in range(3)))
    code = barcode(text, "PDF417", options=f"columns={rng.choice([9, 11, 13])}")
    across = mm(rng.uniform(68, 75))
    down = min(round(across * code.height / code.width), mm(32))
    image.paste(code.resize((across, down), Image.Resampling.NEAREST), (mm(5), mm(12)))
    pen = ImageDraw.Draw(image)
    small = font(MONO[4], mm(2))
    for row in range(2):
        text = words(rng, LETTERS + "    ", 40)
        pen.text((mm(5), mm(3 + 3.4 * row)), text, font=small, fill=(70, 70, 80))
    truth = {"kind": "pdf417", "document_type": "DL", "expires": expires.isoformat()}
    personal = (fields[name].strip() for name in ("DAQ", "DAK", "DCF", "DBB"))
    return Drawn("pdf417", image, truth, tuple(personal))


def barcode(text: str, form: str, options: str = "", px: int = 4) -> Image.Image:
    made = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, form), options=options)
    return Image.fromarray(np.array(made.to_image(scale=px, add_quiet_zones=True))).convert("RGB")


# ── Codes ───────────────────────────────────────────────────────────────────────────────────────


def coded(rng: random.Random, form: str, kind: str) -> Drawn:
    text = f"RMA-{words(rng, DIGITS, 6)}-{words(rng, LETTERS + DIGITS, 4)}"
    image = Image.new("RGB", (mm(100), mm(62)), (250, 250, 248))
    pen = ImageDraw.Draw(image)
    code = barcode(text, form)
    across = mm(86 if form == "Code128" else 38)
    down = mm(18) if form == "Code128" else across
    code = code.resize((across, down), Image.Resampling.NEAREST)
    image.paste(code, ((image.width - across) // 2, mm(4)))
    label = font(rng.choice(MONO), mm(3.4))
    pen.text((mm(8), mm(46)), f"Return {text}", font=label, fill=(20, 20, 20))
    return Drawn(kind, image, {"kind": kind, "text": text}, (text,))


# ── Receipts and invoices ───────────────────────────────────────────────────────────────────────

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
}
DATES = {
    "en": ["{y}-{m:02}-{d:02}", "{d} {month} {y}", "{month} {d}, {y}", "{d:02}-{short}-{y}"],
    "de": ["{d:02}.{m:02}.{y}", "{d}.{m}.{y}", "{d}. {month} {y}", "{d:02}.{m:02}.{y2:02}"],
}
LABELS = {
    "en": (["Order no.", "Order number:", "Order #", "Invoice no.:", "Receipt No:"], "Date"),
    "de": (
        ["Bestellnummer:", "Bestell-Nr.", "Auftragsnr.:", "Rechnungsnr.", "Beleg-Nr.:"],
        "Datum",
    ),
}
GOODS = ["Drive 4 TB", "SATA cable", "USB-C adapter", "Festplatte 2TB", "Gehäuse", "Card reader"]


def said(rng: random.Random, day: date, language: str) -> str:
    return rng.choice(DATES[language]).format(
        y=day.year, y2=day.year % 100, m=day.month, d=day.day,
        month=MONTHS[language].split()[day.month - 1], short=SHORT[language].split()[day.month - 1],
    )  # fmt: skip


def order_number(rng: random.Random) -> str:
    return rng.choice(
        [
            words(rng, DIGITS, 8),
            "A" + words(rng, DIGITS, 7),
            f"{rng.randint(2021, 2026)}-{words(rng, DIGITS, 5)}",
            "WEB" + words(rng, DIGITS, 6),
        ]
    )


def receipt(rng: random.Random) -> Drawn:
    language = rng.choice(["en", "de"])
    day = some_day(rng, date(2022, 1, 1), date(2026, 11, 1))
    number = order_number(rng)
    labels, dated = LABELS[language]
    stamp = said(rng, day, language)
    if rng.random() < 0.5:
        stamp += f"  {rng.randint(9, 19):02d}:{rng.randint(0, 59):02d}"
    ordered = f"{rng.choice(labels)} {number}"
    when = f"{dated}: {stamp}" if rng.random() < 0.6 else stamp
    lines = ["DRIVE EXCHANGE CENTRE", "Hauptstr. 14, 10115 Berlin"]
    lines += [f"Tel. 030 {words(rng, DIGITS, 3)} {words(rng, DIGITS, 4)}", ""]
    lines += rng.sample([ordered, when], 2) + [""]
    lines += [
        f"{rng.choice(GOODS):<16}{rng.randint(5, 180):>6},99" for _ in range(rng.randint(2, 5))
    ]
    lines += ["-" * 26, f"{'TOTAL' if language == 'en' else 'SUMME':<16}{'240,97':>9}", ""]
    lines += ["Thank you" if language == "en" else "Vielen Dank", f"#{words(rng, DIGITS, 14)}"]
    size = rng.uniform(3.6, 4.4)
    face = font(rng.choice(MONO), mm(size))
    width, height = mm(76), mm(size * 1.45 * len(lines) + 14)
    image = Image.new("RGB", (width, height), (rng.randint(240, 253),) * 3)
    pen = ImageDraw.Draw(image)
    ink = (rng.randint(10, 80),) * 3
    for row, line in enumerate(lines):
        while pen.textlength(line, font=face) > width - mm(6):
            face = font(Path(str(face.path)), face.size - 1)
        pen.text((mm(4), mm(7 + size * 1.45 * row)), line, font=face, fill=ink)
    truth = {"kind": "receipt", "order_number": number, "date": day.isoformat()}
    return Drawn("receipt", image, truth, (number,))


DRAW = {
    "td1": lambda rng: mrz(rng, td1, (85.6, 54), "td1"),
    "td2": lambda rng: mrz(rng, td2, (105, 74), "td2"),
    "td3": lambda rng: mrz(rng, td3, (125, 88), "td3"),
    "pdf417": licence,
    "qr": lambda rng: coded(rng, "QRCode", "qr"),
    "datamatrix": lambda rng: coded(rng, "DataMatrix", "datamatrix"),
    "code128": lambda rng: coded(rng, "Code128", "code128"),
    "receipt": receipt,
}
KINDS = tuple(DRAW)
