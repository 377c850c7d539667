"""Room 2: Document → Reading. The gate, sentences, the parse, events, quotations. spaCy lives here only."""
