"""The hallway of the ledger: adding records, linking them across reports, asking, judging. Joins `link` and `store`."""
