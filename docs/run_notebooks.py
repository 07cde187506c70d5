"""Run notebooks in place with nbdev's own engine, so that the site shows fresh outputs.

    python docs/run_notebooks.py [--slow] [NOTEBOOK ...]      all of them by default
"""
import sys
from pathlib import Path
from fastcore.foundation import working_directory
from execnb.nbio import read_nb, write_nb
from execnb.shell import CaptureShell
from nbdev.doclinks import nbglob
from nbdev.process import NBProcessor


def skipped(nb, flags):
    "Positions of the code cells that are not run: `eval: false`, the export at the end, flags not asked for"
    for cell in nb.cells:
        if cell.cell_type!='code': continue
        has = getattr(cell, 'directives_', None) or {}
        if (has.get('eval:') or [''])[0].lower()=='false' or 'nbdev_export(' in cell.source: yield cell.idx_
        elif any(flag in has for flag in ('slow', 'gpu', 'network') if flag not in flags): yield cell.idx_


def run(path, flags=()):
    "Run one notebook from its own folder and save it; stops at the first error"
    skip = set(skipped(NBProcessor(path, process=True).nb, flags))
    nb = read_nb(path)
    for cell in nb.cells:
        if cell.cell_type=='code' and cell.idx_ not in skip: cell.outputs = []
    with working_directory(path.parent):
        CaptureShell(path).run_all(nb, exc_stop=True, preproc=lambda cell: cell.cell_type!='code' or cell.idx_ in skip)
    write_nb(nb, path)
    print('ran', path.parent.name, path.name, flush=True)


if __name__=='__main__':
    flags = [a[2:] for a in sys.argv[1:] if a.startswith('--')]
    named = [Path(a).absolute() for a in sys.argv[1:] if not a.startswith('--')]
    for path in named or sorted(nbglob(as_path=True)): run(path.absolute(), flags)
