#!/usr/bin/env bash
# MNE: an exported BDF is longer than the recording, and its zeros are not zero
# A signal of 60.01 s comes back as 61 s, the last sample repeated, marked BAD_ACQ_SKIP; a flat channel of 0 uV comes back as about 3e-6 uV.
# What to do: trust RecordingDuration, not the file's length; export with physical_range='channelwise'
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(mne==1.13.2 numpy==2.4.6 scipy==1.17.1 edfio==0.4.18)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('mne', 'numpy', 'scipy', 'edfio',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import mne
import numpy as np
mne.set_log_level('error')
x = np.vstack([np.random.default_rng(0).normal(scale=2e-5, size=(2, 6001)), np.zeros((1, 6001))])
raw = mne.io.RawArray(x, mne.create_info(['E1', 'E2', 'Cz'], 100., 'eeg'))
mne.export.export_raw('a.bdf', raw)
back = mne.io.read_raw_bdf('a.bdf', preload=True)
expect('samples written and read', (raw.n_times, back.n_times), (6001, 6100))
expect('annotations', list(back.annotations.description), ['BAD_ACQ_SKIP'])
tail = back.get_data('E1')[0, 6000:]
expect('different values in the last 100 samples', len(set(tail.tolist())), 1)
flat = back.get_data('Cz')*1e6
print('the flat channel, uV:', np.unique(flat))
expect('it is zero', bool((flat==0).all()), False)
mne.export.export_raw('b.bdf', raw, physical_range='channelwise')
flat = mne.io.read_raw_bdf('b.bdf', preload=True).get_data('Cz')
expect('it is zero with physical_range=channelwise', bool((flat==0).all()), True)
END
