"""onrecord puts incidents on the record: what happened, where, when, to how many people, and on whose word."""

__version__ = "0.1.0"
