"""Every mistake in config.toml is refused, all at once, each with place, find and cure."""

from pathlib import Path

import pytest

from server.settings import Mistake, SettingsError, load

SHIPPED = Path("config.toml").read_text()

EDITS = {
    "a paper nobody knows": (
        'any = ["serial"]',
        'any = ["seriall"]',
        'service "replacement" → requirement 2 → any',
        'Did you mean "serial"?',
    ),
    "an answer nobody can give": (
        'when = { bought = ["elsewhere"] }',
        'when = { bought = ["elsewere"] }',
        'service "replacement" → requirement 6 → when → bought',
        'Did you mean "elsewhere"?',
    ),
    "a question nobody asks": (
        'when = { bought = ["elsewhere"] }',
        'when = { bougt = ["elsewhere"] }',
        'service "replacement" → requirement 6 → when',
        'Did you mean "bought"?',
    ),
    "a requirement never met": (
        'any = ["serial"]',
        "any = []",
        'service "replacement" → requirement 2 → any',
        "a list of papers",
    ),
    "a condition never met": (
        'when = { bought = ["elsewhere"] }',
        "when = { bought = [] }",
        'service "replacement" → requirement 6 → when → bought',
        "at least one of its answers: here, online, elsewhere",
    ),
    "a group asked for twice": (
        'any = ["serial"]',
        'any = ["drive"]',
        'service "replacement" → requirement 2',
        "each group once",
    ),
    "more papers than there are in the group": (
        "count = 2 ",
        "count = 4 ",
        'service "recovery" → requirement 4 → count',
        "at most 3",
    ),
    "a cure for what has none": (
        'icon = "shield"\n\n[[paper]]',
        'icon = "shield"\nfix = "Ask"\n\n[[paper]]',
        'paper "warranty_card" → fix',
        "leave it out",
    ),
    "a paper that must agree with itself": (
        'must_not_expire_within_days = 14\nmust_match = "name"\n\n[[paper]]\nid = "company_letter"',
        'must_match = "names"\n\n[[paper]]\nid = "company_letter"',
        'paper "passport" → must_match',
        "another paper",
    ),
    "a paper that must say what is not asked": (
        'must_match = "invoice_number"',
        'must_match = "invoice_no"',
        'paper "invoice" → must_match',
        "a question with that id and typed = true",
    ),
    "a typed question compared with nothing": (
        'must_match = "invoice_number"\n',
        "",
        'service "replacement" → question "invoice_number" → typed',
        'must_match = "invoice_number" on a paper that this service asks for',
    ),
    "a paper that must say what was chosen": (
        'must_match = "invoice_number"',
        'must_match = "customer"',
        'paper "invoice" → must_match',
        "typed = true in that question",
    ),
    "a paper that must say what was typed and is never read": (
        'reads = ["receipt"]\nform = "screen"\nmust_match',
        'form = "screen"\nmust_match',
        'paper "invoice" → must_match',
        'reads with one of "receipt", "code", "pdf417"',
    ),
    "a number that no zone tells": (
        'reads = ["receipt"]\nform = "screen"\nmust_match',
        'reads = ["mrz"]\nform = "screen"\nmust_match',
        'paper "invoice" → must_match',
        'reads with one of "receipt", "code", "pdf417"',
    ),
    "a question that is neither chosen nor typed": (
        "typed = true  ",
        "typed = false ",
        'service "replacement" → question "invoice_number" → answer',
        "at least two answers, or typed = true",
    ),
    "a question that is both": (
        'id = "customer"\ntext = { en = "Is it',
        'id = "customer"\ntyped = true\ntext = { en = "Is it',
        'service "replacement" → question "customer" → typed',
        "one of the two",
    ),
    "a condition on what is typed": (
        'when = { bought = ["elsewhere"] }',
        'when = { invoice_number = ["elsewhere"] }',
        'service "replacement" → requirement 6 → when',
        "one of ",
    ),
    "documents of a paper nobody reads": (
        'reads = ["mrz"]\ndocument_types = ["P"]',
        'document_types = ["P"]',
        'paper "passport" → document_types',
        'reads = ["mrz"]',
    ),
    "codes of a paper nobody reads": (
        'reads = ["code"]\n',
        "",
        'paper "serial" → code_patterns',
        'reads = ["code"]',
    ),
    "a misread prefix": (
        'prefix = "D"',
        'prefix = "O"',
        'service "recovery" → prefix',
        "not I, O or Q",
    ),
    "three letters of prefix": (
        'prefix = "D"',
        'prefix = "DRV"',
        'service "recovery" → prefix',
        "one or two capital letters",
    ),
    "a need nobody has": (
        'needs = ["step_free"]',
        'needs = ["stepfree"]',
        'counter "3" → needs',
        'Did you mean "step_free"?',
    ),
    "a need of staff nobody has": (
        'needs = ["sign_language"]',
        'needs = ["sign_langage"]',
        'staff "lena" → needs',
        'Did you mean "sign_language"?',
    ),
    "the same id twice": (
        'id = "lena"',
        'id = "ken"',
        'staff "ken" → id',
        "one no other staff has",
    ),
    "an id with spaces": ('id = "lena"', 'id = "Lena B"', 'staff "Lena B" → id', "small letters"),
    "a text that lacks languages": (
        ', de = "Induktionsschleife", ar = "حلقة سمعية" }',
        " }",
        'need "hearing_loop" → name',
        "a text in en, de, ar",
    ),
    "a text in a language too many": (
        'ar = "حلقة سمعية" }',
        'ar = "حلقة سمعية", fr = "boucle" }',
        'need "hearing_loop" → name → fr',
        "only en, de, ar",
    ),
    "an empty text": (
        'where = { en = "on the left", de = "links"',
        'where = { en = "", de = "links"',
        'counter "1" → where',
        "a text",
    ),
    "hours that overlap": (
        'thu = ["09:00-20:00"]',
        'thu = ["09:00-12:30", "12:00-20:00"]',
        "hours → thu",
        "follow each other",
    ),
    "hours that end before they start": (
        'thu = ["09:00-20:00"]',
        'thu = ["20:00-09:00"]',
        "hours → thu",
        "closing after opening",
    ),
    "hours that are not times": (
        'thu = ["09:00-20:00"]',
        'thu = ["9-20"]',
        "hours → thu",
        '["09:00-12:30", "14:00-18:00"]',
    ),
    "a break that is no time": (
        'breaks = ["12:30-13:00"]',
        'breaks = ["12:30"]',
        'staff "mai" → breaks',
        'a list of times like ["10:30-10:45", "13:00-13:30"]',
    ),
    "breaks that overlap": (
        'breaks = ["10:45-11:00", "13:00-13:30"]',
        'breaks = ["12:45-13:10", "13:00-13:30"]',
        'staff "ken" → breaks',
        "follow each other",
    ),
    "a break that ends before it starts": (
        'breaks = ["12:30-13:00"]',
        'breaks = ["13:00-12:30"]',
        'staff "mai" → breaks',
        "an end after the beginning",
    ),
    "a break when nobody works": (
        'breaks = ["12:30-13:00"]',
        'breaks = ["08:30-09:15"]',
        'staff "mai" → breaks',
        "a time of opening hours",
    ),
    "a date there is none of": (
        '"2026-12-25"',
        '"2026-12-32"',
        "hours → closed",
        "a list of dates",
    ),
    "a time zone there is none of": (
        '"Europe/Berlin"',
        '"Europe/Berlim"',
        "store → time_zone",
        "IANA name",
    ),
    "a language Foyer does not speak": (
        'languages = ["en", "de", "ar"]     # offered',
        'languages = ["en", "de", "ar", "eo"]     # offered',
        "store → languages",
        "a list of en, de, ar",
    ),
    "a word where a number belongs": (
        "target_wait_minutes = 15",
        'target_wait_minutes = "15"',
        "times → target_wait_minutes",
        "a number of minutes from 1 to 240",
    ),
    "a number far out": (
        "undo_s = 120",
        "undo_s = 100000",
        "times → undo_s",
        "a number of seconds from 10 to 900",
    ),
    "a key that is misspelt": ('icon = "seat"', 'icno = "seat"', 'need "seat" → icno', '"icon"?'),
    "a table that is misspelt": ("[times]", "[time]", "time", 'Did you mean "times"?'),
    "one bracket too few": ('[[need]]\nid = "seat"', '[[neeed]]\nid = "seat"', "neeed", '"need"?'),
    "a counter that serves nothing": (
        'services = ["recovery", "advice"]',
        "services = []",
        'counter "3" → services',
        "a list of services",
    ),
    "a counter that serves what there is not": (
        'services = ["recovery", "advice"]',
        'services = ["recovery", "advise"]',
        'counter "3" → services',
        'Did you mean "advice"?',
    ),
    "a service no counter serves": (
        'id = "advice"\nname',
        'id = "repair"\nname',
        'service "repair"',
        '"repair" in a counter\'s services',
    ),
    "a PIN as a number": ('pin = "2703"', "pin = 2703", 'staff "mai" → pin', 'pin = "2703"'),
    "a short PIN": ('pin = "2703"', 'pin = "27"', 'staff "mai" → pin', "4 to 8 digits"),
    "no PIN": ('pin = "2703"\n', "", 'staff "mai" → pin', "4 to 8 digits"),
    "a fix that is not told": (
        'if_missing = "fetch"\nfix = { en = "Ask your office to mail it to you.',
        'if_missing = "fetch"\nwhere = { en = "Ask your office to mail it to you.',
        'paper "invoice" → fix',
        "what to do without it",
    ),
    "a way longer than a hold": (
        "fetch_minutes = 25",
        "fetch_minutes = 45",
        'paper "company_letter" → fetch_minutes',
        "hold_minutes_max (30)",
    ),
    "an address with a path": (
        '# address = "http://192.168.1.20:8000"   #',
        'address = "http://192.168.1.20:8000/foyer"   #',
        "store → address",
        "http:// or https://",
    ),
}


