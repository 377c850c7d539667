"""Small made-up reports with their whole records."""
