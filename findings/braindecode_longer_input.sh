#!/usr/bin/env bash
# braindecode: given 400 samples, networks built for 200 return two rows a window
# ATCNet and SyncNet return (2 x batch, 1) without a word; a loss that broadcasts goes on.
# What to do: check the shape of the output against the batch
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
from braindecode.models import ATCNet, SyncNet
for network in ATCNet, SyncNet:
    net = network(n_chans=129, n_outputs=1, n_times=200, sfreq=100.).eval()
    with torch.no_grad(): shapes = [tuple(net(torch.randn(3, 129, n)).shape) for n in (200, 400)]
    expect(f'{network.__name__}: three windows of 200 and of 400 samples', shapes, [(3, 1), (6, 1)])
END
