"""`python -m learnsoc_xlsx` is the same as `learnsoc`."""

from learnsoc_xlsx.cli import main

if __name__ == "__main__":
    main()
