#!/usr/bin/env bash
# eegprep: pop_resample moves a boundary behind the last sample to the beginning
# EEGLAB writes such a boundary (latency n + 0.5) at the end of a recording that was stopped; after resampling it stands at 0.5, before the first sample.
# What to do: move boundaries yourself, latency 0.5 + (number of resampled samples before it), or leave this one out first
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(eegprep==0.4.0 numpy==2.4.6 scipy==1.17.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3.12}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('eegprep', 'numpy', 'scipy',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import logging
import numpy as np
from eegprep.functions.popfunc.pop_resample import pop_resample
logging.disable(logging.WARNING)

def latencies(*places):
    "Of boundaries in 1,000 samples at 500 Hz, after resampling to 100 Hz"
    events = [dict(type='boundary', latency=l, duration=0.) for l in places]
    EEG = dict(data=np.zeros((1, 1000), np.float32), nbchan=1, pnts=1000, trials=1, srate=500., xmin=0.,
               xmax=999/500, times=np.arange(1000)*2., event=events, urevent=[], setname='')
    made = pop_resample(EEG, 100)
    return made['pnts'],[float(e['latency']) for e in made['event']]

expect('between two samples: samples, latency', latencies(500.5), (200, [100.5]))
expect('behind the last sample', latencies(1000.5), (200, [.5]))
expect('both', latencies(500.5, 1000.5), (200, [100.5, 100.5]))
END
