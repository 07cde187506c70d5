#!/usr/bin/env bash
# Lightning: a loader's state is saved and not restored once configure_optimizers asked for the number of steps
# A checkpoint in the middle of an epoch holds the state of a stateful loader. trainer.estimated_stepping_batches builds the loader before
# the checkpoint is read, and the loader that is already there is never given its state: the epoch begins again from its first batch.
# What to do: save the loader's state yourself, and load it in on_train_start
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
logging.getLogger('lightning.pytorch').setLevel(logging.ERROR)

class Loader:
    "Numbers 0 to 9, with a state"
    def __init__(self): self.at = 0
    def __len__(self): return 10
    def __iter__(self):
        at,self.at = self.at,0
        for k in range(at, 10):
            self.used = k+1
            yield torch.tensor([float(k)])
    def state_dict(self): return dict(at=self.used)
    def load_state_dict(self, state): self.at = state['at']

class Net(lightning.LightningModule):
    def __init__(self, asks): super().__init__(); self.net = torch.nn.Linear(1, 1); self.asks = asks; self.seen = []
    def training_step(self, batch, i): self.seen.append(int(batch)); return self.net(batch).square().mean()
    def configure_optimizers(self):
        if self.asks: self.trainer.estimated_stepping_batches
        return torch.optim.SGD(self.parameters(), .001)

class Stop(lightning.Callback):
    def on_train_batch_end(self, trainer, *args):
        if trainer.global_step==4: trainer.save_checkpoint('middle.ckpt')

def seen_after(asks):
    "Batches of a training that is resumed after the fourth of ten"
    for path in (None, 'middle.ckpt'):
        net = Net(asks)
        trainer = lightning.Trainer(max_epochs=1, accelerator='cpu', logger=False, enable_progress_bar=False,
                                    enable_model_summary=False, enable_checkpointing=False,
                                    callbacks=[Stop()]*(path is None))
        trainer.fit(net, Loader(), ckpt_path=path)
    return net.seen

expect('batches after resuming at the fifth', seen_after(False), [4, 5, 6, 7, 8, 9])
expect('the same, and configure_optimizers asks for the steps', seen_after(True), [0, 1, 2, 3, 4, 5])
END
