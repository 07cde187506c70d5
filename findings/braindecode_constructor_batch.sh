#!/usr/bin/env bash
# braindecode: a new EEGNet or EEGConformer has seen a batch already
# The constructor sends zeros (ones) through the network in training mode to learn a size: batch normalisation counts them as data.
# What to do: call reset_running_stats() on every batch normalisation before you train
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
from torch.nn.modules.batchnorm import _BatchNorm
from braindecode.models import EEGConformer, EEGNet, ShallowFBCSPNet

def batches_seen(network):
    net = network(n_chans=22, n_outputs=4, n_times=1000, sfreq=250.)
    return [int(m.num_batches_tracked) for m in net.modules() if isinstance(m, _BatchNorm)]

expect('ShallowFBCSPNet', batches_seen(ShallowFBCSPNet), [0])
expect('EEGNet', batches_seen(EEGNet), [1, 1, 1])
expect('EEGConformer', batches_seen(EEGConformer), [1])
net = EEGNet(n_chans=22, n_outputs=4, n_times=1000, sfreq=250.)
expect('running variance of EEGNet before any data', sorted({round(float(v), 3) for m in net.modules() if isinstance(m, _BatchNorm) for v in m.running_var}), [.99])
END
