#!/usr/bin/env bash
# Lightning: LightningCLI replaces a typed model option by the checkpoint's
# Where --ckpt_path names a file, its hyperparameters are merged over what was typed: --model.lr=0.5 beside a checkpoint made with 0.1 builds a model with 0.1, and nothing is said.
# What to do: override LightningCLI._parse_ckpt_path, and compare what was typed with the checkpoint
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(torch==2.11.0 lightning==2.6.6 numpy==2.4.6 'jsonargparse[signatures]==4.53.0')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('torch', 'lightning', 'numpy', 'jsonargparse'): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import logging
import lightning
import torch
from lightning.pytorch.cli import LightningCLI
logging.getLogger('lightning.pytorch').setLevel(logging.ERROR)

class Net(lightning.LightningModule):
    def __init__(self, lr: float = 0.1):
        super().__init__()
        self.save_hyperparameters()
        self.net = torch.nn.Linear(4, 1)
    def training_step(self, batch, i): return self.net(batch[0]).square().mean()
    def configure_optimizers(self): return torch.optim.SGD(self.parameters(), self.hparams.lr)
    def train_dataloader(self):
        return torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn(8, 4)), batch_size=8)

def rate(*typed):
    "The learning rate of the model that the command builds"
    cli = LightningCLI(Net, args=['fit', '--trainer.max_epochs=3', '--trainer.accelerator=cpu', '--trainer.logger=false',
                                  '--trainer.enable_progress_bar=false', '--trainer.enable_model_summary=false', *typed],
                       save_config_callback=None, seed_everything_default=0)
    return cli.model.hparams.lr,cli

_,cli = rate('--model.lr=0.1', '--trainer.max_epochs=1')
cli.trainer.save_checkpoint('made.ckpt')
expect('lr of the model, typed 0.5', rate('--model.lr=0.5')[0], 0.5)
expect('the same beside a checkpoint made with 0.1', rate('--model.lr=0.5', '--ckpt_path=made.ckpt')[0], 0.1)
END
