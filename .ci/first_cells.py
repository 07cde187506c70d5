"""Run the first cells of notebooks, their imports, in a plain Jupyter kernel.

    python .ci/first_cells.py FOLDER NOTEBOOK ...       FOLDER: where the kernel is started
"""
import ast
import json
import sys
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager
from jupyter_client.manager import KernelManager

LIMIT_S = 300                                    # for a cell
NOT_RUN = 'eval: false', 'slow', 'gpu', 'network'


def first_cells(notebook):
    "Sources of the code cells before the first that does more than import and set up filters"
    for cell in json.loads(Path(notebook).read_text(encoding='utf-8'))['cells']:
        source = ''.join(cell['source'])
        if cell['cell_type']!='code' or any(f'#| {flag}' in source for flag in NOT_RUN): continue
        body = ast.parse(TransformerManager().transform_cell(source)).body
        imports = (ast.Import, ast.ImportFrom)
        if any(isinstance(n, (ast.FunctionDef, ast.ClassDef, ast.With, ast.For)) for n in body): return
        yield source
        if body and not any(isinstance(n, imports) for n in body): return


def error_in(notebook, folder):
    "What goes wrong in the first cells of a notebook; nothing where they run"
    manager = KernelManager(kernel_name='python3', transport='ipc')      # no port is opened
    manager.start_kernel(cwd=str(folder))
    client = manager.client()
    try:
        client.start_channels(); client.wait_for_ready(timeout=LIMIT_S)
        for source in first_cells(notebook):
            reply = client.execute_interactive(source, timeout=LIMIT_S, output_hook=lambda message: None)['content']
            if reply['status']!='ok':
                return f'{Path(notebook).name}, kernel started from {folder}: {reply["ename"]}: {reply["evalue"]}'
    finally:
        client.stop_channels(); manager.shutdown_kernel(now=True)


if __name__=='__main__':
    wrong = [e for e in (error_in(f, sys.argv[1]) for f in sys.argv[2:]) if e]
    for error in wrong: print(error)
    sys.exit(bool(wrong))
