"""Papers seen by a camera or a scanner.

An image lives in this process's memory while it is looked at, and nowhere else: it is never
written, logged or sent on. What comes out is a `Reading`.
"""
