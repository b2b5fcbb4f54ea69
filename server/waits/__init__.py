"""How long it will be. Pure: see README.md in this folder."""
