"""What any journal must do. A new engine joins with one class and a `journal` fixture; one that
outlives its process also joins `durable_contract.py`."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex
from typing import NamedTuple, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.floor import facts as f
from server.floor.day import Day
from server.journal.contract import (
    DIALLED,
    PHONE,
    Answer,
    Booked,
    Conflict,
    Due,
    Entry,
    Forgotten,
    Journal,
    Key,
    KeyTaken,
    Place,
    Rows,
    Session,
    Snapshot,
    Stream,
    Token,
)
from server.journal.memory import MemoryJournal
from server.journal.projection import appointment_of, rows_of_day
from server.journal.rebuild import rebuild
from tests.journal.morning import BOOKED, MAIN, NINE, ONE_OF_EACH, Morning, key, ticket


class Put(NamedTuple):
    """One entry of a course."""

    ticket: bool
    key: str | None
    guest: bool


class Append(NamedTuple):
    """One append of a course, by a writer who missed `behind` facts."""

    behind: int
    entries: list[Put]

    def prepare(self, writer: Morning, name: str) -> None:
        for n, entry in enumerate(self.entries):
            visit = f"{name}-{n}"
            facts = ticket(visit, n, at=NINE + n) if entry.ticket else ()
            guests = ((visit, "name", visit),) if entry.guest else ()
            writer.stage(*facts, key=key(entry.key) if entry.key else None, guests=guests)
        writer.saved_seq -= self.behind


PUTS = st.builds(Put, st.booleans(), st.sampled_from([None, None, *"abcdef"]), st.booleans())
BEHIND = st.sampled_from([0, 0, 0, 1, -1])
COURSES = st.lists(st.builds(Append, BEHIND, st.lists(PUTS, max_size=4)), max_size=12)


class JournalContract:
    @pytest.fixture
    def journal(self, tmp_path: Path) -> Journal:
        raise NotImplementedError

    @pytest.fixture
    def morning(self, journal: Journal) -> Morning:
        return Morning(journal)

    # Facts

    def test_a_proof_changes_nothing_anybody_reads(self, journal: Journal) -> None:
        morning = Morning(journal)
        morning.write(*ticket("rosa"))
        before = (list(journal.read(MAIN)), journal.rows(MAIN), journal.store_key())
        journal.prove()
        journal.prove()
        assert (list(journal.read(MAIN)), journal.rows(MAIN), journal.store_key()) == before
        morning.write(*ticket("ken", 2))
        assert journal.last_seq(MAIN) == 6

    def test_every_kind_of_fact_comes_back_as_it_was(self, morning: Morning) -> None:
        assert {type(fact) for fact in ONE_OF_EACH} == set(get_args(f.AnyFact))
        written = morning.stage(*ONE_OF_EACH).facts
        morning.save()
        assert tuple(morning.journal.read(MAIN)) == written

    def test_facts_are_read_in_order_from_any_place(self, morning: Morning) -> None:
        for n in range(5):
            morning.write(*ticket(f"v{n}", n))
        assert [r.seq for r in morning.journal.read(MAIN)] == list(range(1, 16))
        assert [r.seq for r in morning.journal.read(MAIN, after_seq=13)] == [14, 15]
        assert morning.journal.last_seq(MAIN) == 15

    def test_a_day_that_has_not_begun_is_empty(self, journal: Journal) -> None:
        assert journal.last_seq(MAIN) == 0
        assert list(journal.read(MAIN)) == []
        assert journal.streams("main") == []

    def test_a_long_day_is_read_whole(self, morning: Morning) -> None:
        for n in range(2100):
            morning.stage(*ticket(f"v{n}", n))
        morning.save()
        assert [r.seq for r in morning.journal.read(MAIN)] == list(range(1, 6301))

    def test_days_and_stores_are_apart(self, journal: Journal) -> None:
        tomorrow, vera = Stream("main", "2025-11-22"), Stream("veras", "2025-11-21")
        for stream in (tomorrow, vera, MAIN):
            Morning(journal, stream).write(*ticket(f"of {stream}"), key=key("k"))
            journal.forget_answers(NINE + 1)
        assert journal.streams("main") == [MAIN, tomorrow]
        assert journal.streams("veras") == [vera]
        assert journal.last_seq(MAIN) == journal.last_seq(vera) == 3
        assert [row["visit"] for row in journal.visits("veras")] == [f"of {vera}"]
        assert journal.visit("veras", f"of {MAIN}") is None
        assert [leg["visit"] for leg in journal.legs("veras", 0, NINE + 1)] == [f"of {vera}"]

    # Snapshots

    def test_a_snapshot_takes_the_place_of_the_one_before_it(self, morning: Morning) -> None:
        journal = morning.journal
        assert journal.snapshot("main", "day") is None
        for n in range(1, 4):
            morning.write(*ticket(f"v{n}", n))
            kept = Snapshot("day", MAIN, 3 * n, b"this program", b"\x00day\xff" * n)
            other = Snapshot("learned", MAIN, 3 * n, b"this program", b"learned")
            journal.keep_snapshots([kept, other])
            assert journal.snapshot("main", "day") == kept
            assert journal.snapshot("main", "learned") == other
        assert journal.snapshot("veras", "day") is None

    @pytest.mark.parametrize("seq", [0, 4, 1000])
    def test_a_snapshot_of_facts_that_are_not_there_is_none(
        self, morning: Morning, seq: int
    ) -> None:
        morning.write(*ticket("rosa"))
        morning.journal.keep_snapshots([Snapshot("day", MAIN, seq, b"v", b"day")])
        assert morning.journal.snapshot("main", "day") is None

    # All or nothing

    @pytest.mark.parametrize("after_seq", [0, 2, 4, 1000])
    def test_who_is_not_at_the_end_writes_nothing(self, morning: Morning, after_seq: int) -> None:
        morning.write(*ticket("rosa"))
        late = Morning(morning.journal)
        late.stage(*ticket("ken"), key=key("k"), guests=(("ken", "name", "Ken"),))
        late.saved_seq = after_seq
        with pytest.raises(Conflict):
            late.save()
        assert_only_rosa(morning.journal)

    def test_an_answer_decided_on_what_is_past_is_refused_too(self, morning: Morning) -> None:
        morning.write(*ticket("rosa"))
        with pytest.raises(Conflict):
            morning.journal.append(MAIN, 2, [Entry(at=NINE)], Rows())
        morning.journal.append(MAIN, 3, [Entry(at=NINE)], Rows())
        assert_only_rosa(morning.journal)

    def test_a_key_answered_before_takes_its_whole_batch_along(self, morning: Morning) -> None:
        morning.write(key=key("k"), body=b"first")
        morning.write(*ticket("rosa"))
        late = Morning(morning.journal)
        late.stage(*ticket("ken"), guests=(("ken", "name", "Ken"),))
        late.stage(key=key("k"), body=b"second")
        with pytest.raises(KeyTaken):
            late.save()
        assert morning.journal.answered("main", "k") == (b"the same", Answer(201, b"first"))
        assert morning.journal.last_seq(MAIN) == 3
        assert morning.journal.guest("ken") == {}

    def test_one_key_twice_in_a_batch_is_refused(self, morning: Morning) -> None:
        morning.stage(*ticket("rosa"), key=key("k"))
        morning.stage(*ticket("ken", 2), key=key("k"))
        with pytest.raises(KeyTaken):
            morning.save()
        assert morning.journal.last_seq(MAIN) == 0

    # Answers

    def test_an_answer_is_kept_with_its_key(self, morning: Morning) -> None:
        morning.write(*ticket("rosa"), key=key("k", "POST /visits"), body=b"\x00{}\xff")
        answer = Answer(201, b"\x00{}\xff")
        assert morning.journal.answered("main", "k") == (b"POST /visits", answer)
        assert morning.journal.answered("main", "other") is None
        assert morning.journal.answered("veras", "k") is None

    def test_two_callers_may_use_one_key(self, morning: Morning) -> None:
        for caller in ("rosa", "ken"):
            morning.write(key=Key("k", b"the same", caller), body=caller.encode())
        for caller in ("rosa", "ken"):
            kept = Answer(201, caller.encode())
            assert morning.journal.answered("main", "k", caller) == (b"the same", kept)
        assert morning.journal.answered("main", "k", "ida") is None
        again = Morning(morning.journal)
        again.stage(key=Key("k", b"the same", "ken"))
        with pytest.raises(KeyTaken):
            again.save()

    def test_an_answer_kept_before_there_were_callers_is_anybodys(self, morning: Morning) -> None:
        morning.write(key=key("k"), body=b"old")
        assert morning.journal.answered("main", "k", "ken") == (b"the same", Answer(201, b"old"))
        morning.write(key=Key("k", b"another", "ken"), body=b"new")
        assert morning.journal.answered("main", "k", "ken") == (b"another", Answer(201, b"new"))

    def test_old_answers_are_forgotten(self, morning: Morning) -> None:
        morning.write(key=key("old"), at=NINE - 1)
        morning.write(key=key("new"), at=NINE)
        morning.journal.forget_answers(before=NINE)
        assert morning.journal.answered("main", "old") is None
        assert morning.journal.answered("main", "new") is not None

    # Guests

    def test_what_is_personal_is_kept_apart_and_can_be_erased(self, morning: Morning) -> None:
        rosa = (("rosa", "name", "Rosa"), ("rosa", "phone", "+49 30 1234"))
        morning.write(*ticket("rosa"), guests=rosa)
        morning.write(guests=(("rosa", "phone", "+49 30 5678"), ("ken", "name", "Ken")))
        assert morning.journal.guest("rosa") == {"name": "Rosa", "phone": "+49 30 5678"}
        assert morning.journal.erase("rosa") is True
        assert morning.journal.erase("rosa") is False
        assert morning.journal.guest("rosa") == {}
        assert morning.journal.guest("ken") == {"name": "Ken"}
        assert morning.journal.last_seq(MAIN) == 3

    def test_a_visit_and_its_appointment_are_erased_by_either_name(self, morning: Morning) -> None:
        came = replace(BOOKED, state="checked_in", visit="rosa")
        guests = ((BOOKED.id, "name", "Rosa"), ("rosa", "name", "Rosa"), ("ken", "name", "Ken"))
        for named in (BOOKED.id, "rosa"):
            morning.write(f.AppointmentCheckedIn(came, "in_time"), guests=guests)
            assert morning.journal.erase(named) is True
            assert morning.journal.guest(BOOKED.id) == morning.journal.guest("rosa") == {}
        assert morning.journal.guest("ken") == {"name": "Ken"}

    def test_that_somebody_was_erased_is_known_until_it_is_long_ago(self, morning: Morning) -> None:
        journal = morning.journal
        morning.write(*ticket("rosa"), guests=(("rosa", "name", "Rosa"),))
        morning.write(*ticket("ken", 2), *ticket("mai", 3))
        came = replace(BOOKED, state="checked_in", visit="mai")
        morning.write(f.AppointmentCheckedIn(came, "in_time"))
        assert not journal.erased("rosa")
        journal.erase("rosa")
        journal.erase("rosa")
        assert [one for one in ("rosa", "ken", "mai") if journal.erased(one)] == ["rosa"]
        journal.erase(BOOKED.id)
        journal.erase("a message")
        known = [one for one in ("ken", "mai", BOOKED.id, "a message") if journal.erased(one)]
        assert known == ["mai"], "also by the appointment's id, and only visits"
        journal.forget("main", NINE)
        assert journal.erased("rosa")
        journal.forget("main", NINE + 1)
        assert not journal.erased("rosa")

    def test_by_age_whoever_is_still_needed_stays(self, morning: Morning) -> None:
        later = NINE + 5
        for visit, due in (("done", NINE), ("kept", later), ("owed", later), ("long ago", NINE)):
            morning.write(*promised(visit, due), guests=((visit, "name", visit),))
        morning.write(f.PromiseKept("of kept"), f.PromiseKept("of done"))
        morning.write(*ticket("waits"), guests=(("waits", "name", "waits"),))
        for id, at in (("past", NINE), ("to come", later)):
            made = replace(BOOKED, id=id, code=f"{at}", at=at)
            morning.write(f.AppointmentMade(made), guests=((id, "name", id),))
        morning.write(guests=(("told lately", "name", "x"), ("done", "note:1", "x")), at=later)
        journal = morning.journal
        assert journal.forget("main", NINE) == Forgotten(0, None)
        assert journal.forget("main", later) == Forgotten(3, None)
        assert [name for name in ("kept", "long ago", "past") if journal.guest(name)] == []
        needed = ("done", "owed", "waits", "to come", "told lately")
        assert all(journal.guest(name) for name in needed)

    def test_a_portion_says_where_the_next_one_begins(self, morning: Morning) -> None:
        morning.write(guests=tuple((f"v{n}", "name", "x") for n in range(5)))
        journal = morning.journal
        assert journal.forget("main", NINE + 1, limit=2) == Forgotten(2, "v1")
        assert journal.forget("main", NINE + 1, after="v1", limit=2) == Forgotten(2, "v3")
        assert journal.forget("main", NINE + 1, after="v3", limit=2) == Forgotten(1, None)

    def test_a_phone_number_finds_its_earlier_visits(self, journal: Journal) -> None:
        for n, (store, visit, phone) in enumerate(
            [
                ("main", "v1", "0171 555-1"),
                ("main", "v2", "0171 5552"),
                ("main", "v3", "0171/5551"),
                ("elsewhere", "v4", "01715551"),
                ("main", "v5", "01715551"),
                ("main", "v6", ""),
            ]
        ):
            morning = Morning(journal, Stream(store, MAIN.date))
            number = phone.translate({ord(mark): None for mark in " -/"})
            guests = ((visit, PHONE, phone), (visit, DIALLED, number), (visit, "name", "01715551"))
            morning.write(*ticket(visit, n, at=NINE + n), guests=guests)

        def earlier(visit: str, **more: int) -> list[str]:
            return [row["visit"] for row in journal.earlier("main", visit, **more)]

        assert earlier("v5") == ["v3", "v1"]
        assert earlier("v5", limit=1) == ["v3"]
        assert earlier("v1") == earlier("v2") == earlier("v6") == earlier("nobody") == []
        journal.redial(lambda phone: phone.strip("0")[:3])
        assert earlier("v5") == ["v3", "v2", "v1"]
        assert journal.guest("v5")[PHONE] == "01715551", "as it was typed"
        journal.redial(str)
        assert earlier("v5") == [], "each was written in another way"
        journal.redial(lambda phone: phone and "1")
        journal.erase("v3")
        assert earlier("v5") == ["v2", "v1"]
        assert journal.guest("v3") == {}

    def test_a_number_read_anew_is_kept_no_longer_for_it(self, journal: Journal) -> None:
        morning = Morning(journal)
        morning.write(guests=(("rosa", PHONE, "0171 5551"),), at=NINE)
        morning.write(guests=(("ken", "name", "Ken"),), at=NINE + 1)
        journal.redial(lambda phone: phone)
        assert journal.guest("rosa") == {PHONE: "0171 5551", DIALLED: "0171 5551"}
        assert journal.guest("ken") == {"name": "Ken"}
        assert journal.forget("main", NINE + 1) == Forgotten(1, None)
        assert journal.guest("rosa") == {}

    # Rows

    def test_rows_are_written_with_the_facts(self, morning: Morning) -> None:
        morning.write(*ONE_OF_EACH[:14])
        assert morning.journal.rows(MAIN) == rows_of_day(morning.day)
        row = morning.journal.visit("main", "rosa")
        assert row is not None
        assert (row["state"], row["legs"], row["service"]) == ("waiting", 2, "recovery")

    def test_a_leg_that_was_undone_is_gone(self, morning: Morning) -> None:
        morning.write(*ONE_OF_EACH[:14])
        assert [leg["leg"] for leg in morning.journal.rows(MAIN).legs] == [1, 2]
        morning.write(ONE_OF_EACH[14])
        assert morning.journal.rows(MAIN) == rows_of_day(morning.day)
        assert [leg["leg"] for leg in morning.journal.rows(MAIN).legs] == [1]

    def test_visits_are_listed_by_arrival_in_pages(self, morning: Morning) -> None:
        for n in range(7):
            morning.stage(*ticket(f"v{n}", n, at=NINE + (n // 2) * 1000))
        morning.stage(f.CounterOpened("1", "mai", ("replacement",)))
        morning.stage(f.VisitCalled("v3", "1", "mai"))
        morning.save()
        journal = morning.journal

        def ids(**wanted: object) -> list[str]:
            return [row["visit"] for row in journal.visits("main", **wanted)]  # type: ignore[arg-type]

        assert ids() == [f"v{n}" for n in range(7)]
        assert ids(limit=2) == ["v0", "v1"]
        assert ids(limit=2, cursor=Place(NINE + 1000, "v2")) == ["v3", "v4"]
        assert ids(since=NINE + 2000) == ["v4", "v5", "v6"]
        assert ids(state="called") == ids(counter="1") == ["v3"]
        assert ids(state="waiting", cursor=Place(NINE, "v1"), limit=2) == ["v2", "v4"]

    def test_legs_are_those_that_entered_in_a_half_open_span(self, morning: Morning) -> None:
        for n in range(4):
            morning.stage(*ticket(f"v{n}", n, at=NINE + n * 1000))
        morning.save()
        legs = morning.journal.legs("main", NINE + 1000, NINE + 3000)
        assert [leg["visit"] for leg in legs] == ["v1", "v2"]

    def test_a_paper_keeps_what_was_said_and_what_was_found(self, morning: Morning) -> None:
        morning.write(*rosas_papers())
        receipt, serial = morning.journal.papers("main", NINE, NINE + 1)
        assert morning.journal.rows(MAIN).papers == [receipt, serial]
        assert (receipt["declared"], receipt["verdict"], receipt["service"]) == (
            "declared",
            "ready",
            "replacement",
        )
        assert (receipt["rejected_for"], receipt["rejected_by"]) == ("too_old", "mai")
        assert (receipt["rejected_leg"], receipt["rejected_during"]) == (1, "serving")
        assert (receipt["checked"], receipt["seen_at"]) == ("seen", NINE)
        assert (serial["checked"], serial["seen_at"], serial["rejected_at"]) == (None, None, None)

    def test_rejections_are_counted_by_paper_and_reason(self, morning: Morning) -> None:
        for visit, reason in (("rosa", "too_old"), ("ken", "too_old"), ("ida", "=copy")):
            morning.write(*rosas_papers(visit, reason))
        assert morning.journal.rejections("main", NINE) == [
            {"paper": "receipt", "reason": "too_old", "n": 2},
            {"paper": "receipt", "reason": "=copy", "n": 1},
        ]

    def test_rejections_are_told_in_the_words_somebody_wrote_until_they_are_erased(
        self, morning: Morning
    ) -> None:
        for visit, words in (("rosa", "Printed too faintly"), ("ken", "Torn")):
            told = ((visit, "reason:paper:receipt", words),)
            morning.write(*rosas_papers(visit, "other"), guests=told)
        told = {row["reason"]: row["n"] for row in morning.journal.rejections("main", NINE)}
        assert told == {"Printed too faintly": 1, "Torn": 1}
        morning.journal.erase("rosa")
        told = {row["reason"]: row["n"] for row in morning.journal.rejections("main", NINE)}
        assert told == {"other": 1, "Torn": 1}
        assert morning.journal.rejections("main", NINE + 1) == []
        assert morning.journal.rejections("veras", 0) == []

    def test_papers_are_of_visits_that_entered_in_a_half_open_span(self, morning: Morning) -> None:
        for n in range(3):
            morning.stage(*ticket(f"v{n}", n, at=NINE + n))
            items = (f.PaperItem("drive", "seen"),)
            morning.stage(f.PapersChecked(f"v{n}", "ready", items))
        morning.save()
        papers = morning.journal.papers("main", NINE + 1, NINE + 2)
        assert [row["visit"] for row in papers] == ["v1"]

    def test_a_note_is_kept_as_it_was_last(self, morning: Morning) -> None:
        journal = morning.journal
        assert journal.noted("clock") is None
        key = journal.store_key()
        journal.note("clock", b"one")
        journal.note("clock", b"two")
        journal.note("store_key", b"no secret")
        assert journal.noted("clock") == b"two"
        assert journal.store_key() == key

    def test_rebuilding_finds_the_same_rows(self, morning: Morning) -> None:
        morning.write(*ONE_OF_EACH)
        rebuilt = rebuild(morning.journal, "main")
        assert (rebuilt.days, rebuilt.visits, rebuilt.legs) == (1, 1, 1)
        assert rebuilt.differing == ()

    def test_rebuilding_puts_wrong_rows_right(self, morning: Morning) -> None:
        morning.write(*ONE_OF_EACH[:14])
        right = morning.journal.rows(MAIN)
        stray = {**right.legs[0], "leg": 3}
        unseen = {**right.papers[0], "seen_at": None}
        wrong = Rows([{**right.visits[0], "state": "held"}], [*right.legs, stray], [unseen])
        assert right.papers != [unseen]
        morning.journal.replace_rows(MAIN, 14, wrong)
        assert morning.journal.rows(MAIN) == wrong
        assert rebuild(morning.journal, "main").differing == (MAIN.date,)
        assert morning.journal.rows(MAIN) == right
        assert rebuild(morning.journal, "main").differing == ()

    def test_rows_of_a_past_moment_replace_nothing(self, morning: Morning) -> None:
        morning.write(*ticket("rosa"))
        with pytest.raises(Conflict):
            morning.journal.replace_rows(MAIN, 2, Rows([], []))
        assert_only_rosa(morning.journal)

    # Suggestions

    def test_suggestions_are_told_with_what_came_of_them(self, morning: Morning) -> None:
        touched = (f.Touched("rosa", "1", "2", f.Wait(60, 120, 180), f.Wait(0, 60, 90)),)
        morning.write(*ticket("rosa"))
        morning.write(f.SuggestionOffered(f.Suggestion("s1", "move", touched)), at=NINE)
        morning.write(f.SuggestionOffered(f.Suggestion("s2", "open", counter="3")), at=NINE + 1)
        later = f.Suggestion("s1", "move", (replace(touched[0], before=f.Wait(120, 150, 180)),))
        morning.write(f.SuggestionToldAnew(later), at=NINE + 5)
        morning.write(f.SuggestionTaken("s1", "mai"), at=NINE + HOUR)
        journal = morning.journal
        one, two = journal.suggestions("main", NINE, NINE + 2)
        assert (one["suggestion"], one["state"], one["staff"]) == ("s1", "taken", "mai")
        assert (one["counter"], one["settled_at"]) == ("2", NINE + HOUR)
        assert one["touched"] == {"rosa": (NINE + 150_005, NINE + 60_005)}
        assert (two["state"], two["counter"], two["touched"]) == ("open", "3", {})
        assert journal.suggestions("main", NINE, NINE + 1) == [one]
        assert journal.suggestions("main", NINE + 2, NINE + 9) == [], "told anew is not one more"
        assert journal.suggestions("veras", NINE, NINE + 2) == []

    # Promises

    def test_promises_of_all_days_are_listed_by_due_time_in_pages(self, journal: Journal) -> None:
        for date, hours in (("2025-11-20", (5, 1)), ("2025-11-21", (3, 1))):
            morning = Morning(journal, Stream("main", date))
            for n, hour in enumerate(hours):
                morning.write(*promised(f"{date}-{n}", due=NINE + hour * HOUR))

        def ids(**wanted: object) -> list[str]:
            found = journal.promises("main", **wanted)  # type: ignore[arg-type]
            return [row["promise"] for row in found]

        one, two = ["of 2025-11-20-1", "of 2025-11-21-1"], ["of 2025-11-21-0", "of 2025-11-20-0"]
        assert ids() == [*one, *two]
        assert ids(before=NINE + HOUR) == []
        assert ids(before=NINE + 3 * HOUR) == one
        assert ids(since=NINE + 3 * HOUR) == two
        assert ids(limit=2) == one
        assert ids(cursor=Due(NINE + HOUR, one[1]), limit=1) == two[:1]
        assert journal.promises("veras") == []
        made = journal.promises_made("main", NINE, NINE + 1)
        assert {row["promise"] for row in made} == {*one, *two}

    def test_a_promise_is_kept_by_a_later_day(self, journal: Journal) -> None:
        Morning(journal).write(*promised("rosa", due=NINE))
        thursday = Morning(journal, Stream("main", "2025-11-27"))
        thursday.write(f.PromiseKept("of rosa", "ken"), at=NINE + 6 * DAY)
        row = journal.promise("main", "of rosa")
        assert row is not None
        assert (row["date"], row["ticket"], row["staff"]) == (MAIN.date, "R001", "mai")
        assert (row["kept_on"], row["kept_by"]) == ("2025-11-27", "ken")
        assert row["kept_at"] == NINE + 6 * DAY
        assert journal.promises("main", kept=False) == []
        assert journal.promises("main", kept=True) == [row]

        thursday.write(f.PromiseReopened("of rosa"))
        assert journal.promises("main", kept=True) == []
        assert len(journal.promises("main", kept=False)) == 1

    def test_a_promise_goes_with_the_finish_it_was_made_in(self, morning: Morning) -> None:
        morning.write(*promised("rosa", due=NINE + HOUR))
        morning.write(f.ActionUndone("rosa", "finish"))
        assert morning.journal.promises("main") == []
        assert morning.journal.promise("main", "of rosa") is None

    def test_each_day_rebuilds_its_own_part_of_a_promise(self, journal: Journal) -> None:
        Morning(journal).write(*promised("rosa", due=NINE))
        thursday = Stream("main", "2025-11-27")
        Morning(journal, thursday).write(f.PromiseKept("of rosa", "ken"), at=NINE + 6 * DAY)
        right = journal.promise("main", "of rosa")
        assert rebuild(journal, "main").differing == ()

        journal.replace_rows(thursday, 1, Rows())
        stray = {**journal.rows(MAIN).promises[0], "promise": "stray"}
        journal.replace_rows(MAIN, journal.last_seq(MAIN), Rows(promises=[stray]))
        assert rebuild(journal, "main").differing == (MAIN.date, "2025-11-27")
        assert journal.promises("main") == [right]

    # Appointments

    def test_an_appointment_stands_as_its_last_day_left_it(self, journal: Journal) -> None:
        friday = Stream("main", "2025-11-28")
        Morning(journal).write(f.AppointmentMade(BOOKED))
        moved = replace(BOOKED, at=NINE + 7 * DAY)
        Morning(journal, Stream("main", "2025-11-24")).write(f.AppointmentMoved(moved))
        here = replace(moved, state="checked_in", visit="ken")
        Morning(journal, friday).write(f.AppointmentCheckedIn(here, "in_time"))
        row = journal.appointment("main", "a1")
        assert row is not None
        assert appointment_of(row) == here
        assert journal.appointments("main") == [row]
        assert journal.appointments("main", before=NINE + 7 * DAY) == []
        assert journal.appointment("main", "a2") is None
        assert rebuild(journal, "main").differing == ()

        journal.replace_rows(friday, 1, Rows())
        before = journal.appointment("main", "a1")
        assert before is not None
        assert appointment_of(before) == moved
        assert rebuild(journal, "main").differing == (friday.date,)
        assert journal.appointment("main", "a1") == row

    def test_booked_tells_what_the_visits_came_to(self, journal: Journal) -> None:
        morning = Morning(journal)
        for n in range(3):
            made = f.Appointment(f"a{n}", f"471{n}", "replacement", NINE + n * HOUR)
            morning.write(f.AppointmentMade(made))
        morning.write(*ticket("rosa"))
        first = f.Appointment("a0", "4710", "replacement", NINE, state="checked_in", visit="rosa")
        morning.write(f.AppointmentCheckedIn(first, "late"))
        morning.write(f.VisitCalled("rosa", "1", "mai"))
        rosa, nobody = journal.booked("main", NINE, NINE + 2 * HOUR)
        [leg] = journal.legs("main", NINE - DAY, NINE + DAY)
        told = ("visit_arrived_at", "called_at", "counter", "staff")
        assert {one: rosa[one] for one in told} == {one: leg[one] for one in told}
        assert (rosa["came"], rosa["counter"], rosa["ended_as"]) == ("late", "1", None)
        assert (nobody["appointment"], nobody["called_at"], nobody["came"]) == ("a1", None, None)
        # Taken back: nobody came.
        back = replace(first, state="booked")
        morning.write(f.VisitEnded("rosa", "removed_by_staff"), f.AppointmentMoved(back))
        rosa = journal.booked("main", NINE, NINE + 1)[0]
        assert [rosa[one] for one in (*told, "came", "ended_as")] == [None] * 6
        assert rebuild(journal, "main").differing == ()

    def test_appointments_are_listed_by_time_in_pages(self, morning: Morning) -> None:
        for n, hour in enumerate((5, 1, 3, 1)):
            made = f.Appointment(f"a{n}", f"471{n}", "advice", NINE + hour * HOUR)
            morning.write(f.AppointmentMade(made))

        def ids(**wanted: object) -> list[str]:
            found = morning.journal.appointments("main", **wanted)  # type: ignore[arg-type]
            return [row["appointment"] for row in found]

        assert ids() == ["a1", "a3", "a2", "a0"]
        assert ids(limit=2) == ["a1", "a3"]
        assert ids(cursor=Booked(NINE + HOUR, "a1"), limit=2) == ["a3", "a2"]
        assert ids(since=NINE + 3 * HOUR, before=NINE + 5 * HOUR) == ["a2"]
        assert ids(code="4713") == ["a3"]
        assert morning.journal.appointments("veras") == []

    def test_erasing_a_visit_erases_what_its_appointment_told(self, morning: Morning) -> None:
        told = (("a1", "name", "Rosa"), ("rosa", "name", "Rosa"), ("ken", "name", "Ken"))
        here = replace(BOOKED, state="checked_in", visit="rosa")
        morning.write(f.AppointmentCheckedIn(here, "late"), guests=told)
        assert morning.journal.erase("rosa")
        assert morning.journal.guest("a1") == morning.journal.guest("rosa") == {}
        assert morning.journal.guest("ken") == {"name": "Ken"}
        assert not morning.journal.erase("rosa")

    # Keys and tokens

    def test_the_store_key_is_made_once(self, journal: Journal) -> None:
        assert len(journal.store_key()) == 32
        assert journal.store_key() == journal.store_key()

    def test_tokens_open_what_they_were_made_for_until_revoked(self, journal: Journal) -> None:
        journal.add_token(b"digest 1", "kiosk", "kiosk-1", NINE)
        journal.add_token(b"digest 2", "staff", "counter-1", NINE + 1)
        assert journal.token(b"digest 1") == Token("kiosk", "kiosk-1", NINE, b"digest 1")
        assert journal.token(b"digest 3") is None
        assert [token.name for token in journal.tokens()] == ["kiosk-1", "counter-1"]
        assert journal.revoke_tokens("kiosk-1") == 1
        assert journal.token(b"digest 1") is None
        assert journal.revoke_tokens("kiosk-1") == 0

    def test_a_token_taken_back_ends_its_sessions_and_no_others(self, journal: Journal) -> None:
        for n in (b"1", b"2"):
            journal.add_token(n, "staff", "tablets", NINE)
            journal.put_session(b"session " + n, Session(n, "mai", b"pin", NINE))
        assert journal.session(b"session 1") == Session(b"1", "mai", b"pin", NINE)
        assert journal.take_back(b"1")
        assert not journal.take_back(b"1")
        assert journal.token(b"1") is journal.session(b"session 1") is None
        assert journal.session(b"session 2") is not None
        assert journal.revoke_tokens("tablets") == 1
        assert journal.session(b"session 2") is None

    def test_a_session_takes_the_place_of_another(self, journal: Journal) -> None:
        device = Session(b"token", None, None, NINE)
        journal.put_session(b"before", device)
        journal.put_session(b"after", device, instead_of=b"before")
        assert journal.session(b"before") is None
        assert journal.session(b"after") == device

    def test_what_was_seen_is_noted_and_what_was_not_for_long_is_forgotten(
        self, journal: Journal
    ) -> None:
        journal.add_token(b"used", "staff", "used", NINE)
        journal.add_token(b"unused", "staff", "unused", NINE + 1)
        for id in (b"used", b"unused"):
            journal.put_session(id, Session(b"used", None, None, NINE))
        journal.saw(NINE + 60_000, [b"used", b"gone"], [b"used", b"gone"], forget_before=NINE)
        assert [token.last_seen for token in journal.tokens()] == [NINE + 60_000, None]
        assert journal.session(b"unused") is not None
        journal.saw(NINE + 60_000, [], [], forget_before=NINE + 60_000)
        assert journal.session(b"unused") is None
        assert journal.session(b"used") == Session(b"used", None, None, NINE + 60_000)

    # Whatever is asked, in whatever order

    # The journal lives on from example to example: each gets a store of its own in it.
    @settings(
        max_examples=30,
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.differing_executors,
        ],
    )
    @given(COURSES)
    def test_it_agrees_with_the_memory_on_any_course(
        self, journal: Journal, course: list[Append]
    ) -> None:
        """Late writers, retries, answers without facts, many entries in one batch."""
        stream = Stream(token_hex(8), MAIN.date)
        model = MemoryJournal()
        for number, append in enumerate(course):
            writers = Morning(journal, stream), Morning(model, stream)
            outcomes = []
            for writer in writers:
                append.prepare(writer, f"{stream.store} {number}")
                outcomes.append(outcome_of(writer))
            assert outcomes[0] == outcomes[1]
            assert_equal(journal, model, stream)


def rosas_papers(visit: str = "rosa", reason: str = "too_old") -> tuple[f.Fact, ...]:
    """Ready at the kiosk; at the counter her receipt will not do, the other she finds will."""
    had = f.PaperItem("receipt", "declared"), f.PaperItem("serial", "read")
    bad = f.PaperItem("receipt", "rejected", reason), had[1]
    good = f.PaperItem("receipt", "seen"), had[1]
    arrived, issued, *quoted = ticket(visit)
    return (
        arrived,
        f.PapersDeclared(visit, "ready", had),
        issued,
        *quoted,
        f.VisitCalled(visit, "1", "mai"),
        f.ServiceStarted(visit),
        f.PapersChecked(visit, "fetch", bad, "mai"),
        f.PapersChecked(visit, "ready", good, "mai"),
        f.VisitEnded(visit, "served", None, "resolved"),
    )


HOUR, DAY = 3_600_000, 24 * 3_600_000


def promised(visit: str, due: int) -> tuple[f.Fact, ...]:
    ended = f.VisitEnded(visit, "served", None, "resolved")
    return (*ticket(visit), ended, f.PromiseMade(f"of {visit}", visit, due, "mai"))


def outcome_of(writer: Morning) -> str:
    try:
        writer.save()
    except (Conflict, KeyTaken) as error:
        return type(error).__name__
    return "saved"


def assert_equal(journal: Journal, model: Journal, stream: Stream) -> None:
    assert list(journal.read(stream)) == list(model.read(stream))
    assert journal.rows(stream) == model.rows(stream)
    for name in "abc":
        assert journal.answered(stream.store, name) == model.answered(stream.store, name)
    for row in model.rows(stream).visits:
        assert journal.guest(row["visit"]) == model.guest(row["visit"])


def assert_only_rosa(journal: Journal) -> None:
    assert journal.last_seq(MAIN) == len(list(journal.read(MAIN))) == 3
    assert [row["visit"] for row in journal.visits("main")] == ["rosa"]
    assert [row["visit"] for row in journal.rows(MAIN).legs] == ["rosa"]
    assert journal.answered("main", "k") is None
    assert journal.guest("ken") == {}


def replayed(journal: Journal, stream: Stream = MAIN) -> Day:
    return Morning(journal, stream).day
