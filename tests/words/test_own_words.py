"""A store's own words: added, corrected, and told where they are wrong; never a crash."""

from pathlib import Path

import pytest

from server.settings import SettingsError, load
from server.words import Words, language_of

SHIPPED = Path("config.toml").read_text()


def words_of(folder: Path, languages: list[str], files: dict[str, str]) -> Words:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Words(languages, folder)


def test_one_word_of_a_shipped_language_is_corrected(tmp_path: Path) -> None:
    words = words_of(tmp_path, ["de"], {"de.ftl": "door-on = Na los"})
    say = words.speaker("de", "doors")
    assert say("door-on") == "Na los"
    assert say("door-locked") == Words(["de"]).speaker("de", "doors")("door-locked")
    assert words.mistakes == []


def test_what_is_missing_is_said_in_the_houses_language_then_in_english(tmp_path: Path) -> None:
    own = {"pl/any.ftl": "door-on = Dalej", "cs/doors.ftl": "door-locked = zamčeno"}
    words = words_of(tmp_path, ["cs", "pl"], own)
    say = words.speaker("pl", "doors")
    assert (say("door-on"), say("door-locked"), say("door-staff")) == ("Dalej", "zamčeno", "Staff")
    assert [text.locale for text in words.texts("pl", "doors")] == ["pl", "cs", "en-GB"]
    assert words.share("pl") is not None and words.share("pl").said == 1


def test_a_country_takes_what_it_lacks_from_its_language(tmp_path: Path) -> None:
    words = words_of(tmp_path, ["en", "de-AT"], {"de-AT.ftl": "door-on = Weida"})
    assert words.speaker("de-AT", "doors")("door-on") == "Weida"
    german = Words(["de"]).speaker("de", "doors")("door-staff")
    assert words.speaker("de-AT", "doors")("door-staff") == german


def test_plural_forms_are_those_of_the_language(tmp_path: Path) -> None:
    counted = "staff-n-waiting = { $n ->\n [one] { $n } a\n [few] { $n } b\n *[many] { $n } c\n }"
    say = words_of(tmp_path, ["pl"], {"pl.ftl": counted}).speaker("pl", "staff")
    assert [say("staff-n-waiting", n=n) for n in (1, 3, 5)] == ["1 a", "3 b", "5 c"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("door-onn = Dalej", "door-onn is no message of Foyer's: did you mean door-on?"),
        ("door-on Dalej", "“door-on Dalej” is not Fluent"),
        ("door-on = { $x ->\n [a] b\n}", "is not Fluent"),
        ("door-on = Dalej { $name }", "door-on has { $name }, which nobody fills in"),
        ("door-all = Wszystko", "door-all lacks { $store }"),
        ("door-on = { -brand }", "door-on refers to -brand, not said here"),
        ("door-on = { kiosk-welcome }", "door-on refers to kiosk-welcome, not said here"),
        ("door-on = { WEEKDAY(1) }", "door-on calls WEEKDAY, which is not known"),
        ("door-on =\n    .title = Dalej", "door-on says nothing"),
        ("door-on = A\ndoor-on = B", "door-on is said a second time"),
    ],
)
def test_what_is_wrong_is_told_and_not_used(tmp_path: Path, text: str, told: str) -> None:
    words = words_of(tmp_path, ["pl"], {"pl/doors.ftl": f"# Polish\n{text}\ndoor-locked = tak\n"})
    assert [told in str(mistake) for mistake in words.mistakes] == [True]
    assert words.mistakes[0].line in (2, 3)
    say = words.speaker("pl", "doors")
    assert say("door-locked") == "tak"
    assert say("door-on") == ("A" if "second" in told else "Go on")
    assert say("door-all", store="S") == "All screens of S"


def test_bytes_that_are_no_text_and_names_that_are_no_code(tmp_path: Path) -> None:
    (tmp_path / "pl.ftl").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "polski").mkdir()
    (tmp_path / "polski" / "a.ftl").write_text("door-on = Dalej")
    mistakes = [str(mistake) for mistake in Words(["pl"], tmp_path).mistakes]
    assert "cannot be read as text in UTF-8" in mistakes[0]
    assert '"polski" is no language code' in mistakes[1]


@pytest.mark.parametrize(
    ("code", "name", "direction", "script"),
    [
        ("fr", "Français", "ltr", "Latn"),
        ("pt-BR", "Português (Brasil)", "ltr", "Latn"),
        ("ar", "العربية", "rtl", "Arab"),
        ("fa", "فارسی", "rtl", "Arab"),
        ("ur", "اردو", "rtl", "Arab"),
        ("he", "עברית", "rtl", "Hebr"),
        ("zh-Hant", "中文 (繁體)", "ltr", "Hant"),
        ("tlh", "tlh", "ltr", "Latn"),
    ],
)
def test_what_follows_from_the_code(code: str, name: str, direction: str, script: str) -> None:
    language = language_of(code)
    assert (language.name, language.direction, language.script) == (name, direction, script)


def with_language(folder: Path, code: str) -> Path:
    path = folder / "config.toml"
    listed = 'languages = ["en", "de", "ar"]'
    assert listed in SHIPPED
    text = SHIPPED.replace(listed, f'languages = ["{code}"]')
    path.write_text(text.replace("{ en =", f"{{ {code} =").replace(", de = ", ', "x" = '))
    return path


def test_a_language_needs_words_somewhere(tmp_path: Path) -> None:
    path = with_language(tmp_path, "pl")

    def about_languages() -> list[str]:
        try:
            load(path)
        except SettingsError as error:
            return [m.would_do for m in error.mistakes if m.key == "store → languages"]
        return []

    assert "a folder languages/pl beside this file" in about_languages()[0]
    (tmp_path / "languages" / "pl").mkdir(parents=True)
    (tmp_path / "languages" / "pl" / "kiosk.ftl").write_text("kiosk-welcome = Witamy")
    assert about_languages() == []
