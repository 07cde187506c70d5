"""Which code a saved output is of: hashes of a notebook's cells, and of the modules and configs they use.

`make book` writes them, `make test` compares them. Comments, docstrings and empty lines do not count.
"""
import ast
import io
import json
import re
import tokenize
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
KEY = 'cerebro'                                  # in a notebook's metadata and in a file of results/
DOCUMENTED = ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef


def docstrings(source):
    "Return the spans of a source's docstrings, as ((row, column), (row, column))"
    nodes = [n for n in ast.walk(ast.parse(source)) if isinstance(n, DOCUMENTED)]
    first = [n.body[0] for n in nodes if n.body and ast.get_docstring(n, clean=False) is not None]
    return [((n.lineno, n.col_offset), (n.end_lineno, n.end_col_offset)) for n in first]


def comments(source):
    "Return the spans of a source's comments"
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [(t.start, t.end) for t in tokens if t.type==tokenize.COMMENT]


def bare(source):
    "Return a source without comments, docstrings, empty lines and spaces at the end of a line"
    characters = source.splitlines()
    lines = [line.encode() for line in characters]                    # ast counts bytes
    spans = [((r, len(characters[r-1][:c].encode())), (s, len(characters[s-1][:d].encode())))
             for (r, c),(s, d) in comments(source)]
    for (row, start),(end_row, end) in sorted(docstrings(source)+spans, reverse=True):
        lines[row-1] = lines[row-1][:start]+lines[end_row-1][end:]
        for k in range(row, end_row): lines[k] = b''
    kept = (line.decode().rstrip() for line in lines)
    return '\n'.join(line for line in kept if line)


@lru_cache(None)
def digest(source):
    "Hash what a source does; the text itself where it is no Python"
    try: text = bare(source)
    except (SyntaxError, tokenize.TokenError): text = source
    return sha256(text.encode()).hexdigest()[:12]


def code_of(notebook):
    "Return a notebook's code cells as one source, IPython's `!` and `%` written as Python"
    from IPython.core.inputtransformer2 import TransformerManager
    cells = json.loads(Path(notebook).read_text(encoding='utf-8'))['cells']
    sources = (''.join(c['source']) for c in cells if c['cell_type']=='code')
    return '\n'.join(map(TransformerManager().transform_cell, sources))


def module_file(name, top=TOP):
    "Return the file of a module of the package, or nothing"
    path = top.joinpath(*name.split('.'))
    return next((f for f in (path.with_suffix('.py'), path/'__init__.py') if f.is_file()), None)


def parents(name):
    "Return a module's name and those of the packages it lies in"
    parts = name.split('.')
    return ['.'.join(parts[:k]) for k in range(1, len(parts)+1)]


def imported(source, package='', typed=False):
    "Return what a source imports, or names in a string, of cerebro; of commands in strings where `typed`"
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import): found += [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package.split('.')[:len(package.split('.'))-node.level+1] if node.level else []
            base = '.'.join([*above, *[node.module]*bool(node.module)])
            found += [base, *(f'{base}.{a.name}' for a in node.names)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += re.findall(r'\bcerebro(?:\.\w+)+', node.value)
            if typed and re.search(r'\bcerebro\s+[a-z]', node.value): found.append('cerebro.cli.__main__')
    return {part for name in found for part in parents(name) if part.split('.')[0]=='cerebro'}


@lru_cache(None)
def needs(name, top=TOP):
    "Return the modules that a module imports, itself among them"
    file = module_file(name, top)
    package = name if file.name=='__init__.py' else name.rpartition('.')[0]
    names = imported(file.read_text(encoding='utf-8'), package)
    return {n for n in names if module_file(n, top)} | {name}


def closure(names, top=TOP):
    "Return the modules that are loaded with these"
    found,left = set(),{n for n in names if module_file(n, top)}
    while left:
        name = left.pop()
        found.add(name); left |= needs(name, top)-found
    return found


def used(source, top=TOP):
    "Return {module or config: hash} for all that a notebook's code uses"
    try: names = imported(source, typed=True)
    except SyntaxError: names = set(re.findall(r'\bcerebro(?:\.\w+)+', source))
    modules = sorted(closure(names, top))
    texts = [source, *(module_file(m, top).read_text(encoding='utf-8') for m in modules)]
    configs = [f for f in sorted((top/'configs').glob('*.yaml')) if any(f.stem in t for t in texts)]
    files = {m: module_file(m, top) for m in modules} | {f'configs/{f.name}': f for f in configs}
    return {name: digest(f.read_text(encoding='utf-8')) for name,f in files.items()}


def present(notebook, top=TOP):
    "Return the stamp of a notebook's present code"
    source = code_of(notebook)
    return dict(cells=digest(source), used=used(source, top))


def saved(path):
    "Return the stamp in a notebook or a file of results/, or nothing"
    content = json.loads(Path(path).read_text(encoding='utf-8'))
    if path.suffix=='.ipynb': content = content['metadata']
    return content.get(KEY) if isinstance(content, dict) else None
