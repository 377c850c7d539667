"""Knowledge as data: words with meaning, no code. Each file says in its head what it holds and where it comes from."""
