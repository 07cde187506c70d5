#!/usr/bin/env bash
# mne-bids: onsets are moved to whole samples when a data set is written
# Events of a 500-Hz clock lose up to 5 ms at 100 Hz: a response time of 1.584 s becomes 1.590 s.
# What to do: compute response times before converting, or write events.tsv yourself
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(mne==1.13.2 numpy==2.4.6 scipy==1.17.1 edfio==0.4.18 mne-bids==0.20.0 pandas==3.1.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('mne', 'numpy', 'scipy', 'edfio', 'mne-bids', 'pandas',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
from pathlib import Path
import mne
import mne_bids
import numpy as np
import pandas as pd
mne.set_log_level('error')
raw = mne.io.RawArray(np.random.default_rng(0).normal(scale=1e-5, size=(1, 6000)), mne.create_info(['Cz'], 100., 'eeg'))
raw.set_annotations(mne.Annotations([10.004, 11.588], [0, 0], ['target', 'press']))
path = mne_bids.BIDSPath(subject='01', task='x', root='bids', datatype='eeg')
mne_bids.write_raw_bids(raw, path, allow_preload=True, format='EDF', verbose='error')
onset = pd.read_csv(next(Path('bids').rglob('*_events.tsv')), sep='\t')['onset'].tolist()
expect('onsets given (s)', raw.annotations.onset.tolist(), [10.004, 11.588])
expect('onsets written (s)', onset, [10., 11.59])
expect('response time given and written (s)', (1.584, round(onset[1]-onset[0], 3)), (1.584, 1.59))
END
