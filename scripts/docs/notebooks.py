#!/usr/bin/env python3
"""Runs the notebooks of the documentation and makes pages of them: scripts/docs/notebooks.py REPRISE PAGES.

Each runs in a folder of its own with the package of this tree; a cell that fails fails the build. nbclient, nbconvert and what the notebooks
import come from PyPI; where they are not installed, pages have the cells without what these print, and that is said.
"""
import importlib.util
import json
import os
import pathlib
import sys
import tempfile

NEEDED = ("nbclient", "nbconvert", "ipykernel", "pandas", "networkx", "matplotlib")


def executed(path: pathlib.Path, pages: pathlib.Path) -> str:
    """The notebook as Markdown with what its cells print; pictures go beside the page."""
    import nbformat
    from nbclient import NotebookClient
    from nbconvert import MarkdownExporter

    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": folder}}).execute()
    files = f"{path.stem}_files"
    text, resources = MarkdownExporter().from_notebook_node(
        notebook, resources={"unique_key": path.stem, "output_files_dir": files})
    for name, content in resources["outputs"].items():
        (pages / name).parent.mkdir(exist_ok=True)
        (pages / name).write_bytes(content)
    return text


def plain(path: pathlib.Path) -> str:
    """The notebook as Markdown, its cells as code."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in cells]
    return "\n\n".join(text if cell["cell_type"] == "markdown" else f"```python\n{text}\n```" for cell, text in zip(cells, texts))


def main() -> int:
    program, pages = sys.argv[1], pathlib.Path(sys.argv[2]) / "notebooks"
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    os.environ.update(REPRISE_PROGRAM=os.path.abspath(program), PYTHONPATH=str(root / "scripts/python"), PYTHONDONTWRITEBYTECODE="1")
    for name in ("MPLBACKEND", "REPRISE_DB"):
        os.environ.pop(name, None)
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        print(f"notebooks: not run, since {', '.join(missing)} cannot be imported", file=sys.stderr)
    notebooks = sorted(pages.glob("*.ipynb"))
    for path in notebooks:
        text = plain(path) if missing else executed(path, pages)
        link = f"\n\n[This page as a notebook]({path.name})\n"
        path.with_suffix(".md").write_text(text.rstrip() + link, encoding="utf-8")
    print(f"notebooks: {len(notebooks)}, {'not ' if missing else ''}run")
    return 0


if __name__ == "__main__":
    sys.exit(main())
