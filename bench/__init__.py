"""What it costs, measured on the machine at hand: `python -m bench NAME [options]`."""
