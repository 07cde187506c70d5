#!/usr/bin/env bash
# MNE: a temperature in a BDF is an EEG channel of 36 V
# A channel with another unit than uV or mV, or with none, is read as EEG in volts, without a word.
# What to do: give types by raw.set_channel_types, or leave out what is not in uV by the header (edfio reads it)
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
import edfio
import mne
import numpy as np
mne.set_log_level('error')

def signal(label, value, low, high, unit):
    return edfio.BdfSignal(np.full(200, float(value)), 100, label=label, physical_range=(low, high),
                           physical_dimension=unit)

edfio.Bdf([signal('E1', 20, -500, 500, 'uV'), signal('Temp', 36, 0, 100, 'DegreeC'),
           signal('Count', 7, 0, 100, '')]).write('a.bdf')
raw = mne.io.read_raw_bdf('a.bdf', preload=True)
expect('types', raw.get_channel_types(), ['eeg']*3)
expect('volts', [round(float(v), 5) for v in raw.get_data()[:, 0]], [2e-5, 36., 7.])
reference = raw.copy().set_eeg_reference('average').get_data('E1')[0, 0]
expect('E1 after an average reference over "all EEG", V', round(float(reference), 2), -14.33)
END
