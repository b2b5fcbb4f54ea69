"""What is worth doing about the lines: see README.md."""
