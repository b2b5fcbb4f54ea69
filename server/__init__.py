"""The Foyer server: one store's day, kept in a journal and shown on five screens."""
