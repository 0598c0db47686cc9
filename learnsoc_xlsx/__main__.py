"""`python -m learnsoc_xlsx` is the same as `learnsoc`; whoever asks it to stop is heard before anything else is loaded."""

import sys

try:
    from pathlib import Path

    if __name__ == "__main__" and not sys.flags.safe_path and Path(sys.path[0]) != Path(__file__).parents[1]:
        del sys.path[0]  # the working folder, put first by `-m`: what lies there is the officer's, and no library

    import os
    from typing import NoReturn

    from learnsoc_xlsx.model.errors import Stopped
    from learnsoc_xlsx.pipeline.screen.stopping import hear
except KeyboardInterrupt:  # Ctrl-C before anybody hears, and before anything was begun
    print("Đã dừng theo yêu cầu; kết quả lần trước còn nguyên.", file=sys.stderr)
    sys.exit(130)


def main() -> NoReturn:
    """Run the command line."""
    hear()
    try:
        from learnsoc_xlsx.cli import main as run  # what it stands on takes a while to load

        run()
    except Stopped as stopped:
        os.write(sys.stderr.fileno(), f"{stopped}\n".encode())  # the stream may be in the midst of something
        os._exit(stopped.status)


if __name__ == "__main__":
    main()
