"""Runs of indexing that are killed, starved of space or refused by the disk, and the check after each."""
import os
import pathlib
import random
import signal
import subprocess
import tempfile
import time

from world import TIMEOUT, World, Wrong, run

HERE = pathlib.Path(__file__).parent
ROUND = 12  # disturbed runs before a world is ended with a check of everything, and the next begins


class Tally:
    """Counts of what became of the trials of one stage."""

    def __init__(self, name):
        self.name, self.counts, self.wrong = name, {}, []

    def add(self, outcome):
        self.counts[outcome] = self.counts.get(outcome, 0) + 1

    def fail(self, trial, message):
        self.wrong.append(f"{self.name}, trial {trial}: {message}")
        self.add("WRONG")

    @property
    def trials(self):
        return sum(count for name, count in self.counts.items() if not name.startswith("of them"))


def built_shim(scratch):
    library = scratch / "faults.so"
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", str(library), str(HERE / "faults.c"), "-ldl", "-lpthread"],
                   check=True)
    return library


class Disturber:
    """Goes through trials: writes new versions, disturbs the run that indexes them, checks, goes on from there."""

    def __init__(self, options, scratch, name):
        self.options, self.scratch, self.tally = options, scratch, Tally(name)
        self.random = random.Random(f"{options.seed} {name}")
        self.library = built_shim(scratch)
        self.seconds = 1.0  # that an undisturbed run takes
        self.changes = 200  # that it makes to files

    def world(self, database):
        options = self.options
        return World(options.reprise, self.scratch / "world", options.articles, options.files, options.words,
                     options.seed, database)

    def environment(self, world, **faults):
        log = self.scratch / "fault.log"
        log.unlink(missing_ok=True)
        settings = {"FAULT_ROOT": os.path.realpath(world.database), "FAULT_LOG": str(log),
                    "LD_PRELOAD": str(self.library)}
        return os.environ | settings | {f"FAULT_{key.upper()}": str(value) for key, value in faults.items()}

    def calibrate(self, world, command):
        """Runs once without a fault, for the time and the number of changes; returns what was not synced."""
        started = time.perf_counter()
        done = run(command, self.environment(world))
        self.seconds = time.perf_counter() - started
        if done.code != 0:
            raise Wrong(f"an undisturbed run {done}")
        log = (self.scratch / "fault.log").read_text().splitlines() if (self.scratch / "fault.log").exists() else []
        counted = [int(line.split()[1]) for line in log if line.startswith("changes")]
        self.changes = max(counted, default=0)
        # The folder of the index is synced after the manifest is put in it; its lock holds nothing.
        harmless = {os.path.realpath(world.database), os.path.realpath(world.database / "lock")}
        return [line.split(" ", 1)[1] for line in log if line.startswith("unsynced")
                and line.split(" ", 1)[1] not in harmless]

    def note(self, unsynced, world):
        """Counts files that were not on the disk when the manifest named them."""
        if unsynced:
            names = sorted({os.path.relpath(path, world.database) for path in unsynced})
            self.tally.add("published before it was synced: " + ", ".join(names)[:200])

    def trials(self, count, disturb, database=None):
        """Runs `disturb(world, files, runs since the start)` `count` times; it returns what happened, in words."""
        world, since = self.world(database), 0
        for trial in range(count):
            files = sorted(self.random.sample(range(self.options.files), self.random.randint(1, self.options.files)))
            for file in files:
                world.write(file)
            try:
                self.tally.add(disturb(world, files, since))
                world.check(self.options.sample)
                since += 1
                if since == ROUND or trial == count - 1 or max(world.version) > 90:
                    self.finish(world)
                    world.start()
                    since = 0
            except Wrong as wrong:
                self.tally.fail(trial, f"{wrong}")
                self.keep(world, trial)
                world.start()
                since = 0
        return self.tally

    def finish(self, world):
        """Lets a run end in peace, after which everything must be there in its newest version."""
        files = [file for file in range(self.options.files) if world.path(file).exists()]
        done = run(world.index_command(files))
        if done.code != 0:
            raise Wrong(f"the run after the disturbed ones {done}")
        world.must_hold(files)
        world.check(world.count)

    def keep(self, world, trial):
        """Moves the index that is wrong aside, to be looked at."""
        if self.options.keep and world.database.exists():
            self.options.keep.mkdir(parents=True, exist_ok=True)
            target = self.options.keep / f"{self.tally.name.replace(' ', '-')}-{trial}"
            subprocess.run(["cp", "-r", str(world.database), str(target)])


def judged(world, files, done, allowed=(2,)):
    """Says how a run ended that met a fault; a crash or a strange code is wrong."""
    if done.code == 0:
        world.must_hold(files)
        return "ended well"
    if done.hung:
        raise Wrong(f"hung for {TIMEOUT} s")
    if done.code not in allowed:
        raise Wrong(f"the run {done}")
    if not done.err.strip():
        raise Wrong("the run failed without a message")
    return "failed with a message"


