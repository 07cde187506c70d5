"""What a notebook leaves behind in the process that ran it: `nbdev_test` runs the next one there."""
import gc
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psutil

EXPECTED = {'IN_TEST',                           # nbdev sets it
            'KMP_DUPLICATE_LIB_OK', 'KMP_INIT_AT_FORK', 'PYTORCH_NVML_BASED_CUDA_CHECK',
            'TORCHINDUCTOR_CACHE_DIR'}           # importing scikit-learn, Lightning and torch does


@dataclass(frozen=True)
class State:
    variables:dict                               # the environment
    processes:dict                               # children: id -> command line
    files:frozenset                              # shared memory and joblib's folders of this process
    quiet:bool                                   # does the console of the package print nothing?


def helper(command):
    "Is it one of Python's resource trackers or fork servers, which belong to the process?"
    return 'resource_tracker' in command or 'forkserver' in command


def command_of(process):
    "A process's command line; nothing for one that has just ended"
    try: return ' '.join(process.cmdline()) if process.status()!=psutil.STATUS_ZOMBIE else ''
    except psutil.NoSuchProcess: return ''


def quiet():
    "Was the console of the package switched off?"
    console = getattr(sys.modules.get('cerebro.core'), 'console', None)
    return bool(console and console.quiet)


def state():
    "What there is now"
    gc.collect()                                 # what nothing names any more is closed now
    children = {p.pid: command_of(p) for p in psutil.Process().children(recursive=True)}
    names = [f.name for top in (Path('/dev/shm'), Path(tempfile.gettempdir())) if top.is_dir()
             for f in top.iterdir()]
    mine = re.compile(rf'(sem\.|psm_|torch_|joblib|loky).*(?<![0-9A-Za-z]){os.getpid()}(?![0-9A-Za-z])')
    own = [n for n in names if mine.match(n)]        # the whole number: others run beside this one
    running = {p: c for p,c in children.items() if c and not helper(c)}
    return State(dict(os.environ), running, frozenset(own), quiet())


def folder():
    "The working directory; what is wrong with it where it was removed"
    try: return os.getcwd()
    except OSError as e: return f'a folder that was removed ({e.strerror})'


def left_behind(before, after, began, ended):
    "A line for everything that was not there before a notebook, or no longer is; `began` and `ended` are folders"
    keys = before.variables.keys() | after.variables.keys()
    changed = sorted(k for k in keys-EXPECTED if before.variables.get(k)!=after.variables.get(k))
    lines = [f'environment variable {k}: found {after.variables.get(k)!r}, expected {before.variables.get(k)!r}'
             for k in changed]
    new = after.processes.keys()-before.processes.keys()
    lines += [f'process {p}: {after.processes[p][:120]}' for p in sorted(new)]
    lines += [f'shared memory or folder: {name}' for name in sorted(after.files-before.files)]
    if after.quiet and not before.quiet: lines.append('console: found it quiet, expected console.quiet = False')
    if began!=ended: lines.append(f'working directory: found {ended}, expected {began}')
    return lines
