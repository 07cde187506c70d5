"""What most notebooks import, but nothing of ours: imported once, before each notebook gets a copy of the process."""
import warnings

with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    import braindecode.models
    import execnb.shell
    import joblib
    import lightning.pytorch.cli
    import matplotlib.pyplot
    import mne_bids
    import nbdev.test
    import pandas
    import pyarrow.parquet
    import rich.table
    import scipy.signal
    import scipy.stats
    import sklearn.linear_model
    import torch.utils.flop_counter
    import torchmetrics
