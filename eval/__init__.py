"""Our own gold, and the floors under its scores."""
