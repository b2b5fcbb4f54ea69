"""Receipts and licences: which text is believed to be a date, a number, a licence."""

from datetime import date

import pytest

from kiosk.readers import aamva, told

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Date: 2025-09-03", "2025-09-03"),
        ("Datum: 3.9.2025 14:05", "2025-09-03"),
        ("03.09.25", "2025-09-03"),
        ("3 September 2025", "2025-09-03"),
        ("September 3, 2025", "2025-09-03"),
        ("25-Sep-202513:09", "2025-09-25"),
        ("3. März 2025", "2025-03-03"),
        ("3. 0ktober 2025 18:47", "2025-10-03"),
        ("Datum: 6.1.202514:20", "2025-01-06"),
        ("am 6.1.2025.", "2025-01-06"),
        ("2025-09-0313:05", "2025-09-03"),
        ("3. Mrz 2025", "2025-03-03"),
        ("09/23/2025", "2025-09-23"),
        ("23/09/2025", "2025-09-23"),
    ],
)
def test_a_day_in_many_ways(line, day):
    assert told.day([line], TODAY) == day


@pytest.mark.parametrize(
    "line",
    [
        "03/09/2025",
        "31.02.2025",
        "Tel. 030 12 34",
        "1.234,99",
        "2027-01-01",
        "1890-01-01",
        "v1.2.3",
    ],
)
def test_what_may_be_another_day_or_none_is_not_one(line):
    assert told.day([line], TODAY) is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Order no. 40391827", "40391827"),
        ("Order #A7712345", "A7712345"),
        ("Bestellnummer: WEB139099", "WEB139099"),
        ("Rechnungsnr. 2025-43420", "2025-43420"),
        ("Beleg-Nr.: 55512345", "55512345"),
        ("Invoice no.: 2025-43420", "2025-43420"),
    ],
)
def test_a_number_behind_the_word_for_it(line, number):
    assert told.order_number([line]) == number


@pytest.mark.parametrize(
    "line", ["Tel. 030 266 7553", "TOTAL 240,97", "Order today", "#5181909378"]
)
def test_other_numbers_are_not_taken_for_it(line):
    assert told.order_number([line]) is None


def licence(**changed: str) -> str:
    fields = {"DBA": "05032028", "DBD": "05032020", "DCS": "ERIKSSON", "DAC": "ANNA"}
    fields |= {"DAQ": "D12345678", "DCG": "USA", **changed}
    body = "DL" + "\n".join(name + value for name, value in fields.items()) + "\r"
    return f"@\n\x1e\rANSI 636000090001DL0031{len(body):04d}{body}"


def test_a_licence_is_read_in_either_order_of_days():
    assert aamva.parse(licence()).expires == date(2028, 5, 3)
    canadian = licence(DCG="CAN", DBA="20280503", DBD="20200503")
    assert aamva.parse(canadian).expires == date(2028, 5, 3)
    assert aamva.parse(canadian).issued == date(2020, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        licence()[1:],
        licence(DBA="13452028"),
        licence(DAQ=""),
        "@\n\x1e\rANSI 636000090001DL00310010DLDBA05032028",
    ],
)
def test_text_that_only_looks_like_one_is_not_believed(text):
    assert aamva.parse(text) is None
