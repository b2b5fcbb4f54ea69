"""`python -m server demo`: the real server, with customers and staff who come by themselves.

They use the public interface over HTTP with tokens, as everybody does, so whatever the screens
show has happened. The clock starts an hour ago and is wound to now at once, for a believable past;
then it runs at the speed asked for. `about.demo` is true, and every screen says so.
"""

from server.demo.play import run_demo

__all__ = ["run_demo"]
