"""The touchscreen: its page, and the agent that runs on the kiosk's own machine."""
