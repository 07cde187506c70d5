"""What most notebooks import, but nothing of ours: imported once, before each notebook gets a copy of the process."""
import warnings

with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    import braindecode.models
    import captum.attr
    import edfio
    import execnb.shell
    import joblib
    import lightning.pytorch.cli
    import matplotlib.pyplot
    import mne
    import mne_bids
    import mpl_toolkits.axes_grid1
    import nbdev.test
    import omegaconf
    import pandas
    import pyarrow.parquet
    import pyriemann.estimation
    import rich.table
    import safetensors.torch
    import scipy.signal
    import scipy.stats
    import seaborn
    import sklearn.linear_model
    import torch.utils.flop_counter
    import torchmetrics

    # MNE compiles its sphere model when it is first used: a second for each notebook that simulates
    head = mne.create_info(['Fz', 'Cz'], 100, 'eeg').set_montage('standard_1020')
    sphere = mne.make_sphere_model((0, 0, .04), .09, head, verbose=False)
    source = mne.setup_volume_source_space(verbose=False, pos=dict(
        rr=[[0., 0., .09]], nn=[[0, 0, 1.]]))
    mne.make_forward_solution(head, None, source, sphere, meg=False, verbose=False)
