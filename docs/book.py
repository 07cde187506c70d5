"""Run every cell of every notebook, slow ones too, save outputs and results/, and mark which code they are of.

    python docs/book.py [--all] [NOTEBOOK ...]

Chapter by chapter: one whose outputs are of the present code is left alone, so an interrupted run goes on
where it stopped. --all runs these too. README.md follows the index.
"""
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from nbdev.doclinks import nbglob

import stamp
from stamp import KEY, TOP


def results():
    "Return {file of results/: time of its last change}"
    return {f: f.stat().st_mtime_ns for f in (TOP/'results').glob('*.json')}


def mark(path, value):
    "Write the stamp `value` into a notebook or a file of results/"
    content = json.loads(path.read_text(encoding='utf-8'))
    part = content['metadata'] if path.suffix=='.ipynb' else content
    if not isinstance(part, dict):
        return print(f'{path.name}: found a list, expected an object, which has a place for a mark')
    part[KEY] = value
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False)+'\n', encoding='utf-8')


def run(path):
    "Run one chapter in a process of its own and mark what it made; tell if it ended well"
    before,now,start = results(),stamp.present(path),time.time()
    env = dict(os.environ, OMP_NUM_THREADS=os.environ.get('OMP_NUM_THREADS', '1'), MPLBACKEND='agg')
    command = [sys.executable, str(TOP/'docs/run_notebooks.py'), '--slow', str(path)]
    with TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        if subprocess.run(command, cwd=TOP, env=env | dict(TMPDIR=temporary)).returncode: return False
    for file,when in results().items():
        if before.get(file)!=when: mark(file, dict(notebook=str(path.relative_to(TOP)), **now))
    mark(path, now)
    subprocess.run(['nbdev_clean', '--fname', str(path)], cwd=TOP, check=True)
    print(f'{path.relative_to(TOP)}, {time.time()-start:.0f} s', flush=True)
    return True


def main(args):
    os.environ['PATH'] = os.path.dirname(sys.executable)+os.pathsep+os.environ['PATH']
    named = [Path(a).resolve() for a in args if not a.startswith('--')] or sorted(nbglob(as_path=True))
    left = [f for f in named if '--all' in args or stamp.saved(f)!=stamp.present(f)]
    if left and not os.environ.get('CEREBRO_SHARED'):
        print('CEREBRO_SHARED: found none, expected the folder of real input: what is shown of it gets lost')
    failed = [f for f in left if not run(f)]
    if any(f.stem=='index' for f in left):
        subprocess.run([sys.executable, str(TOP/'docs/readme.py')], cwd=TOP, check=True)
    for f in failed: print(f'{f.relative_to(TOP)} failed')
    print(f'{len(left)-len(failed)} run, {len(named)-len(left)} of the present code, {len(failed)} failed')
    return bool(failed)


if __name__=='__main__': sys.exit(main(sys.argv[1:]))
