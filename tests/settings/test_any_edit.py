"""Whatever a hand does to the file, it is read or refused; never a traceback."""

import json
import random
import tomllib
from copy import deepcopy
from pathlib import Path

import pytest

from server.settings import SettingsError, load

SHIPPED = tomllib.loads(Path("config.toml").read_text())
JUNK = [5, -1, "", True, [], {}, "x", [1], {"a": 1}, 3.5, [[]], ["x"], {"en": ""}, [{}]]


def as_toml(value):
    """Inline TOML for any value: enough to write a whole file."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {as_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def places(value, at=()):
    if at:
        yield at
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[key], (*at, key))


def spoilt(seed: int) -> str:
    chance, config = random.Random(seed), deepcopy(SHIPPED)
    for place in sorted(chance.sample(list(places(config)), 3), key=len, reverse=True):
        inside = config
        for key in place[:-1]:
            inside = inside[key]
        if chance.random() < 0.3:
            del inside[place[-1]]
            return "\n".join(f"{key} = {as_toml(v)}" for key, v in config.items())
        inside[place[-1]] = chance.choice(JUNK)
    return "\n".join(f"{key} = {as_toml(v)}" for key, v in config.items())


@pytest.mark.parametrize("seed", range(150))
def test_a_spoilt_file_is_read_or_refused(tmp_path, seed):
    path = tmp_path / "config.toml"
    path.write_text(spoilt(seed))
    try:
        load(path).plan()
    except SettingsError as refused:
        assert refused.mistakes
        assert all(m.key and m.found and m.would_do for m in refused.mistakes)
