#!/usr/bin/env bash
# braindecode: windows that were not made by its own functions can be saved, not loaded
# save() leaves out window_kwargs where a dataset has none, and load_concat_dataset raises TypeError.
# What to do: set dataset.window_kwargs = [('EEGWindowsDataset', {})] before you save
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(torch==2.11.0 torchaudio==2.11.0 braindecode==1.8.1 mne==1.13.2 numpy==2.4.6)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('torch', 'torchaudio', 'braindecode', 'mne', 'numpy',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import mne
import numpy as np
import pandas as pd
from braindecode.datasets import BaseConcatDataset, EEGWindowsDataset
from braindecode.datautil import load_concat_dataset
mne.set_log_level('error')

def loaded(folder, **attributes):
    raw = mne.io.RawArray(np.zeros((2, 1000)), mne.create_info(['Fz', 'Cz'], 100., 'eeg'))
    windows = pd.DataFrame(dict(i_window_in_trial=[0, 1], i_start_in_trial=[0, 200], i_stop_in_trial=[200, 400], target=[0., 1.]))
    dataset = EEGWindowsDataset(raw, windows, description=dict(subject='01'))
    for name,value in attributes.items(): setattr(dataset, name, value)
    whole = BaseConcatDataset([dataset])
    whole.save(folder)
    try: return len(load_concat_dataset(folder, preload=False))
    except TypeError as e: return f'TypeError: {e}'

import os
for folder in 'ab': os.mkdir(folder)
expect('loaded', loaded('a'), "TypeError: 'NoneType' object is not iterable")
expect('windows with window_kwargs', loaded('b', window_kwargs=[('EEGWindowsDataset', {})]), 2)
END
