"""config.toml → Settings. Nothing half-configured gets through: `load` returns settings that hold
together, or raises one SettingsError that lists every mistake in the file.

`tables.py` says what may be written; `reading.py` reads it table by table; `checks.py` holds what
concerns several tables; `settings.py` is what comes out.
"""

from server.settings.mistakes import Mistake, SettingsError
from server.settings.reading import load
from server.settings.settings import Settings

__all__ = ["Mistake", "Settings", "SettingsError", "load"]
