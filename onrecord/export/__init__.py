"""Room 7: out again: one file a format."""
