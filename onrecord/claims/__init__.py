"""Room 4: Reading → Claim. Casualties, when, where, actors, weapons, modality, statements, and what binds them."""
