"""HTTP itself: the listener, how a request is read, websockets, and who may keep a connection."""
