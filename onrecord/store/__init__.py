"""Room 6: the ledger on disk. SQL lives here only."""
