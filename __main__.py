"""The command `liaisons`, also as `python -m liaisons`."""

import sys


def main() -> None:
    """Run the command line; Ctrl-C ends it with one line, also while what it needs is being imported."""
    try:
        from liaisons.cli import main as run  # absolute: processes of `serve` read this file by its path

        run()
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
