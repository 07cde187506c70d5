#!/usr/bin/env bash
# jsonargparse: 1 is read as a whole number or as 1.0, by what another module has written before
# Python 3.11 keeps one object for Optional[Union[int, float]] and Optional[Union[float, int]], the one written first in the process; jsonargparse tries its members in order. Lightning reads limit_train_batches=1 as one batch and 1.0 as all.
# What to do: look at the type of what was parsed before you read 1 as a count; int | float | None in the signature is turned into the shared object too
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(jsonargparse[signatures]==4.53.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('jsonargparse',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import subprocess
import sys

SCRIPT = """
import sys
from typing import Optional, Union
from jsonargparse import ArgumentParser

eval(sys.argv[1])                     # what another module does when it is imported

def typed(limit: Optional[Union[int, float]] = None): pass
def barred(limit: int | float | None = None): pass

for function in typed, barred:
    parser = ArgumentParser()
    parser.add_function_arguments(function)
    print(repr(parser.parse_args(['--limit=1']).limit), end=' ')
"""
def read_after(written):
    out = subprocess.run([sys.executable, '-W', 'ignore', '-c', SCRIPT, written], capture_output=True, text=True, check=True)
    return out.stdout.split()

print('Python', sys.version.split()[0])
expect('--limit=1, typed Optional[Union[int, float]] and int | float | None, nothing written before', read_after('None'), ['1', '1'])
expect('the same after Optional[Union[float, int]]', read_after('Optional[Union[float, int]]'), ['1.0', '1.0'])
END
