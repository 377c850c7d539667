"""How fast the reader reads, and with how much memory."""
