"""The machine-readable zone: what is believed of it, and what is not."""

from datetime import date

import pytest

from kiosk.readers import mrz

TODAY = date(2026, 11, 21)
# The specimens printed in ICAO Doc 9303.
TD3 = [
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
]
TD2 = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]
TD1 = [
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
]


@pytest.mark.parametrize(("lines", "form"), [(TD3, "TD3"), (TD2, "TD2"), (TD1, "TD1")])
def test_the_standards_own_specimens(lines, form):
    read = mrz.parse(lines, TODAY)
    assert (read.form, read.expires, read.exact) == (form, date(2012, 4, 15), True)
    assert read.document_code == ("P" if form == "TD3" else "I")


@pytest.mark.parametrize("lines", [TD3, TD2, TD1])
def test_other_print_around_it_does_not_matter(lines):
    assert mrz.parse(["UTOPIA", *lines, "x"], TODAY).expires == date(2012, 4, 15)


def test_letters_where_only_digits_stand_are_put_right_but_not_sure():
    mistaken = [TD3[0], TD3[1].replace("1204159", "I2O4I59")]
    read = mrz.parse(mistaken, TODAY)
    assert (read.expires, read.exact) == (date(2012, 4, 15), False)


@pytest.mark.parametrize("wrong", ["1304159", "1204158", "1204259", "1213159"])
def test_an_expiry_whose_check_digit_fails_is_not_believed(wrong):
    assert mrz.parse([TD3[0], TD3[1].replace("1204159", wrong)], TODAY) is None


def test_a_day_that_never_was_is_not_believed():
    bad = "120231" + mrz.check_digit("120231")
    assert mrz.parse([TD3[0], TD3[1].replace("1204159", bad)], TODAY) is None


def test_fillers_that_were_miscounted_are_counted_again():
    short = [TD3[0][:33], TD3[1].replace("<<<<<10", "<<<<10")]
    assert mrz.parse(short, TODAY).expires == date(2012, 4, 15)


def test_a_wrong_number_alone_is_never_sure():
    read = mrz.parse([TD3[0], TD3[1].replace("L898902C3", "L89B902C3")], TODAY)
    assert read is not None
    assert not read.exact


@pytest.mark.parametrize(
    ("printed", "year"), [("30", 2030), ("86", 2086), ("87", 1987), ("99", 1999)]
)
def test_the_century_of_an_expiry_is_the_likelier_one(printed, year):
    expiry = printed + "0415" + mrz.check_digit(printed + "0415")
    assert mrz.parse([TD3[0], TD3[1].replace("1204159", expiry)], TODAY).expires.year == year


@pytest.mark.parametrize("lines", [[], [""], ["<" * 44, "<" * 44], ["HELLO", "WORLD"], ["P<"] * 3])
def test_what_is_no_zone_is_none(lines):
    assert mrz.parse(lines, TODAY) is None
