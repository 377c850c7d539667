"""What we talk about: frozen values that every room shares. Imports the standard library only."""
