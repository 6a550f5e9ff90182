"""Runs a command and says what it took.

The command is started by a small process of its own, this file run as a program: the highest memory that the kernel
reports for a process begins with that of its parent at the fork, which would hide everything smaller.
"""
import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import time


@dataclasses.dataclass
class Cost:
    """Wall and CPU seconds of a command and all it waited for, its highest resident megabytes, its exit code."""
    wall: float
    cpu: float
    megabytes: float
    code: int


def run(arguments, stdout=None, stderr=None, environment=None):
    """Runs a command to its end. Its output goes to the given files, or nowhere; its input is empty."""
    reader, writer = os.pipe()
    command = [sys.executable, "-I", "-S", __file__, str(writer), *(str(each) for each in arguments)]
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout or subprocess.DEVNULL,
                             stderr=stderr or subprocess.DEVNULL, env=environment, pass_fds=[writer])
    os.close(writer)
    with open(reader, encoding="utf-8") as pipe:
        answer = pipe.read()
    child.wait()
    if not answer:
        raise RuntimeError(f"{arguments[0]} could not be started")
    return Cost(*json.loads(answer))


def disk_megabytes(folder):
    """Returns the sizes of all files under a folder, or of one file."""
    path = pathlib.Path(folder)
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(each.stat().st_size for each in files) / 1e6


def main():
    answer, arguments = int(sys.argv[1]), sys.argv[2:]
    started = time.perf_counter()
    pid = os.posix_spawnp(arguments[0], arguments, os.environ, file_actions=[(os.POSIX_SPAWN_CLOSE, answer)])
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - started
    cost = [wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)]
    os.write(answer, json.dumps(cost).encode())


if __name__ == "__main__":
    main()
