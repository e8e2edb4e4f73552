"""Generated projects of any size, and what checking and building them costs."""
