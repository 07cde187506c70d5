#!/usr/bin/env bash
# captum: LayerGradCam averages over axis 2 and sums over axis 1, whatever they are
# For features of shape (batch, tokens, features) it returns one value a token only if the features come last; the channels of (batch, channels, time) are summed, the time is averaged away first.
# What to do: bring the layer to (batch, features, place) before, and check the shape that comes out
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(torch==2.11.0 captum==0.9.0 numpy==2.4.6)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('torch', 'captum', 'numpy',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import torch
from captum.attr import LayerGradCam
from torch import nn

class Swap(nn.Module):
    def forward(self, x): return x.transpose(1, 2)

torch.manual_seed(0)
net = nn.Sequential(nn.Conv1d(3, 5, 1), Swap(), nn.Identity(), nn.Flatten(), nn.Linear(5*20, 1))
x = torch.randn(2, 3, 20)
features,tokens = (LayerGradCam(net, net[i]).attribute(x) for i in (0, 2))
expect('of (2, 5 features, 20 times)', tuple(features.shape), (2, 1, 20))
expect('of (2, 20 times, 5 features): time is summed away', tuple(tokens.shape), (2, 1, 5))
END
