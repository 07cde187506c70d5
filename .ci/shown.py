"""Are the numbers and the figure of the index, and so of README.md, those of results/? Run it again and compare.

    python .ci/shown.py [NOTEBOOK]               nbs/index.ipynb by default

README.md is written from the saved outputs of the index; .ci/test.py checks that it is in step with them.
"""
import base64
import io
import json
import os
import shutil
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from nbtest import TOP

SAME = 1e-4                                      # mean difference of two pictures, 0 to 1


def again(notebook):
    "Run a copy of a notebook beside results/ and configs/; return the new notebook"
    with TemporaryDirectory() as folder:
        copy = Path(folder)/notebook.relative_to(TOP)
        copy.parent.mkdir(parents=True)
        shutil.copy(notebook, copy)
        for name in ('results', 'configs'): os.symlink(TOP/name, Path(folder)/name)
        env = dict(os.environ, PYTHONPATH=str(TOP), MPLBACKEND='agg')
        subprocess.run([sys.executable, str(TOP/'docs/run_notebooks.py'), str(copy)], cwd=TOP, env=env, check=True,
                       stdout=subprocess.DEVNULL)
        return json.loads(copy.read_text(encoding='utf-8'))


def lines(cell):
    "Return the text of a cell's outputs, line by line; the names of objects without a text are left out"
    data = [{'text/plain': o.get('text', '')} | o.get('data', {}) for o in cell.get('outputs', [])]
    texts = [d.get('text/markdown') or d['text/plain'] for d in data if 'image/png' not in d]
    return [line.rstrip() for text in texts for line in ''.join(text).splitlines()]


def pictures(cell):
    "Return the figures of a cell"
    import matplotlib.image
    found = [o['data']['image/png'] for o in cell.get('outputs', []) if 'image/png' in o.get('data', {})]
    return [matplotlib.image.imread(io.BytesIO(base64.b64decode(''.join(png)))) for png in found]


def differences(saved, fresh):
    "Return what a saved notebook shows that a fresh run does not"
    for position,(old,new) in enumerate(zip(saved['cells'], fresh['cells'])):
        for a,b in zip_longest(lines(old), lines(new), fillvalue='nothing'):
            if a!=b: yield f'cell {position}: found {a.strip()!r}, expected {b.strip()!r}'
        for a,b in zip_longest(pictures(old), pictures(new)):
            if a is None or b is None or a.shape!=b.shape or abs(a-b).mean()>SAME:
                yield f'cell {position}: found another figure than the one that it draws now'


def main(args):
    notebook = (Path(args[0]) if args else TOP/'nbs/index.ipynb').resolve()
    name = notebook.relative_to(TOP).as_posix()
    found = list(differences(json.loads(notebook.read_text(encoding='utf-8')), again(notebook)))
    for line in found: print(f'{name}, {line}. Type: python docs/book.py {name}')
    print(f'{name}: {len(found)} lines and figures that are not of results/')
    return bool(found)


if __name__=='__main__': sys.exit(main(sys.argv[1:]))
