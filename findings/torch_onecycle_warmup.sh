#!/usr/bin/env bash
# torch: OneCycleLR divides by zero where the warm-up is one step, or all of them
# pct_start * total_steps == 1 raises ZeroDivisionError when it is built; pct_start=1. raises it at the last step.
# What to do: choose a warm-up of two steps or more, or of a hair less than one; for all steps, plan one step more and do not take it
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(torch==2.11.0 numpy==2.4.6)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('torch', 'numpy',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import torch
from torch.optim.lr_scheduler import OneCycleLR

def outcome(warmup, steps=10):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], 1.)
    done = -1
    try:
        schedule = OneCycleLR(optimizer, 1., total_steps=steps, pct_start=warmup, cycle_momentum=False)
        for done in range(steps): optimizer.step(); schedule.step()
    except ZeroDivisionError: return f'ZeroDivisionError after {done} steps' if done>=0 else 'ZeroDivisionError when built'
    return 'runs'

expect('ten steps with a warm-up of none, two and three', [outcome(w) for w in (0., .2, .3)], ['runs']*3)
expect('of one', outcome(.1), 'ZeroDivisionError when built')
expect('of all ten', outcome(1.), 'ZeroDivisionError after 9 steps')
expect('of a hair less than one', outcome(.1*(1-1e-9)), 'runs')
END
