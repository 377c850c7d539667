"""`python -m onrecord` is the command line."""

from onrecord.cli.main import main

if __name__ == "__main__":
    main()
