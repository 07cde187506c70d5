#!/usr/bin/env bash
# eegprep, MNE: an interpolated channel is not the same one
# Both use spherical splines of Perrin et al. (1989). eegprep (as EEGLAB) puts 1 - distance where MNE and the paper have the cosine of the angle, and MNE smooths by 1e-5; the number of Legendre terms (7, 50) hardly counts.
# What to do: name the program where you report interpolated channels, and do not mix two in one study
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(eegprep==0.4.0 mne==1.13.2 numpy==2.4.6 scipy==1.17.1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3.12}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('eegprep', 'mne', 'numpy', 'scipy',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
import logging
import mne
import numpy as np
from eegprep.functions.popfunc.eeg_interp import eeg_interp
from numpy.polynomial.legendre import legval
mne.set_log_level('error'); logging.disable(logging.WARNING)
montage = mne.channels.make_standard_montage('biosemi64')
info = mne.create_info(montage.ch_names, 100., 'eeg').set_montage(montage)
places = np.array([c['loc'][:3] for c in info['chs']])
unit = places/np.linalg.norm(places, axis=1, keepdims=True)
rng = np.random.default_rng(0)
centres = rng.normal(size=(30, 3)); centres /= np.linalg.norm(centres, axis=1, keepdims=True)
x = np.exp(-2*((unit[:, None]-centres)**2).sum(-1))@rng.normal(size=(30, 1000))
x *= 20/x.std()                                     # uV, smooth over the head
bad = info['ch_names'].index('FCz'); good = np.arange(64)!=bad

raw = mne.io.RawArray(x*1e-6, info); raw.info['bads'] = ['FCz']
by_mne = raw.interpolate_bads(origin=(0, 0, 0)).get_data('FCz')[0]*1e6
chans = [dict(labels=n, X=p[1], Y=-p[0], Z=p[2]) for n,p in zip(info['ch_names'], places)]
EEG = dict(data=x, nbchan=64, pnts=1000, trials=1, srate=100., xmin=0., xmax=9.99, times=np.arange(1000)*10.,
           chanlocs=chans, event=[], icaact=np.array([]))
by_eegprep = eeg_interp(EEG, [bad], dtype='float64')['data'][bad]

def kernels(nearness, terms):
    "Between the good electrodes, and from them to the bad one"
    n = np.arange(1, terms+1)
    factors = np.r_[0, (2*n+1)/(n*(n+1.))**4]/(4*np.pi)
    return [legval(nearness(a, unit[good]), factors) for a in (unit[good], unit[[bad]])]

def cosine(a, b): return a@b.T
def one_less_distance(a, b): return 1-np.linalg.norm(a[:, None]-b, axis=-1)

def as_mne(nearness, terms=50, smoothing=1e-5):
    G,g = kernels(nearness, terms)
    ones = np.ones((len(G), 1))
    C = np.block([[G+smoothing*np.eye(len(G)), ones], [ones.T, np.zeros((1, 1))]])
    return (np.r_[g[0], 1]@np.linalg.pinv(C))[:-1]@x[good]

def as_eegprep(nearness, terms=7):
    G,g = kernels(nearness, terms)
    mean = x[good].mean(0)
    values = np.vstack([x[good]-mean, np.zeros((1, 1000))])
    return mean+(g@np.linalg.pinv(np.vstack([G, np.ones((1, len(G)))]))@values)[0]

def apart(a, b): return round(float(np.sqrt(np.mean((a-b)**2))), 2)
print('FCz itself, uV rms:', round(float(np.sqrt(np.mean(x[bad]**2))), 1))
expect('MNE and eegprep apart, uV rms', apart(by_mne, by_eegprep), .6)
expect('MNE and the paper with the cosine', apart(by_mne, as_mne(cosine)), 0)
expect('the same with 7 terms', apart(by_mne, as_mne(cosine, 7)), .01)
expect('eegprep and the same with 1 - distance', apart(by_eegprep, as_eegprep(one_less_distance)), 0)
expect('with 50 terms', apart(by_eegprep, as_eegprep(one_less_distance, 50)), 0)
expect('with the cosine', apart(by_eegprep, as_eegprep(cosine)), .8)
END
