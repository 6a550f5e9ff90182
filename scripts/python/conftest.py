"""What tests and doctests find: the demonstration's index, made once, and a folder for an index of their own."""

import subprocess

import pytest

import reprise


@pytest.fixture(scope="session")
def demo_index(tmp_path_factory):
    """The index of `reprise demo`, which no test may write to."""
    folder = tmp_path_factory.mktemp("demo") / "index"
    subprocess.run([reprise.program(), "demo", "--keep", folder], check=True, capture_output=True)
    return str(folder)


@pytest.fixture(autouse=True)
def names(doctest_namespace, demo_index, tmp_path):
    doctest_namespace.update(reprise=reprise, demo_index=demo_index, temporary_index=str(tmp_path / "index"))
