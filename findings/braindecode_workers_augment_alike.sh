#!/usr/bin/env bash
# braindecode: workers of a loader augment with the same random numbers
# AugmentedDataLoader copies a transform with its generator to every worker, so that with two workers two batches get the same noise, with four workers four.
# What to do: augment in the main process or on the GPU, or reseed the transform by worker in worker_init_fn
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
import numpy as np
import torch
from braindecode.augmentation import AugmentedDataLoader, GaussianNoise

class Silence(torch.utils.data.Dataset):
    def __len__(self): return 64
    def __getitem__(self, i): return np.zeros((2, 50), np.float32),0

def different_batches(workers):
    "Of eight batches of silence with noise, how many are different"
    noise = GaussianNoise(probability=1., std=1., random_state=0)
    loader = AugmentedDataLoader(Silence(), transforms=[noise], batch_size=8, num_workers=workers)
    return len({X.numpy().tobytes() for X,_ in loader})

for workers,n in {0: 8, 2: 4, 4: 2}.items():
    expect(f'different batches of 8 with {workers} workers', different_batches(workers), n)
END
