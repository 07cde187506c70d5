#!/usr/bin/env bash
# braindecode: ATCNet with concat=True looks at one of its sliding windows and fails
# Its loop is zipped with the final layers, of which there is one, so 32 of the 160 features arrive and the last layer raises RuntimeError; with one window it runs.
# What to do: leave concat=False, the average over windows
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
import torch
from braindecode.models import ATCNet

def outcome(**options):
    net = ATCNet(n_chans=22, n_outputs=4, n_times=1000, sfreq=250., **options).eval()
    try:
        with torch.no_grad(): return tuple(net(torch.zeros(2, 22, 1000)).shape)
    except RuntimeError as e: return str(e)

expect('by default, five windows', outcome(), (2, 4))
expect('concat=True', outcome(concat=True), 'mat1 and mat2 shapes cannot be multiplied (2x32 and 160x4)')
expect('concat=True, one window', outcome(concat=True, n_windows=1), (2, 4))
END
