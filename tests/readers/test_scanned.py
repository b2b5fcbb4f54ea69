"""What a handheld scanner typed is held to the same rules as what a camera saw."""

from datetime import date

import pytest

from kiosk.readers.scanned import read

TODAY = date(2026, 11, 21)
FIELDS = "DAQT64235789\nDCSSAMPLE\nDACMICHAEL\nDBD08312021\nDBB06061986\nDBA08312031\nDCGUSA"
BODY = f"636000080102DL00410278ZV03190008DL{FIELDS}\r"
ZONE = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n"
)


@pytest.mark.parametrize(
    "lead", ["@\n\x1e\rANSI ", "@\nANSI ", "@\n\nANSI ", "@ANSI ", "\n@\n\x1c\x1e\n ANSI "]
)
def test_a_licence_whatever_the_keyboard_lost_of_its_lead(lead):
    found = read(lead + BODY, "pdf417", TODAY)
    assert (found.kind, found.document_type, found.expires) == ("pdf417", "DL", "2031-08-31")
    assert found.issued == "2021-08-31"
    assert found.sure


@pytest.mark.parametrize(
    "text", [BODY, "@\nANSI 636000", "@ANSI " + BODY.replace("DBA08", "DBA18")]
)
def test_what_only_resembles_a_licence_is_none(text):
    assert read(text, "pdf417", TODAY) is None


def test_a_passport_from_a_scanner_that_reads_letters():
    found = read(ZONE, "mrz", TODAY)
    assert (found.kind, found.document_type, found.expires) == ("mrz", "P", "2012-04-15")
    assert read(ZONE.replace("1204159", "1204158"), "mrz", TODAY) is None, "a check digit is wrong"


def test_a_code_is_what_its_patterns_say():
    assert read(" RMA-123456-AB12\n", "code", TODAY, [r"RMA-\d{6}-\w{4}"]).kind == "code"
    assert read("RMA-123456-AB12 and more", "code", TODAY, [r"RMA-\d{6}-\w{4}"]) is None
    assert read("  ", "code", TODAY) is None
