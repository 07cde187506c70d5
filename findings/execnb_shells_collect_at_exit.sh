#!/usr/bin/env bash
# execnb (which nbdev renders and tests notebooks with): every shell runs a full garbage collection when the process ends
# Each CaptureShell leaves an exit function of IPython's behind, shells that are gone included. With libraries such as torch loaded one collection takes 0.4 s: rendering 167 notebooks in one process took 18 s, its end another 65 s.
# What to do: end such a process by os._exit after flushing, or render few notebooks in each process
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(execnb==0.1.18 ipython==9.18.1 fastcore==1.14.5)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
import atexit
import gc
from importlib.metadata import version
for name in ('execnb', 'ipython'): print(name, version(name))

from execnb.shell import CaptureShell

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected: raise SystemExit(f'CHANGED: found {found}, expected {expected}')

for _ in range(12):
    shell = CaptureShell()
    shell.run('1+1')
    del shell

full = []
def seen(phase, facts):
    if phase=='start' and facts['generation']==2: full.append(facts)
gc.collect()
gc.disable()                                     # only those that somebody asks for
gc.callbacks.append(seen)
atexit._run_exitfuncs()
expect('full collections at the end of the process, after 12 shells', len(full), 12)
END
