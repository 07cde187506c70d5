#!/usr/bin/env bash
# Lightning: last.ckpt is the best epoch, not the last
# ModelCheckpoint(monitor=..., save_last=True) writes last.ckpt only where it writes a best one; resuming from it repeats the epochs since.
# What to do: use a second ModelCheckpoint(monitor=None, every_n_epochs=1)
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
from lightning.pytorch.callbacks import ModelCheckpoint
logging.getLogger('lightning.pytorch').setLevel(logging.ERROR)

class Net(lightning.LightningModule):
    def __init__(self): super().__init__(); self.net = torch.nn.Linear(4, 1)
    def training_step(self, batch, i): return self.net(batch[0]).square().mean()
    def validation_step(self, batch, i): pass
    def on_validation_epoch_end(self): self.log('score', abs(self.current_epoch-1.))     # best in epoch 1
    def configure_optimizers(self): return torch.optim.SGD(self.parameters(), .1)

def kept(*callbacks):
    data = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn(16, 4)), batch_size=8)
    trainer = lightning.Trainer(max_epochs=6, accelerator='cpu', logger=False, enable_progress_bar=False,
                                enable_model_summary=False, callbacks=list(callbacks), num_sanity_val_steps=0)
    trainer.fit(Net(), data, data)
    return [torch.load(f, weights_only=False)['epoch'] for f in callbacks[-1].files()]

class Named(ModelCheckpoint):
    def files(self): return [self.last_model_path or self.best_model_path]

expect('epoch in last.ckpt after six epochs, 0 to 5', kept(Named('a', monitor='score', save_last=True)), [1])
end = Named('b', monitor=None, every_n_epochs=1, filename='end')
expect('in the file of a second callback', kept(ModelCheckpoint('b', monitor='score'), end), [5])
END
