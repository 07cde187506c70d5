#!/usr/bin/env bash
# pandas: rows and names of an events.tsv vanish in read_csv
# BIDS knows no quoting, but a stray quotation mark swallows every row up to the next one; and events called null, NA or None are read as missing.
# What to do: pass quoting=csv.QUOTE_NONE, keep_default_na=False, na_values=['n/a']
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(pandas==3.1.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('pandas',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import csv
from io import StringIO
import pandas as pd
quoted = 'onset\tvalue\n0\t"start\n1\ttarget\n2\tpress\n3\tstop"\n4\ttarget\n'
named = 'onset\tvalue\n0\tnull\n1\tNA\n2\tNone\n3\tn/a\n4\tpress\n'
def read(text, **how): return pd.read_csv(StringIO(text), sep='\t', **how)
bids = dict(quoting=csv.QUOTE_NONE, keep_default_na=False, na_values=['n/a'])
expect('rows of 5 that are read, by default and as BIDS has it', (len(read(quoted)), len(read(quoted, **bids))), (2, 5))
expect('names read by default', read(named)['value'].dropna().tolist(), ['press'])
expect('as BIDS has it', read(named, **bids)['value'].dropna().tolist(), ['null', 'NA', 'None', 'press'])
END
