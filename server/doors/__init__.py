"""The doors: HTTP in, problems and views out. One file per screen, `api.py` for what all share."""