@pytest.fixture
def mistakes_of(tmp_path):
    def read(text: str) -> tuple[Mistake, ...]:
        path = tmp_path / "config.toml"
        path.write_text(text)
        with pytest.raises(SettingsError) as refused:
            load(path)
        return refused.value.mistakes

    return read


def edited(text: str, old: str, new: str) -> str:
    assert old in text, f"config.toml no longer says {old!r}"
    return text.replace(old, new, 1)


@pytest.mark.parametrize("name", EDITS)
def test_one_mistake_is_named_with_its_place_and_its_cure(mistakes_of, name):
    old, new, key, cure = EDITS[name]
    found = {m.key: m for m in mistakes_of(edited(SHIPPED, old, new))}
    assert key in found
    assert cure in found[key].would_do


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(mistakes_of):
    text = SHIPPED
    chosen = ["hours that overlap", "a number far out", "a misread prefix", "a short PIN"]
    for name in reversed(chosen):
        text = edited(text, *EDITS[name][:2])
    assert [m.key for m in mistakes_of(text)] == [EDITS[name][2] for name in chosen]


def test_a_mistake_hides_no_other_in_the_same_table(mistakes_of):
    text = edited(SHIPPED, *EDITS["a paper nobody knows"][:2])
    text = edited(
        text, 'typical_minutes = 8\nicon = "drive"', 'typical_minutes = "8"\nicn = "drive"'
    )
    keys = {m.key for m in mistakes_of(text)}
    assert keys == {
        'service "replacement" → typical_minutes',
        'service "replacement" → icn',
        'service "replacement" → requirement 2 → any',
    }


