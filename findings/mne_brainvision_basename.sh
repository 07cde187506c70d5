#!/usr/bin/env bash
# MNE: $b in a BrainVision header is not replaced by the name of the file
# The format lets DataFile and MarkerFile say $b.eeg and $b.vmrk, so that a copy under a new name stays whole; read_raw_brainvision looks for a file of that name.
# What to do: replace $b by the name of the header, without its ending, before you read
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
from pathlib import Path
import mne
import numpy as np
mne.set_log_level('error')
header = '''Brain Vision Data Exchange Header File Version 1.0

[Common Infos]
Codepage=UTF-8
DataFile={name}.eeg
MarkerFile={name}.vmrk
DataFormat=BINARY
DataOrientation=MULTIPLEXED
NumberOfChannels=2
SamplingInterval=10000

[Binary Infos]
BinaryFormat=INT_16

[Channel Infos]
Ch1=Fz,,0.1,\u00b5V
Ch2=Cz,,0.1,\u00b5V
'''
markers = '''Brain Vision Data Exchange Marker File, Version 1.0

[Common Infos]
Codepage=UTF-8
DataFile={name}.eeg

[Marker Infos]
Mk1=New Segment,,1,1,0
'''

def read(name):
    Path('a.vhdr').write_text(header.format(name=name), encoding='utf-8')
    Path('a.vmrk').write_text(markers.format(name=name), encoding='utf-8')
    np.zeros((500, 2), '<i2').tofile('a.eeg')
    try: return mne.io.read_raw_brainvision('a.vhdr').n_times
    except FileNotFoundError as e: return type(e).__name__

expect('samples with DataFile=a.eeg', read('a'), 500)
expect('with DataFile=$b.eeg', read('$b'), 'FileNotFoundError')
END