def kills(options, scratch):
    """kill -9 at a random moment; half of the moments in the last third, where segments are published and merged."""
    disturber = Disturber(options, scratch, "kill -9")

    def disturb(world, files, since):
        if since == 0:
            world.may_hold(files)
            disturber.calibrate(world, world.index_command(files))
            world.must_hold(files)
            for file in files:
                world.write(file)
        world.may_hold(files)
        child = subprocess.Popen([str(each) for each in world.index_command(files)], stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        part = disturber.random.random() if disturber.random.random() < 0.5 else disturber.random.uniform(0.66, 1.1)
        time.sleep(disturber.seconds * part)
        child.send_signal(signal.SIGKILL)
        if child.wait() == 0:
            world.must_hold(files)
            disturber.seconds *= 0.95  # the machine is less busy than it was
            return "ended before"
        disturber.seconds *= 1.01
        return "killed"

    return disturber.trials(options.kills, disturb)


def stops(options, scratch):
    """SIGINT at a random moment: what is done is committed, and the exit code says so."""
    disturber = Disturber(options, scratch, "Ctrl-C")

    def disturb(world, files, since):
        if since == 0:
            world.may_hold(files)
            disturber.calibrate(world, world.index_command(files))
            world.must_hold(files)
            for file in files:
                world.write(file)
        world.may_hold(files)
        child = subprocess.Popen([str(each) for each in world.index_command(files)], stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(disturber.seconds * disturber.random.random())
        child.send_signal(signal.SIGINT)
        try:
            child.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            child.kill()
            raise Wrong("did not end after Ctrl-C") from None
        if child.returncode == 0:
            world.must_hold(files)
            return "ended before"
        # Before the handler is there, the signal ends the process as it does any other.
        if child.returncode not in (130, -signal.SIGINT):
            raise Wrong(f"ended with {child.returncode} after Ctrl-C")
        return "stopped"

    return disturber.trials(options.stops, disturb)


def at_change(options, scratch, name, count, kind, sticky=False):
    """A fault at a random one of the changes that a run makes to files."""
    disturber = Disturber(options, scratch, name)

    def disturb(world, files, since):
        world.may_hold(files)
        if since == 0:
            unsynced = disturber.calibrate(world, world.index_command(files))
            if kind == "reset":
                disturber.note(unsynced, world)
            world.must_hold(files)
            for file in files:
                world.write(file)
            world.may_hold(files)
            if not disturber.changes:
                raise Wrong("the shim saw no change: is the command linked statically?")
        number = disturber.random.randint(1, disturber.changes + disturber.changes // 20)
        faults = {"at": number, "kind": kind} | ({"sticky": 1} if sticky else {})
        done = run(world.index_command(files), disturber.environment(world, **faults))
        if kind in ("kill", "reset"):
            if done.code == -signal.SIGKILL:
                return "killed"
            return judged(world, files, done, allowed=())
        return judged(world, files, done)

    return disturber.trials(count, disturb)


def merges(options, scratch):
    """All segments, with what was replaced in them, merged into one: a fault at one of the changes to files."""
    disturber = Disturber(options, scratch, "fault while merging")

    def renew(world, files):
        for file in files:
            world.write(file)
        world.may_hold(files)
        done = run(world.index_command(files))
        if done.code != 0:
            raise Wrong(f"a run before a merge {done}")
        world.must_hold(files)

    def disturb(world, files, since):
        renew(world, files)
        if since == 0:
            renew(world, files)
            disturber.note(disturber.calibrate(world, world.optimize_command()), world)
            renew(world, files)
        number = disturber.random.randint(1, disturber.changes + disturber.changes // 20)
        kind = disturber.random.choice(["kill", "reset", "eio", "enospc", "short"])
        faults = {"at": number, "kind": kind} | ({"sticky": 1} if kind == "enospc" else {})
        done = run(world.optimize_command(), disturber.environment(world, **faults))
        if done.code == -signal.SIGKILL and kind in ("kill", "reset"):
            return "killed"
        return judged(world, [], done)

    return disturber.trials(options.merges, disturb)


def disk_full(options, scratch):
    """A file system with too little space; then, with enough, the run goes on."""
    disturber = Disturber(options, scratch, "disk full")
    mount = scratch / "small"
    mount.mkdir(exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256m", "tmpfs", str(mount)], capture_output=True).returncode:
        raise PermissionError("mounting a tmpfs needs root")

    def resize(kilobytes):
        subprocess.run(["mount", "-o", f"remount,size={max(64, kilobytes)}k", str(mount)], check=True)

    def used():
        status = os.statvfs(mount)
        return (status.f_blocks - status.f_bfree) * status.f_frsize // 1024

    def disturb(world, files, since):
        world.may_hold(files)
        before = used()
        if since == 0:
            disturber.calibrate(world, world.index_command(files))
            disturber.needed = used() - before
            world.must_hold(files)
            for file in files:
                world.write(file)
            world.may_hold(files)
        resize(used() + disturber.random.randint(4, max(8, int(disturber.needed * 1.2))))
        try:
            return judged(world, files, run(world.index_command(files)))
        finally:
            # The check is done on the full disk first: whoever only reads needs no space.
            try:
                world.check(options.sample // 2)
            finally:
                resize(1 << 18)

    try:
        return disturber.trials(options.full, disturb, database=mount / "index")
    finally:
        subprocess.run(["umount", "-l", str(mount)], check=False)


def stages(options, scratch):
    """Yields name, what it does, and the function that does it."""
    yield "kills", lambda: kills(options, scratch)
    yield "stops", lambda: stops(options, scratch)
    yield "points", lambda: at_change(options, scratch, "kill -9 at a change to a file", options.points, "kill")
    yield "resets", lambda: at_change(options, scratch, "machine reset", options.resets, "reset")
    yield "eio", lambda: at_change(options, scratch, "write error once", options.errors, "eio")
    yield "enospc", lambda: at_change(options, scratch, "no space from then on", options.errors, "enospc", True)
    yield "short", lambda: at_change(options, scratch, "short write, then no space", options.errors, "short")
    yield "merges", lambda: merges(options, scratch)
    yield "full", lambda: disk_full(options, scratch)


def scratch_folder():
    return tempfile.TemporaryDirectory(prefix="reprise-torture-")
