"""The voice: what screens and phones hear, and when. The only room that emits."""
