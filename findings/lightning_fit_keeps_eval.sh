#!/usr/bin/env bash
# Lightning: fit trains in evaluation mode what was in evaluation mode
# Since 2.2 fit does not call train(): after one forward pass in eval() for a shape, BatchNorm sees no batch and dropout is off, for the whole training.
# What to do: put the mode back, and ask for it in on_train_start
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(torch==2.11.0 lightning==2.6.6 numpy==2.4.6)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('torch', 'lightning', 'numpy',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import logging
import lightning
import torch
from torch import nn
logging.getLogger('lightning.pytorch').setLevel(logging.ERROR)

class Net(lightning.LightningModule):
    def __init__(self):
        super().__init__(); self.net = nn.Sequential(nn.BatchNorm1d(4), nn.Dropout(.5), nn.Linear(4, 1))
    def training_step(self, batch, i): return self.net(batch[0]).square().mean()
    def configure_optimizers(self): return torch.optim.SGD(self.parameters(), .1)

def batches_seen(probe):
    net = Net()
    if probe: net.eval(); net.net(torch.zeros(2, 4))     # to know the output's shape
    data = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn(64, 4)), batch_size=8)
    trainer = lightning.Trainer(max_epochs=2, accelerator='cpu', logger=False, enable_checkpointing=False,
                                enable_progress_bar=False, enable_model_summary=False)
    trainer.fit(net, data)
    return int(net.net[0].num_batches_tracked),net.net.training

expect('batches seen by BatchNorm, training mode', batches_seen(False), (16, True))
expect('the same after a probe in eval()', batches_seen(True), (0, False))
END
