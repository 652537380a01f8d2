"""Executes every notebook of a folder with nbclient: run_notebooks.py FOLDER [--write] DESTINATION."""

import pathlib
import sys
import time

import nbclient
import nbformat


STARTS = 3


def execute(notebook, destination):
    """Runs all cells. A kernel that does not answer, because another program took one of its ports, is started again."""
    for start in range(STARTS):
        try:
            nbclient.NotebookClient(
                notebook,
                timeout=600,
                startup_timeout=60,
                kernel_name="meanfield",
                resources={"metadata": {"path": str(destination)}},
            ).execute()
            return
        except RuntimeError as error:
            if isinstance(error, nbclient.exceptions.CellExecutionError) or "respond" not in str(error) or start + 1 == STARTS:
                raise
            print(f"notebooks: {error}, starting it again")


def main(arguments):
    folder = pathlib.Path(arguments[0])
    destination = pathlib.Path(arguments[-1])
    failed = 0
    notebooks = sorted(folder.glob("*.ipynb"))
    for path in notebooks:
        notebook = nbformat.read(path, as_version=4)
        start = time.time()
        try:
            execute(notebook, destination)
        except nbclient.exceptions.CellExecutionError as error:
            failed += 1
            print(f"notebooks: {path.name} FAILED\n{error}")
            continue
        print(f"notebooks: {path.name} ran in {time.time() - start:.1f} s")
        if "--write" in arguments:
            for cell in notebook.cells:
                cell.metadata.pop("execution", None)
            nbformat.write(notebook, destination / path.name)
    print(f"notebooks: {len(notebooks) - failed} ran, {failed} failed")
    return 1 if failed or not notebooks else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
