"""Room 1: the world → Document. Text, HTML, JSON lines, folders, standard input. HTTP lives here only."""
