"""What can happen in a store: commands in, facts out. Pure: see README.md in this folder."""
