#!/usr/bin/env bash
# mne-bids: what a file itself marks is lost where there is an events.tsv
# read_raw_bids replaces the annotations of the recording by those of events.tsv and keeps BAD_ACQ_SKIP alone: bad segments and boundaries are gone.
# What to do: read the file itself too and add its annotations, or write bad segments into events.tsv
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
import mne
import mne_bids
import numpy as np
mne.set_log_level('error')
raw = mne.io.RawArray(np.random.default_rng(0).normal(scale=1e-5, size=(1, 6000)), mne.create_info(['Cz'], 100., 'eeg'))
raw.set_annotations(mne.Annotations([10., 20., 30., 40.], [0, 2, 2, 0],
                                    ['target', 'BAD_muscle', 'BAD_ACQ_SKIP', 'boundary']))
path = mne_bids.BIDSPath(subject='01', task='x', root='bids', datatype='eeg', suffix='eeg', extension='.edf')
path.mkdir(); mne.export.export_raw(path.fpath, raw)
(path.directory/'sub-01_task-x_events.tsv').write_text('onset\tduration\ttrial_type\n10.0\t0.0\ttarget\n')
own = mne.io.read_raw_edf(path.fpath).annotations.description
expect('marked in the file', sorted(set(own.tolist())), ['BAD_ACQ_SKIP', 'BAD_muscle', 'boundary', 'target'])
read = mne_bids.read_raw_bids(path, verbose='error').annotations.description
expect('after read_raw_bids', sorted(set(read.tolist())), ['BAD_ACQ_SKIP', 'target'])
END
