"""What this machine lacks for reading papers, and the command that brings it."""

from __future__ import annotations

import importlib.util
import sys

COMMAND = f"{sys.executable} -m pip install --require-hashes -r requirements-ocr.txt"
PARTS = {
    "cv2": "opencv-python-headless",
    "onnxruntime": "onnxruntime",
    "rapidocr": "rapidocr",
    "zxingcpp": "zxing-cpp",
}


def missing() -> list[dict[str, str]]:
    return [
        {"what": package, "command": COMMAND}
        for module, package in PARTS.items()
        if importlib.util.find_spec(module) is None
    ]
