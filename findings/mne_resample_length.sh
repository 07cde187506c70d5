#!/usr/bin/env bash
# MNE: a resampled recording is one sample shorter than EEGLAB makes it
# EEGLAB (and scipy.signal.resample_poly, shown here) returns ceil(n p / q) samples, MNE rounds: 2 of 5 lengths differ from 500 to 100 Hz.
# What to do: take the length from the file, never from another program
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
from scipy.signal import resample_poly
mne.set_log_level('error')

def lengths(n):
    raw = mne.io.RawArray(np.zeros((1, n)), mne.create_info(['Cz'], 500., 'eeg'))
    return raw.resample(100.).n_times,len(resample_poly(np.zeros(n), 1, 5))

expect('samples at 500 Hz: MNE, resample_poly', {n: lengths(n) for n in range(10_001, 10_006)}, {
    10_001: (2000, 2001), 10_002: (2000, 2001), 10_003: (2001, 2001), 10_004: (2001, 2001), 10_005: (2001, 2001)})
END
