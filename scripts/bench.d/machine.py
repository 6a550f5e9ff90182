"""Names the machine and the versions that figures were taken with."""
import datetime
import os
import platform
import re
import shutil
import subprocess


def first_line(*arguments):
    if not shutil.which(arguments[0]):
        return ""
    done = subprocess.run(arguments, capture_output=True, text=True)
    return (done.stdout or done.stderr).strip().split("\n")[0]


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        found = re.search(r"model name\s*:\s*(.+)", file.read())
    return found.group(1).strip() if found else platform.processor()


def memory_gigabytes():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def described():
    """Returns one line on hardware, system and load; a busy machine makes poor figures."""
    return (f"{processor()}, {os.cpu_count()} cores, {memory_gigabytes():.0f} GB; Linux {platform.release()}; "
            f"load {os.getloadavg()[0]:.1f} at the start")


def folder_name():
    """Returns the date and a short name of the machine, for a folder of results."""
    slug = re.sub(r"[^a-z0-9]+", "-", processor().lower()).strip("-")
    return f"{datetime.date.today().isoformat()}-{slug}-{os.cpu_count()}-cores"


def command(arguments):
    """Returns a command as it was given, with names instead of paths that only this machine has."""
    return " ".join(os.path.basename(each) if os.path.isabs(each) or each.startswith("..") else each
                    for each in arguments)


def module_version(python, name):
    done = subprocess.run([python, "-c", f"import importlib.metadata as m; print(m.version('{name}'))"],
                          capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else ""
