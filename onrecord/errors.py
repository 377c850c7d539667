"""What can go wrong, as one tree. A message is a sentence that a reporter could read and act on.

OnRecordError
├── UsageError           the call is wrong: an unknown option, a date that is none
│   └── DateError
├── InputError           an input cannot be read: missing, binary, not JSON
├── LexiconError         a file of the lexicon is broken
├── GazetteerError       the gazetteer cannot be built, or a file added to it is broken
├── ModelError           the parser's model is not there
└── LedgerError          the ledger cannot be opened, written or verified
"""


class OnRecordError(Exception):
    """The base of every error that onrecord raises on purpose."""


class UsageError(OnRecordError):
    """The call is wrong; the message says how to put it right."""


class DateError(UsageError):
    """A date that is none."""


class InputError(OnRecordError):
    """An input cannot be read; becomes a `Failure` row in a batch."""


class LexiconError(OnRecordError):
    """A file of the lexicon is broken."""


class GazetteerError(OnRecordError):
    """The gazetteer cannot be built or used, or a file that was to be added is broken."""


class ModelError(OnRecordError):
    """The parser's model is not installed or cannot be loaded."""


class LedgerError(OnRecordError):
    """The ledger cannot be opened, written or verified."""
