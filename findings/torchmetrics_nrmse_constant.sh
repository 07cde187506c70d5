#!/usr/bin/env bash
# torchmetrics: the NRMSE of a constant target is a large number, not infinite or NaN
# NormalizedRootMeanSquaredError divides by a standard deviation that it sums up in single precision. Where all targets are equal, rounding leaves a scale that is not zero: the score is thousands, for one target infinite, and changes with the batches.
# What to do: test that the targets differ before you read the score
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(torchmetrics==1.9.0 torch==2.11.0 numpy==2.4.6)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('torchmetrics', 'torch'): print(name, version(name))

import torch
from torchmetrics.regression import NormalizedRootMeanSquaredError

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected: raise SystemExit(f'CHANGED: found {found}, expected {expected}')

def score(target, sizes):
    "NRMSE of zeros for a target that never changes, given in batches of some sizes"
    metric = NormalizedRootMeanSquaredError('std')
    for n in sizes: metric.update(torch.zeros(n), torch.full((n,), target))
    return metric.compute().item()

found = {target: score(target, (64, 25)) for target in (.1234, 1.7)}
print('scores of constant targets:', found)
expect('finite and above 1,000', [1e3<v<1e6 for v in found.values()], [True, True])
expect('the same targets in one batch give another score',
       score(1.7, (89,))!=found[1.7], True)
END
