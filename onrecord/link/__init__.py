"""Room 5: Claims → Incident. Within one report, and across reports. Knows of no database."""
