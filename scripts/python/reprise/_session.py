"""The long-lived process, and its protocol (``reprise-batch/1``)."""

from __future__ import annotations

import json
import subprocess
import tempfile
import threading
import weakref
from typing import IO, Any, Callable, Iterator, List, Optional

from ._errors import ProgramError, error_of
from ._program import program
from ._records import Line

PROTOCOL = "reprise-batch/1"

Progress = Callable[[Line], None]


class Session:
    """One process that answers requests on one index; it is started when it is first asked."""

    def __init__(self, index: str, aliases: Optional[str]) -> None:
        self._arguments = ["batch", "--db", index] + (["--aliases", aliases] if aliases else [])
        self._process: Optional["subprocess.Popen[bytes]"] = None
        self._errors: Optional[IO[str]] = None
        self._lock = threading.RLock()
        self._next_id = 0
        self._reading = False
        self._end: Optional[Callable[[], Any]] = None
        self.hello: Line = {}
        self.notices: List[str] = []
        """What was said of the last answer as a whole."""

    def _start(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        path = program()
        # What the program says beside its answers, for the message where it ends unexpectedly.
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")
        try:
            process = subprocess.Popen(
                [path, *self._arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
                bufsize=1 << 16)
        except OSError as error:
            raise ProgramError(f"{path} cannot be started: {error.strerror}") from error
        self._process = process
        self._end = weakref.finalize(self, _stop, process)
        self.hello = self._read(process)
        if self.hello.get("protocol") != PROTOCOL:
            spoken = self.hello.get("protocol", "nothing that is known")
            self.close()
            raise ProgramError(f"{path} speaks {spoken}, this package {PROTOCOL}: install both from one release")
        return process

    def _read(self, process: "subprocess.Popen[bytes]") -> Line:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line.endswith(b"\n"):
            raise self._ended(process)
        answer: Line = json.loads(line)
        return answer

    def _ended(self, process: "subprocess.Popen[bytes]") -> ProgramError:
        code = process.wait()
        said = ""
        if self._errors is not None:
            self._errors.seek(0)
            said = self._errors.read().strip()
        self.close()
        return ProgramError(said.removeprefix("reprise: ") or f"the program ended unexpectedly, with code {code}")

    def ask(self, call: str, options: Line, progress: Optional[Progress] = None) -> Iterator[Line]:
        """The objects of an answer, as they come.

        An iterator that is not read to its end ends the process, and the next question starts another; so memory is bounded
        by what the caller keeps.
        """
        with self._lock:
            if self._reading:
                # Somebody stopped reading an answer and kept the iterator: what is left of it is given up.
                self.close()
            process = self._start()
            self._next_id += 1
            request = {"id": self._next_id, "call": call}
            request.update({name: value for name, value in options.items() if value is not None})
            self._reading = True
            finished = False
            assert process.stdin is not None
            try:
                try:
                    process.stdin.write(json.dumps(request).encode("utf-8") + b"\n")
                    process.stdin.flush()
                except BrokenPipeError:
                    raise self._ended(process) from None
                while True:
                    answer = self._read(process)
                    if "line" in answer:
                        yield answer["line"]
                    elif "end" in answer:
                        finished = True
                        self.notices = answer["end"].get("notices", [])
                        return
                    elif "error" in answer:
                        finished = True
                        raise error_of(answer["error"]["kind"], answer["error"]["message"])
                    elif "progress" in answer and progress is not None:
                        progress(answer["progress"])
            finally:
                self._reading = False
                if not finished and self._process is process:
                    self.close()

    def close(self) -> None:
        """Ends the process, if there is one."""
        self._reading = False
        if self._end is not None:
            self._end()
        self._process = self._end = None
        if self._errors is not None:
            self._errors.close()
            self._errors = None


def _stop(process: "subprocess.Popen[bytes]") -> None:
    for stream in (process.stdin, process.stdout):
        try:
            if stream is not None:
                stream.close()
        except OSError:
            pass
    try:
        process.wait(timeout=2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def list_of(value: Any) -> Optional[List[str]]:
    """A list of what may be given as one string, as several, or not at all."""
    if value is None:
        return None
    return [value] if isinstance(value, str) else list(value)
