"""Makes ui/views.d.ts, the pages' types, from what the doors answer: `python tools/views.py`."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from server.app import DOORS  # noqa: E402
from server.doors.door import Door  # noqa: E402
from server.doors.openapi import schemas_of  # noqa: E402
from server.floor.views.booked import BookedView  # noqa: E402
from server.floor.views.frame import MachineView  # noqa: E402
from server.floor.views.phone import PhoneView  # noqa: E402

PAGE = ROOT / "ui" / "views.d.ts"
HEAD = """// What the server answers and tells: made from its views by tools/views.py, not by hand.
"""
ELSEWHERE = (PhoneView, BookedView, MachineView)
"""What links in customers' hands open, and what is told live alone."""
PLAIN = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}


def page() -> str:
    doors = [door for door in DOORS if isinstance(door, Door)]
    shapes = [shape for door in doors for shape in door.shapes]
    found = schemas_of([*shapes, *ELSEWHERE])
    return HEAD + "".join(f"\n{interface(name, found[name])}" for name in sorted(found))


def interface(name: str, schema: dict[str, Any]) -> str:
    note = f"/** {' '.join(schema['description'].split())} */\n" if "description" in schema else ""
    required = set(schema["required"])
    fields = "".join(
        f"  {key(field)}{'' if field in required else '?'}: {type_of(said)};\n"
        for field, said in schema.get("properties", {}).items()
    )
    return f"{note}export interface {name} {{\n{fields}}}\n"


def key(field: str) -> str:
    return field if re.fullmatch(r"[a-z_]\w*", field, re.IGNORECASE) else json.dumps(field)


def type_of(schema: dict[str, Any]) -> str:
    """The TypeScript type of a JSON Schema, as msgspec writes them."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(type_of(one) for one in schema["anyOf"]))
    if "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema["enum"])
    if schema.get("type") == "array":
        if "prefixItems" in schema:
            return "[" + ", ".join(type_of(one) for one in schema["prefixItems"]) + "]"
        item = type_of(schema["items"]) if schema.get("items") else "unknown"
        return f"({item})[]" if " " in item else f"{item}[]"
    if schema.get("type") == "object":
        more = schema.get("additionalProperties")
        return f"Record<string, {type_of(more) if isinstance(more, dict) and more else 'unknown'}>"
    return PLAIN.get(schema.get("type", ""), "unknown")


if __name__ == "__main__":
    PAGE.write_text(page())
