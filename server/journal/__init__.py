"""The store's memory: facts, the tables read from them, guests. See README.md in this folder."""
