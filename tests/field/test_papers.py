"""Papers without an end, and licences of every age of their standard."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.readers import mrz, scanned
from kiosk.readers.names import agreed

TODAY = date(2026, 11, 30)


def zone(expiry: str, digit: str | None = None) -> list[str]:
    """An identity card of Robin Sample, every check digit right."""
    checked = mrz.check_digit
    end = expiry + (checked(expiry) if digit is None else digit)
    first = f"I<UTOD23145890{checked('D23145890')}".ljust(30, "<")
    middle = f"740812{checked('740812')}F{end}UTO".ljust(29, "<")
    whole = checked(first[5:] + middle[:7] + middle[8:15] + middle[18:29])
    return [first, middle + whole, "SAMPLE<<ROBIN".ljust(30, "<")]


@pytest.mark.parametrize(
    ("expiry", "digit"),
    [("990101", None), ("991231", None), ("<<<<<<", "0"), ("<<<<<<", "<")],
)
def test_a_card_may_have_no_end(expiry: str, digit: str | None) -> None:
    lines = zone(expiry, digit)
    read = mrz.parse(lines, TODAY)
    assert read is not None
    assert (read.expires, read.exact) == (None, True)
    told = scanned.read("\n".join(lines), "mrz", TODAY)
    assert told is not None
    assert told.expires is None


def test_an_end_that_was_only_not_read_is_not_none() -> None:
    assert mrz.parse(zone("<<<<<<", "5"), TODAY) is None
    first, middle, last = zone("<<<<<<")
    assert mrz.parse([first.replace("D23145890", "D23145891"), middle, last], TODAY) is None
    ended = mrz.parse(zone("990415"), TODAY)
    assert ended is not None
    assert ended.expires == date(1999, 4, 15)


COMMON = ["DAQT64235789", "DBD08312021", "DBB06061986", "DCGUSA", "DBC1"]
NAME = ["DCSSAMPLE", "DACROBIN"]


def licence(*fields: str, version: str = "08") -> scanned.Reading | None:
    header = "636000" + (version if version == "01" else version + "01") + "02"
    text = f"@\n\x1e\rANSI {header}DL00410278ZV03190008DL" + "\n".join(fields) + "\r"
    return scanned.read(text, "pdf417", TODAY)


@pytest.mark.parametrize("end", [["DBA"], ["DBA99999999"], ["DBA00000000"], []])
def test_a_licence_may_have_no_end(end: list[str]) -> None:
    read = licence(*COMMON, *NAME, *end)
    assert read is not None
    assert (read.expires, read.issued, read.holder) == (None, "2021-08-31", "SAMPLE<<ROBIN")


def test_without_a_single_date_it_is_no_licence() -> None:
    assert licence("DAQT64235789", *NAME, "DCGUSA", "DBC1", "DAU070") is None
    assert licence(*COMMON, *NAME, "DBA13312031") is None
    assert licence(*COMMON, *NAME, "DBA08310031") is None


@pytest.mark.parametrize("country", ["USA", "CAN"])
@pytest.mark.parametrize("version", ["01", "08"])
@pytest.mark.parametrize("end", ["12102031", "20311210"])
def test_a_date_is_read_whichever_way_round_a_state_writes_it(
    country: str, version: str, end: str
) -> None:
    fields = [one for one in COMMON if not one.startswith("DCG")]
    read = licence(*fields, *NAME, f"DCG{country}", f"DBA{end}", version=version)
    assert read is not None
    assert read.expires == "2031-12-10"


@pytest.mark.parametrize(
    ("name", "version"),
    [
        (["DAASAMPLE,ROBIN,"], "01"),
        (["DAASAMPLE,ROBIN,LEE"], "01"),
        (["DAASAMPLE@ROBIN@LEE"], "01"),
        (["DABSAMPLE", "DACROBIN"], "01"),
        (["DCSSAMPLE", "DCTROBIN LEE"], "03"),
        (["DCSSAMPLE", "DCTROBIN,LEE"], "02"),
        (["DCSSAMPLE", "DACROBIN", "DADLEE"], "08"),
    ],
)
def test_a_licence_of_any_age_names_who_the_passport_names(name: list[str], version: str) -> None:
    read = licence(*COMMON, *name, "DBA12102031", version=version)
    passport = mrz.parse(zone("311210"), TODAY)
    assert read is not None
    assert passport is not None
    assert read.holder is not None
    assert agreed(read.holder) == agreed(passport.holder)


@pytest.mark.parametrize("name", [["DAA,,"], ["DCSNONE", "DACUNAVL"], [], ["DCS", "DAC"]])
def test_a_licence_without_a_name_names_nobody(name: list[str]) -> None:
    read = licence(*COMMON, *name, "DBA12102031")
    assert read is not None
    assert read.holder is not None
    assert agreed(read.holder) is None
