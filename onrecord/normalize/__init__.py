"""Room 3: words → typed values. Quantities, dates, places, actors."""
