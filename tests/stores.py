"""Stores that are not the demo, made to measure: as many services, counters and long names in as
many languages as a test wants, as the text of a config.toml."""

from __future__ import annotations

from collections.abc import Sequence

LONG = {
    "en": "Driving licences, exchange of foreign licences and permits",
    "de": "Führungszeugnis und Gewerbezentralregister beantragen",
    "ar": "إصدار رخصة القيادة الدولية واستبدال الرخص الأجنبية للمقيمين",
    "fr": "Renouvellement du permis de conduire et certificat de vente",
}
"""Names of services, up to 62 letters, with the longest words of their language."""
MORE = {
    "en": ("Passports", "Change of address and registration certificates", "Tyres (new)"),
    "de": (
        "Personalausweis",
        "Aufenthaltsgenehmigungsverlängerung",
        "Kraftfahrzeugzulassungsstelle: Ummeldung",
    ),
    "ar": ("جوازات السفر", "تغيير العنوان وشهادات التسجيل", "الإطارات"),
    "fr": ("Passeports", "Changement d'adresse et attestations d'hébergement", "Pneus (neufs)"),
}
HOUSE = "Bürgeramt am Charlottenburger Ufer – Haus der Bürgerdienste II"
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def store(
    services: int,
    counters: int,
    languages: Sequence[str] = ("de", "en", "ar"),
    *,
    people: int = 4,
    papers: bool = True,
    lines: str = "counter",
) -> str:
    """Everybody at every counter can do everything; every third service asks for papers."""
    parts = [
        f"""[store]
id = "main"
name = "{HOUSE}"
time_zone = "Europe/Berlin"
languages = {list(languages)}
lines = "{lines}"

[hours]
mon = ["08:00-18:00"]
tue = ["08:00-18:00"]
wed = ["08:00-18:00"]
thu = ["08:00-18:00"]
fri = ["08:00-18:00"]
sat = ["08:00-18:00"]
sun = ["08:00-18:00"]
"""
    ]
    if papers:
        parts += [_paper(n, languages) for n in range(3)]
    for n in range(services):
        asks = papers and n % 3 == 0
        parts.append(_service(n, languages, asks=asks))
    ids = [f"s{n + 1}" for n in range(services)]
    parts += [
        f'[[counter]]\nid = "{n + 1}"\nname = "{n + 1}"\nservices = {ids}\n'
        for n in range(counters)
    ]
    parts += [
        f'[[staff]]\nid = "p{n + 1}"\nname = "{PEOPLE[n % len(PEOPLE)]}"\npin = "27{n + 11}"\n'
        for n in range(people)
    ]
    return "\n".join(parts)


PEOPLE = ("Annegret Schmidt-Wolfenbüttel", "Mai", "Mohammed Al-Abdurrahman", "Ken")


MENDS = (
    'if_missing = "fetch"\nfetch_minutes = 20\nfix = {fix}',
    'if_missing = "fixable_here"\nfix = {fix}',
    'if_missing = "not_today"',
)


def _paper(n: int, languages: Sequence[str]) -> str:
    return (
        f'[[paper]]\nid = "paper{n}"\nname = {_said(languages, n + 1)}\n'
        f"what_counts = {_said(languages, 0)}\n"
        f"{MENDS[n].format(fix=_said(languages, n + 2))}\n"
    )


def _service(n: int, languages: Sequence[str], *, asks: bool) -> str:
    text = (
        f'[[service]]\nid = "s{n + 1}"\nname = {_said(languages, n)}\n'
        f'prefix = "{_prefix(n)}"\ntypical_minutes = {5 + n % 4 * 5}\n'
    )
    if not asks:
        return text
    question = f'[[service.question]]\nid = "who"\ntext = {_said(languages, n + 2)}\n' + "".join(
        f'[[service.question.answer]]\nid = "a{k}"\ntext = {_said(languages, n + k)}\n'
        for k in range(4)
    )
    return (
        text
        + question
        + (
            "[[service.requirement]]\nany = ['paper0']\n"
            "[[service.requirement]]\nany = ['paper1', 'paper2']\n"
        )
    )


def _prefix(n: int) -> str:
    return (
        LETTERS[n]
        if n < len(LETTERS)
        else LETTERS[n // len(LETTERS) - 1] + LETTERS[n % len(LETTERS)]
    )


def _said(languages: Sequence[str], n: int) -> str:
    told = {code: (LONG[code], *MORE[code])[n % 4] for code in languages}
    return "{ " + ", ".join(f'{code} = "{name}"' for code, name in told.items()) + " }"
