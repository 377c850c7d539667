"""Programs of the workshop: tables, docs, checks."""
