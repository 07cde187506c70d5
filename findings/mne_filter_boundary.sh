#!/usr/bin/env bash
# MNE: raw.filter does not stop at a boundary
# It leaves out segments marked edge or bad_acq_skip. EEGLAB marks a joint of two recordings boundary, and MNE itself writes BAD boundary: both are filtered across.
# What to do: pass skip_by_annotation=('edge', 'bad_acq_skip', 'boundary', 'bad boundary'), or filter stretch by stretch
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
mne.set_log_level('error')
step = np.zeros((1, 6000)); step[0, 3000:] = 500e-6      # a joint of two recordings with other offsets

def ringing(name, **how):
    raw = mne.io.RawArray(step.copy(), mne.create_info(['Cz'], 100., 'eeg'))
    raw.set_annotations(mne.Annotations([30.], [0.], [name]))
    return round(float(np.abs(raw.filter(.5, 40., **how).get_data()).max()*1e6))

seen = {name: ringing(name) for name in ('edge', 'EDGE boundary', 'BAD_ACQ_SKIP', 'boundary', 'BAD boundary')}
print('largest value after the filter, uV:', seen)
expect('left across', [n for n,uv in seen.items() if uv>100], ['boundary', 'BAD boundary'])
expect('with boundary named', ringing('boundary', skip_by_annotation=('edge', 'boundary')), 0)
END
