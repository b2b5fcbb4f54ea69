"""The papers' verdict: total, and never kinder than the store can be."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from server.floor import commands as c
from server.floor import papers
from server.floor.facts import PaperItem
from server.floor.plan import Requirement, Service, TypedQuestion
from tests.floor import as_shown
from tests.floor.played import Floorplay, small_store

PLAN = small_store()
SAID = st.sampled_from(["have", "missing", "unsure"])
TODAY = "2026-11-21"


@given(
    st.dictionaries(st.sampled_from(["receipt", "mail", "letter"]), SAID),
    st.sampled_from([{}, {"who": "me"}, {"who": "firm"}]),
)
def test_every_combination_has_one_verdict_and_it_is_the_worst_unmet_group(
    said: dict[str, c.Declared], answers: dict[str, str]
) -> None:
    state = papers.declared_state(PLAN, PLAN.services["replacement"], answers, said, TODAY)
    proof = said.get("receipt") == "have" or said.get("mail") == "have"
    letter = said.get("letter") == "have" or answers.get("who") == "me"
    # The mail can be had in the store, a letter must be fetched: the worse of what is unmet.
    expected = {
        (True, True): "ready",
        (False, True): "fixable_here",
        (True, False): "fetch",
        (False, False): "fetch",
    }[proof, letter]
    assert state.verdict == expected


@given(st.dictionaries(st.sampled_from(sorted(PLAN.papers)), SAID))
def test_more_papers_never_make_a_verdict_worse(said: dict[str, c.Declared]) -> None:
    service = PLAN.services["replacement"]
    before = papers.declared_state(PLAN, service, {}, said, TODAY).verdict
    for paper in PLAN.papers:
        after = papers.declared_state(PLAN, service, {}, said | {paper: "have"}, TODAY).verdict
        assert papers.SEVERITY.index(after) <= papers.SEVERITY.index(before)


def test_a_question_left_open_counts_as_asked() -> None:
    service = PLAN.services["replacement"]
    state = papers.declared_state(PLAN, service, {}, {"mail": "have"}, TODAY)
    assert state.verdict == "fetch"
    assert PaperItem("letter", "missing") in state.items


def test_not_sure_is_missing_but_remembered_as_unsure() -> None:
    state = papers.declared_state(PLAN, PLAN.services["recovery"], {}, {"id": "unsure"}, TODAY)
    assert state.items == (PaperItem("id", "missing", "unsure"),)


@pytest.mark.parametrize(
    ("read", "status", "reason"),
    [
        (c.ReadPaper("letter", True, issued="2026-11-01"), "read", None),
        (c.ReadPaper("letter", True, issued="2026-10-01"), "missing", "too_old"),
        (c.ReadPaper("letter", True, expires="2026-11-20"), "missing", "expired"),
        (c.ReadPaper("letter", False, why="glare"), "missing", "glare"),
    ],
)
def test_a_paper_that_was_read_is_held_to_its_dates(
    read: c.ReadPaper, status: str, reason: str | None
) -> None:
    state = papers.declared_state(PLAN, PLAN.services["recovery"], {}, {"letter": read}, TODAY)
    assert PaperItem("letter", status, reason) in state.items


def test_two_of_a_group_are_as_hard_to_mend_as_the_second_easiest() -> None:
    group = Requirement(("receipt", "mail", "id"), count=2)
    service = Service("x", {"en": "X"}, "X", 5, requirements=(group,))
    cases: dict[tuple[str, ...], str] = {
        (): "fetch",  # the mail here, the card fetched
        ("receipt",): "fixable_here",
        ("mail",): "fetch",
        ("receipt", "mail"): "ready",
    }
    for have, expected in cases.items():
        state = papers.declared_state(PLAN, service, {}, dict.fromkeys(have, "have"), TODAY)
        assert state.verdict == expected, have


def test_papers_that_must_agree_are_refused_when_read_and_different() -> None:
    named = {paper: replace(PLAN.papers[paper], must_match="name") for paper in ("id", "letter")}
    plan = small_store(papers={**PLAN.papers, **named})
    service = Service("x", {"en": "X"}, "X", 5, requirements=(Requirement(("letter",)),))
    same, other = (
        {"id": c.ReadPaper("id", True, match="a"), "letter": c.ReadPaper("id", True, match=match)}
        for match in ("a", "b")
    )
    assert papers.declared_state(plan, service, {}, same, TODAY).verdict == "ready"
    state = papers.declared_state(plan, service, {}, other, TODAY)
    assert PaperItem("letter", "missing", "does_not_match") in state.items
    assert state.verdict == "fetch"


HASHES = st.sampled_from(["a", "b"])


@given(st.lists(HASHES | st.none(), min_size=2, max_size=2), HASHES | st.none())
def test_a_paper_must_say_what_was_typed_and_without_either_nothing_is_compared(
    read: list[str | None], typed: str | None
) -> None:
    named = {paper: replace(PLAN.papers[paper], must_match="order") for paper in ("id", "letter")}
    plan = small_store(papers={**PLAN.papers, **named})
    both = Requirement(("id", "letter"), count=2)
    service = Service(
        "x", {"en": "X"}, "X", 5, requirements=(both,), typed=(TypedQuestion("order", {"en": "?"}),)
    )
    given_ = {
        paper: c.ReadPaper(paper, True, match=match)
        for paper, match in zip(named, read, strict=True)
    }
    told = {"order": typed} if typed else {}
    state = papers.declared_state(plan, service, {}, given_, TODAY, told)
    compared = {match for match in (*read, typed) if match}
    assert (state.verdict == "ready") == (len(compared) < 2)
    why = [item.reason for item in state.items if item.status == "missing"]
    said = {"not_as_typed"} if typed else {"does_not_match"}
    assert set(why) <= said
    assert len(why) == sum(bool(m) and m != (typed or read[0] or m) for m in read)


def test_what_is_typed_is_never_taken_as_it_is_and_what_is_chosen_never_as_a_hash() -> None:
    service = replace(
        PLAN.services["replacement"], typed=(TypedQuestion("order", {"en": "Which?"}),)
    )
    assert papers.check(PLAN, service, {"who": "me"}, {}, {"order": "a"}) is None
    for answers, typed in (({"order": "4711"}, ()), ({}, ("who",))):
        refusal = papers.check(PLAN, service, answers, {}, typed)
        assert refusal is not None
        assert refusal.code == "answered_otherwise"
        assert "4711" not in str(refusal)
    unknown = papers.check(PLAN, service, {}, {}, ("x",))
    assert unknown is not None
    assert unknown.code == "unknown_question"


def test_a_paper_about_to_expire_may_be_refused_ahead_of_time() -> None:
    plan = small_store(
        papers={**PLAN.papers, "id": replace(PLAN.papers["id"], must_not_expire_within_days=90)}
    )
    service = plan.services["recovery"]
    soon, later = (
        papers.declared_state(
            plan, service, {}, {"id": c.ReadPaper("id", True, expires=expires)}, TODAY
        )
        for expires in ("2027-02-18", "2027-02-19")
    )
    assert soon.items == (PaperItem("id", "missing", "expires_soon"),)
    assert later.verdict == "ready"


def test_without_a_choice_unready_papers_take_no_ticket() -> None:
    floor = Floorplay()
    refusal = floor.refusal(c.TakeTicket("v1", "recovery"))
    assert (refusal.code, refusal.verdict.verdict) == ("papers_not_ready", "fetch")
    assert floor.day.seq == 0


@pytest.mark.parametrize(
    ("choose", "state", "ended_as", "ticket"),
    [
        ("wait", "waiting", None, "D001"),
        ("hold", "held", None, "D001"),
        ("come_back", "ended", "turned_away", None),
    ],
)
def test_the_three_choices(choose: str, state: str, ended_as: str | None, ticket: str) -> None:
    floor = Floorplay()
    rosa = floor.visit(floor.ticket("recovery", choose=choose))
    assert (rosa.state, rosa.ended_as, rosa.ticket) == (state, ended_as, ticket)
    if choose == "hold":
        assert rosa.held_until == floor.now + 20 * 60_000
        assert rosa.holds_by_customer == 1


def test_nothing_is_held_for_a_paper_that_cannot_be_had_today() -> None:
    service = PLAN.services["replacement"]
    for verdict, said in itertools.product(["receipt"], ["missing", "unsure"]):
        state = papers.declared_state(PLAN, service, {"who": "me"}, {verdict: said}, TODAY)
        assert state.verdict == "fixable_here"
    strict = small_store(papers={**PLAN.papers, "mail": PLAN.papers["receipt"]})
    state = papers.declared_state(strict, service, {"who": "me"}, {}, TODAY)
    assert state.verdict == "not_today"
    assert papers.choices(state) == ("wait", "come_back")


@pytest.mark.parametrize(
    ("command", "code", "where"),
    [
        (c.TakeTicket("v", "nothing"), "unknown_service", "service"),
        (c.TakeTicket("v", "advice", papers={"x": "have"}), "unknown_paper", "papers.x"),
        (c.TakeTicket("v", "advice", answers={"x": "y"}), "unknown_question", "answers.x"),
        (c.TakeTicket("v", "replacement", answers={"who": "y"}), "unknown_answer", "answers.who"),
        (c.TakeTicket("v", "advice", needs=("x",)), "unknown_need", "needs"),
        (c.TakeTicket("v", "advice", language="xx"), "unknown_language", "language"),
    ],
)
def test_what_the_store_does_not_know_is_named(command: c.Command, code: str, where: str) -> None:
    refusal = Floorplay().refusal(command)
    assert (refusal.code, refusal.where, refusal.status) == (code, where, 422)


def test_what_was_fetched_is_declared_and_what_was_seen_stays_seen() -> None:
    floor = Floorplay()
    floor.opens("1")
    answers = {"who": "firm"}
    rosa = floor.ticket("replacement", answers=answers, papers={"mail": "unsure"}, choose="hold")
    floor.do(c.CheckPapers(rosa, (PaperItem("letter", "seen"),), "theo"))
    floor.do(c.DeclarePapers(rosa, {"mail": "have", "letter": "missing"}))
    visit = floor.visit(rosa)
    assert visit.papers.verdict == "ready"
    assert PaperItem("letter", "seen") in visit.papers.items
    assert visit.declared is not None
    assert visit.declared.chose == "hold", "what was chosen at the door is not forgotten"
    assert floor.do(c.DeclarePapers(rosa, {"mail": "have"})) == ()
    assert floor.refusal(c.DeclarePapers(rosa, {"x": "have"})).code == "unknown_paper"


def test_back_in_time_the_place_is_by_the_first_arrival() -> None:
    floor = Floorplay()
    floor.opens("3")
    rosa = floor.ticket("recovery", choose="hold")
    floor.passes(5)
    ken = floor.ticket("recovery", papers={"id": "have"})
    floor.passes(10)
    floor.do(c.DeclarePapers(rosa, {"id": "have"}))
    floor.do(c.Return(rosa))
    assert floor.day.line("3") == [rosa, ken]


def test_a_hold_ends_at_its_time_unless_staff_extend_it() -> None:
    floor = Floorplay()
    rosa, ida = (floor.ticket("recovery", choose="hold") for _ in range(2))
    board = as_shown.board_view(floor.plan, floor.day, floor.now, floor.forecast())
    assert [kept["ticket"] for kept in board["held"]] == ["D001", "D002"]
    floor.passes(19)
    assert floor.refusal(c.Hold(rosa, 5, by_customer=True)).code == "already_held"
    floor.do(c.Hold(rosa, 15))
    floor.passes(2)
    assert (floor.visit(ida).ended_as, floor.visit(ida).ended_reason) == ("walkout", "hold_expired")
    board = as_shown.board_view(floor.plan, floor.day, floor.now, floor.forecast())
    [kept] = board["held"]
    assert kept == {"ticket": "D001", "until": as_shown.at(floor.visit(rosa).held_until)}
    floor.passes(14)
    assert floor.visit(rosa).ended_reason == "hold_expired"
