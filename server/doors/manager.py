"""The manager's page. Its figures are `reports.py`'s, its alerts come from the floor watch."""

from __future__ import annotations

from server.doors.screens import screen

manager_screen = screen("manager")
