"""A door: how well the reader reads, against gold."""
