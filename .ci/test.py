"""Everything a change must pass: files in step with the notebooks, then the site and every notebook, two at a time.

    python .ci/test.py [--slow]

With --slow also what people type themselves: plain `nbdev_test`, and the first cells of every notebook in a plain kernel.

Ends with the line `N passed, N failed`, which is what continuous integration reads.
"""
import os
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256

import first_cells
from nbtest import TOP, WORKERS, Result, all_notebooks, run

os.environ['PATH'] = os.path.dirname(sys.executable)+os.pathsep+os.environ['PATH']   # nbdev_export and others


def digests(names):
    "What every file below these paths holds"
    found = (f for name in names for f in [TOP/name, *(TOP/name).rglob('*')])
    return {f: sha256(f.read_bytes()).digest() for f in found if f.is_file() and f.suffix!='.pyc'}


def leaves(names, command, remove=()):
    "Does `command` leave the files below `names` as they are, even after those to `remove` are gone?"
    before = digests(names)
    for f in remove: f.unlink()
    done = subprocess.run(command, cwd=TOP).returncode==0
    after = digests(names)
    changed = sorted(f for f in before.keys()|after.keys() if before.get(f)!=after.get(f))
    for f in changed: print(f'{f.relative_to(TOP)} was not what `{" ".join(command)}` makes: commit the new one')
    return done and not changed


def script(name, *command):
    "Run a script of the repository: does it end well, and what does it print?"
    start = time.time()
    done = subprocess.run(command, cwd=TOP, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return Result(name, done.returncode==0, time.time()-start, done.stdout)


IN_STEP = {                                      # these come first: the rest reads the files they write
    'package in step with the notebooks': lambda: leaves(
        ('cerebro', 'submission'), ('nbdev_export',), remove=list((TOP/'cerebro').rglob('*.py'))),
    'notebooks clean': lambda: leaves(('nbs',), ('nbdev_clean',)),
    'README in step with nbs/index.ipynb': lambda: leaves(
        ('README.md', 'nbs/images'), ('python', 'docs/readme.py'))}
SCRIPTS = {                                      # and these run beside the notebooks
    'site builds without a warning': ('bash', 'docs/build.sh'),
    'the book reads as it should (.ci/style.py)': (sys.executable, '.ci/style.py'),
    'marked outputs and results/ are of the present cells (.ci/marks.py)': (sys.executable, '.ci/marks.py'),
    'the index shows the numbers of results/ (.ci/shown.py)': (sys.executable, '.ci/shown.py'),
    'make book, its marks and make mutants work (.ci/try_tools.py)': (sys.executable, '.ci/try_tools.py')}


def by_hand(say, notebooks):
    "What somebody does without our scripts: `nbdev_test`, and opening a notebook from its wing or from the root"
    start = time.time()
    say(subprocess.run(('nbdev_test',), cwd=TOP).returncode==0, f'nbdev_test, {time.time()-start:.0f} s')
    for where,folder in dict(wing=lambda f: f.parent, root=lambda f: TOP).items():
        with ThreadPoolExecutor(WORKERS) as pool:
            wrong = [e for e in pool.map(lambda f: first_cells.error_in(f, folder(f)), notebooks) if e]
        for error in wrong: print(error)
        say(not wrong, f'first cells of every notebook in a kernel started from the {where}')


def main(slow=False):
    passed = []

    def say(ok, what):
        passed.append(ok); print('ok  ' if ok else 'FAIL', what, flush=True)

    for name,check in IN_STEP.items():
        start = time.time()
        say(check(), f'{name}, {time.time()-start:.0f} s')

    counts,notebooks = Counter(),all_notebooks()[::-1]                        # the longest come late
    jobs = [partial(script, name, *command) for name,command in SCRIPTS.items()]
    jobs += [partial(run, notebook, slow=slow) for notebook in notebooks]
    with ThreadPoolExecutor(WORKERS) as pool:
        for result in pool.map(lambda job: job(), jobs):
            if not result.passed or result.name in SCRIPTS: print(result.output.rstrip())
            say(result.passed, f'{result.name}, {result.seconds:.0f} s')
            counts.update(result.counts)

    if slow: by_hand(say, notebooks)
    if os.environ.get('CEREBRO_SHARED'): say(not counts['skipped'], 'no real-input test skipped')
    say(counts['not_run']*10<=counts['run']+counts['not_run'], 'at most a tenth of the cells not run')
    print('cells run {run}, not run {not_run}; assertions run {assertions}; '
          'real-input tests run {real}, skipped {skipped}'.format_map(counts))
    print(f'{sum(passed)} passed, {len(passed)-sum(passed)} failed')
    return not all(passed)


if __name__=='__main__': sys.exit(main('--slow' in sys.argv))
