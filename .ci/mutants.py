"""Do the notebooks' tests notice a fault? Plant one at a time and see.

    python .ci/mutants.py [FILE.tsv ...]         .ci/mutants.tsv by default

A line of the file is `notebook<TAB>old text<TAB>new text`, the notebook with its wing as in
01_data/06_guard. The old text stands exactly once in the exported cells of that notebook. A mutant is
killed when its notebook fails. One that the time limit stopped has not failed and is counted apart.
"""
import ast
import json
import os
import re
import shutil
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from nbtest import TOP, WORKERS, run

PARTS = 'nbs', 'cerebro', 'submission', 'configs', 'results', 'docs', 'settings.ini', 'setup.py', 'README.md'


def read(files):
    "Notebook, old and new text of every mutant"
    lines = (line for f in files for line in Path(f).read_text(encoding='utf-8').splitlines())
    return [tuple(line.split('\t')) for line in lines if line.strip() and not line.startswith('#')]


def plant(path, old, new):
    "Write the fault into the notebook at `path`"
    nb = json.loads(path.read_text(encoding='utf-8'))
    cells = [c for c in nb['cells'] if c['cell_type']=='code']
    exported = [c for c in cells if re.match(r'#\s*\|\s*export', ''.join(c['source']))]
    times = sum(''.join(c['source']).count(old) for c in exported)
    if times!=1: sys.exit(f'{path.parent.name}/{path.name}: found {times} times in its exported cells, expected once: {old}')
    for cell in exported: cell['source'] = ''.join(cell['source']).replace(old, new)
    for cell in exported: ast.parse(''.join(cell['source']))
    path.write_text(json.dumps(nb), encoding='utf-8')


def tried(mutant):
    "What becomes of a notebook, with one fault in it or, where there is only a name, with none"
    name,*fault = mutant
    with TemporaryDirectory() as folder:
        top = Path(folder)/'cerebro'
        for part in PARTS:
            if (TOP/part).is_dir(): shutil.copytree(TOP/part, top/part)
            elif (TOP/part).exists(): shutil.copy(TOP/part, top/part)
        notebook,env = top/f'nbs/{name}.ipynb',dict(PYTHONPATH=str(top))
        if fault: plant(notebook, *fault)
        return run(notebook, top=top, export=True, **env)


def verdict(result):
    "Name what became of a mutant"
    return 'SURVIVED' if result.passed else 'STOPPED' if result.stopped else 'killed'


def main(files):
    mutants = read(files)
    names = sorted({name for name,*_ in mutants})
    with ThreadPoolExecutor(WORKERS) as pool:
        for result in pool.map(tried, [(name,) for name in names]):
            if not result.passed: sys.exit(f'{result.output}\n{result.name} fails without a fault')
        counts = Counter()
        for (name,old,new),result in zip(mutants, pool.map(tried, mutants)):
            counts[verdict(result)] += 1
            print(f'{verdict(result):8}', f'{name}: {old} -> {new}', flush=True)
    print(f'{counts["killed"]} killed, {counts["SURVIVED"]} survived, {counts["STOPPED"]} stopped by the limit')
    return counts['killed']<len(mutants)


if __name__=='__main__':
    shared = TOP.parent/'shared'
    if shared.is_dir(): os.environ.setdefault('CEREBRO_SHARED', str(shared))
    sys.exit(main(sys.argv[1:] or [TOP/'.ci/mutants.tsv']))
