#!/usr/bin/env bash
# MNE: raw.time_as_index takes the sample before the one that is meant
# It truncates t * sfreq, which for 287 of the 6,000 whole samples of a minute at 100 Hz lies a hair below the integer.
# What to do: pass use_rounding=True
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(mne==1.13.2 numpy==2.4.6 scipy==1.17.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('mne', 'numpy', 'scipy',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import mne
import numpy as np
raw = mne.io.RawArray(np.zeros((1, 6000)), mne.create_info(['Cz'], 100., 'eeg'), verbose='error')
samples = np.arange(6000)
found = raw.time_as_index(samples/100)
expect('whole samples that come out wrong', int((found!=samples).sum()), 287)
expect('all of them one too early', set((found-samples)[found!=samples].tolist()), {-1})
expect('sample 29, at 0.29 s', int(raw.time_as_index(.29)[0]), 28)
expect('wrong with use_rounding=True', int((raw.time_as_index(samples/100, use_rounding=True)!=samples).sum()), 0)
END