def test_a_mistake_is_told_once(mistakes_of):
    text = edited(SHIPPED, 'id = "serial"\nname', 'id = "serial"\nnmae')
    assert [m.key for m in mistakes_of(text)] == ['paper "serial" → name', 'paper "serial" → nmae']


@pytest.mark.parametrize(
    "name", ["a misread prefix", "a key that is misspelt", "hours that overlap"]
)
def test_the_line_is_the_one_to_edit(mistakes_of, name):
    old, new, key, _ = EDITS[name]
    text = edited(SHIPPED, old, new)
    line = next(m.line for m in mistakes_of(text) if m.key == key)
    assert new in text.splitlines()[line - 1]


def test_a_missing_key_is_told_at_its_table(mistakes_of):
    text = edited(SHIPPED, *EDITS["no PIN"][:2])
    (mistake,) = mistakes_of(text)
    assert text.splitlines()[mistake.line - 1 :][:2] == ["[[staff]]", 'id = "mai"']


def test_text_that_is_not_toml_is_refused_with_its_line(mistakes_of):
    (mistake,) = mistakes_of("[store]\nid = main\n")
    assert mistake.line == 2
    assert "id = main" in mistake.found


def test_an_empty_file_lacks_everything(mistakes_of):
    keys = {m.key for m in mistakes_of("")}
    assert {"store → id", "store → time_zone", "hours", "service", "counter", "staff"} <= keys


def test_no_file_is_a_mistake_too(tmp_path):
    with pytest.raises(SettingsError, match="no such file"):
        load(tmp_path / "none.toml")


def test_the_message_reads_well(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text(edited(SHIPPED, *EDITS["a paper nobody knows"][:2]))
    with pytest.raises(SettingsError) as refused:
        load(path)
    said = str(refused.value)
    assert said.startswith(f"{path}: 1 mistake. Nothing was started.")
    assert 'service "replacement" → requirement 2 → any   (line ' in said
    assert 'found     "seriall"' in said
