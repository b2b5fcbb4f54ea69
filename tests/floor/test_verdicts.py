"""The verdict is total: whatever a store asks for and a customer says, there is exactly one, it is
what a plainer telling of the rules says, and every language has the sentence for it."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given, settings
from hypothesis import strategies as st

from server.floor import commands as c
from server.floor import papers
from server.floor.facts import PaperItem
from server.floor.plan import (
    Answer,
    Paper,
    Question,
    Requirement,
    Service,
    StorePlan,
    TypedQuestion,
)
from server.floor.state import PaperState
from server.settings import load
from tests.floor.played import Floorplay, small_store, words

TODAY = "2026-11-21"
NAMES = ("a", "b", "c", "d", "e")
REMEDIES = ("fixable_here", "fetch", "not_today")
SHIPPED = [load(Path(file)).plan() for file in ("config.toml", "examples/licence-office.toml")]
SERVICES = [(plan, name) for plan in SHIPPED for name in plan.services]
SAID = st.sampled_from(["have", "missing", "unsure"])
READ = st.builds(
    c.ReadPaper,
    st.just("mrz"),
    st.booleans(),
    st.sampled_from([None, "2026-11-20", "2024-01-01"]),
    st.sampled_from([None, "2026-11-20", "2026-11-30", "2030-01-01"]),
    st.none(),
    st.sampled_from([None, "one", "other"]),
)


@st.composite
def stores(draw: st.DrawFn) -> StorePlan:
    """Any store the settings would load: five papers, two questions, up to four groups."""
    made = {
        name: Paper(
            name,
            words(name),
            words(name),
            if_missing=draw(st.sampled_from(REMEDIES)),
            must_match=draw(st.sampled_from([None, "name"])),
            max_age_days=draw(st.sampled_from([None, 30])),
            must_not_expire_within_days=draw(st.sampled_from([None, 14])),
            fetch_minutes=draw(st.sampled_from([None, 5, 25])),
        )
        for name in NAMES
    }
    questions = tuple(
        Question(q, words(q), tuple(Answer(a, words(a)) for a in ("yes", "no"))) for q in ("q", "r")
    )
    return small_store(
        papers=made,
        services={
            "x": Service(
                "x",
                words("X"),
                "X",
                5,
                "x",
                questions,
                draw(groups()),
                (TypedQuestion("name", words("Whose?")),),
            )
        },
    )


@st.composite
def groups(draw: st.DrawFn) -> tuple[Requirement, ...]:
    made = []
    for _ in range(draw(st.integers(0, 4))):
        chosen = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
        when = draw(
            st.dictionaries(st.sampled_from(["q", "r"]), st.sampled_from([("yes",), ("yes", "no")]))
        )
        made.append(Requirement(tuple(chosen), when, draw(st.integers(1, len(chosen)))))
    return tuple(made)


def plainly(plan: StorePlan, service: Service, answers: dict[str, str], had: set[str]) -> str:
    """The rules told again, by trying out: of each group the easiest papers that complete it."""
    worst = "ready"
    for group in service.requirements:
        if any(q in answers and answers[q] not in wanted for q, wanted in group.when.items()):
            continue
        here = [p for p in group.any if p in had]
        if len(here) >= group.count:
            continue
        others = [p for p in group.any if p not in had]
        ways = combinations(others, group.count - len(here))
        hardest = [
            max((plan.papers[p].if_missing for p in way), key=REMEDIES.index) for way in ways
        ]
        easiest = min(hardest, key=REMEDIES.index)
        worst = max(worst, easiest, key=papers.SEVERITY.index)
    return worst


@settings(max_examples=150)
@given(
    stores(),
    st.dictionaries(st.sampled_from(["q", "r"]), st.sampled_from(["yes", "no"])),
    st.dictionaries(st.sampled_from(NAMES), SAID | READ),
    st.dictionaries(st.just("name"), st.sampled_from(["one", "other", "third"])),
)
def test_every_store_has_one_verdict_for_everything_that_can_be_said(
    plan: StorePlan,
    answers: dict[str, str],
    said: dict[str, c.Declared],
    typed: dict[str, str],
) -> None:
    service = plan.services["x"]
    assert papers.check(plan, service, answers, said, typed) is None
    state = papers.declared_state(plan, service, answers, said, TODAY, typed)
    assert not typed or not disagreeing(plan, said, state) - {*typed.values()}
    had = {item.paper for item in state.items if item.status in papers.HAVE}
    assert state.verdict == plainly(plan, service, answers, had)
    assert len({item.paper for item in state.items}) == len(state.items)
    unmet = papers.missing(plan, service, answers, state.items)
    assert (state.verdict == "ready") == (not unmet)
    offered = papers.choices(state)
    assert ("hold" in offered) == (state.verdict in ("fixable_here", "fetch"))
    assert (offered == ()) == (state.verdict == "ready")
    assert 0 < papers.fetch_minutes(plan, unmet) <= plan.times.hold_minutes_max
    # Whoever brings what was missing is ready.
    brought = tuple(PaperItem(paper, "seen") for one in unmet for paper in one.papers)
    assert papers.rechecked(plan, service, answers, state, brought).verdict == "ready"


def disagreeing(plan: StorePlan, said: dict[str, c.Declared], state: PaperState) -> set[str]:
    """What the papers that count were read with, where they must agree."""
    had = {item.paper for item in state.items if item.status in papers.HAVE}
    return {
        one.match
        for paper, one in said.items()
        if isinstance(one, c.ReadPaper) and one.match and paper in had
        if plan.papers[paper].must_match
    }


@pytest.mark.parametrize(("plan", "name"), SERVICES)
def test_the_shipped_stores_answer_all_there_is_to_say(plan: StorePlan, name: str) -> None:
    service = plan.services[name]
    asked = list(dict.fromkeys(p for group in service.requirements for p in group.any))
    for chosen in product(*[[*q.answers, None] for q in service.questions]):
        pairs = zip(service.questions, chosen, strict=True)
        answers = {q.id: answer.id for q, answer in pairs if answer}
        for number in range(len(asked) + 1):
            for have in combinations(asked, number):
                said: dict[str, c.Declared] = dict.fromkeys(have, "have")
                state = papers.declared_state(plan, service, answers, said, TODAY)
                assert state.verdict == plainly(plan, service, answers, set(have))


@pytest.mark.parametrize("language", ["en", "de", "ar"])
@pytest.mark.parametrize("verdict", papers.SEVERITY)
def test_every_verdict_is_a_sentence_in_every_language(verdict: str, language: str) -> None:
    bundle = FluentBundle([language], use_isolating=False)
    for name in ("floor", "kiosk"):
        text = (Path("ui/words") / language / f"{name}.ftl").read_text()
        bundle.add_resource(FluentResource(text))
    said = [f"verdict-sentence-{verdict}"]
    said += [f"kiosk-verdict-{verdict}"] if verdict != "ready" else []
    for message in said:
        for many in (1, 2, 5):
            text, wrong = bundle.format_pattern(bundle.get_message(message).value, {"papers": many})
            assert not wrong
            assert len(text) > 15


@given(stores(), st.dictionaries(st.sampled_from(NAMES), SAID))
def test_nobody_takes_a_place_unasked_while_something_is_missing(
    plan: StorePlan, said: dict[str, c.Declared]
) -> None:
    floor = Floorplay(plan)
    answer = floor.ask(c.TakeTicket("v", "x", papers=said))
    state = papers.declared_state(plan, plan.services["x"], {}, said, TODAY)
    assert (getattr(answer, "code", None) == "papers_not_ready") == (state.verdict != "ready")
