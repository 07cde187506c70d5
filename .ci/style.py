"""How the book reads: cells, names, arguments, words, in numbers with a limit for each.

    python .ci/style.py [--all]          --all: also where each stands

Ends with 1 where a number is beyond its limit.
"""
import ast
import builtins
import json
import re
import statistics
import sys
from collections import defaultdict
from dataclasses import dataclass, field

from nbtest import TOP, all_notebooks, short

WORDS = re.compile(r'\b(whoever|shall|so-manieth|milliards?|(?:is|are) (?:said|heard|had)(?= (?:aloud|first|by|to)\b|[.,;:])|'
                   r'a (?:row|line|number) a \w+)\b', re.I)
QUESTIONS = re.compile(r'(What|How|Where|Whether|Who|Which|When)\b')
ASSERTION = re.compile(r'^\s*(?:assert\b|test_\w+\(|with expect)', re.M)
ADDED = re.compile(r'^(\w+)\.__doc__ \+= """(.*?)"""', re.M | re.S)          # to a docstring, in a later cell
DEFINITIONS = ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef
MACHINE = re.compile(r'site-packages|<ipython-input|/\.venv/|/(?:home|Users|tmp)/\w')     # a warning, or where it was run
WIDTH,LONG,MODULE = 90,20,400                    # columns, lines of a cell, lines of a module

# Name of the number: the most it may be
LIMITS = {
    'exported cell, lines: median': 10,
    'exported cell, lines: 90th percentile': 20,
    'exported cells over 20 lines': .02,
    'exported cells with two definitions': .01,
    'lines over 90 columns': 5,
    'lines over 90 columns in configs and README': 0,
    'modules over 400 lines': 3,
    'names in two modules': 2,
    'imports from a later chapter': 0,
    'names that a module uses and does not define': 0,
    'public arguments without a comment': .01,
    'docstrings that begin with a question word': 0,
    'words that are not ours': 0,
    'paragraphs of comments': 0,
    'saved outputs with a warning or a path': 0}


@dataclass
class Chapter:
    name: str
    module: str
    cells: int = 0
    lengths: list = field(default_factory=list)      # lines of each exported cell that defines something
    several: list = field(default_factory=list)      # positions of those that define two things or more
    wide: list = field(default_factory=list)
    words: list = field(default_factory=list)
    paragraphs: list = field(default_factory=list)
    leaks: list = field(default_factory=list)        # positions of cells whose output shows a machine
    arguments: list = field(default_factory=list)    # (function, argument, has a comment)
    docstrings: list = field(default_factory=list)   # (name, begins with a question word)
    names: list = field(default_factory=list)
    imports: list = field(default_factory=list)      # (module, name or None) from cerebro, in exported cells
    added: dict = field(default_factory=dict)        # class: what later cells add to its docstring
    assertions: int = 0


def documented(argument, lines, docs):
    "Does an argument have a comment on its line or above it, or an entry in a docstring?"
    line,above = lines[argument.lineno-1],lines[argument.lineno-2] if argument.lineno>1 else ''
    return '#' in line or bool(re.match(r'\s*#[^|]', above)) or bool(re.search(rf'^\s*{argument.arg}\s*:', docs, re.M))


def functions(node):
    "Return the functions that a definition offers: itself, or the public methods of a class"
    members = node.body if isinstance(node, ast.ClassDef) else [node]
    return [f for f in members if isinstance(f, ast.FunctionDef) and (f.name[0]!='_' or f.name=='__init__')]


def read_definition(chapter, node, lines):
    "Add one definition to a chapter"
    patched = any('patch' in ast.dump(d) for d in node.decorator_list)
    if not patched: chapter.names.append(node.name)
    for part in ast.walk(node):
        if isinstance(part, DEFINITIONS) and (doc := ast.get_docstring(part)):
            chapter.docstrings.append((part.name, bool(QUESTIONS.match(doc))))
    if node.name[0]=='_': return
    for f in functions(node):
        docs = '\n'.join([*(ast.get_docstring(n) or '' for n in (node, f)), chapter.added.get(node.name, '')])
        chapter.arguments += [(f'{node.name}.{f.name}', a.arg, documented(a, lines, docs))
                              for a in f.args.args+f.args.kwonlyargs if a.arg not in ('self', 'cls')]


def read_imports(chapter, tree):
    "Add what an exported cell imports from cerebro to a chapter, at its head or inside a function"
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found = [(node.module or '', a.name) if node.module!='cerebro' else (f'cerebro.{a.name}', None) for a in node.names]
        elif isinstance(node, ast.Import): found = [(a.name, None) for a in node.names]
        else: continue
        chapter.imports += [(m.removeprefix('cerebro.'), name) for m,name in found if m.startswith('cerebro.')]


def shown(cell):
    "Return the text of a code cell's saved outputs"
    parts = [o.get('text', []) for o in cell['outputs']]
    parts += [v for o in cell['outputs'] for k,v in o.get('data', {}).items() if k.startswith('text/')]
    return ''.join(line for part in parts for line in part)


def read_cell(chapter, position, source):
    "Add one code cell to a chapter"
    lines = source.splitlines()
    chapter.wide += [position for line in lines if len(line)>WIDTH]
    chapter.assertions += len(ASSERTION.findall(source))
    chapter.paragraphs += [position for _ in re.findall(r'(?:^\s*#[^|\n][^\n]*\n){5,}', source+'\n', re.M)]
    if not re.search(r'^#\s*\|\s*exports?i?\b', source, re.M): return
    try: tree = ast.parse(source)
    except SyntaxError: return
    read_imports(chapter, tree)
    defined = [n for n in tree.body if isinstance(n, DEFINITIONS)]
    if not defined: return
    body = [line for line in lines if line.strip() and not re.match(r'#\s*\|', line)]
    chapter.lengths.append(len(body))
    if len(defined)>1: chapter.several.append(position)
    for node in defined: read_definition(chapter, node, lines)


def read(path):
    "Measure one notebook"
    cells = json.loads(path.read_text(encoding='utf-8'))['cells']
    sources = [''.join(c['source']) for c in cells]
    module = next((m[1] for s in sources if (m := re.search(r'^#\s*\|\s*default_exp\s+(\S+)', s, re.M))), path.stem)
    chapter = Chapter(short(path), module, len(cells))
    for name,text in ADDED.findall('\n'.join(sources)): chapter.added[name] = chapter.added.get(name, '')+text
    for position,(cell,source) in enumerate(zip(cells, sources)):
        chapter.words += [(position, m[0]) for m in WORDS.finditer(source)]
        if cell['cell_type']!='code': continue
        read_cell(chapter, position, source)
        if MACHINE.search(shown(cell)): chapter.leaks.append(position)
    return chapter


def chapters():
    "Measure every notebook that has a number"
    return [read(p) for p in all_notebooks() if p.name[0].isdigit()]


def texts():
    "Return {file: text} of configs, README and what else is read outside the chapters"
    files = [*sorted((TOP/'configs').glob('*.yaml')), TOP/'README.md', TOP/'findings/README.md', TOP/'Makefile',
             *sorted((TOP/'docs').glob('*.py'))]
    return {f.relative_to(TOP).as_posix(): f.read_text(encoding='utf-8') for f in files}


def help_texts():
    "Return {subcommand: text} of what `cerebro --help` prints, and each subcommand's own"
    import argparse
    from cerebro.cli.__main__ import parser
    top = parser()
    actions = [a for a in top._actions if isinstance(a, argparse._SubParsersAction)]
    parts = {'cerebro': top} | {f'cerebro {name}': p for a in actions for name,p in a.choices.items()}
    return {f'{name} --help': p.format_help() for name,p in parts.items()}


def words_elsewhere():
    "Return (file or command, word) of what is not ours outside the chapters"
    found = texts() | help_texts()
    return [(name, m[0]) for name,text in found.items() for m in WORDS.finditer(text)]


def wide_elsewhere():
    "Return (file, line) of the long lines of configs and of README's commands; prose wraps by itself"
    found = []
    for name,text in texts().items():
        code = name.startswith('configs/')
        for line in text.splitlines():
            if name.endswith('.md') and line.startswith('```'): code = not code
            elif code and len(line)>WIDTH: found.append((name, line.strip()))
    return found


def long_modules():
    "Return {module: lines} of those that are too long to read in one sitting"
    files = [f for f in sorted((TOP/'cerebro').rglob('*.py')) if f.name!='_modidx.py']
    lengths = {f.relative_to(TOP).as_posix(): len(f.read_text(encoding='utf-8').splitlines()) for f in files}
    return {name: n for name,n in lengths.items() if n>MODULE}


def bound(tree):
    "Return every name that a module's source binds anywhere, by whatever statement"
    names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {(a.asname or a.name).split('.')[0] for a in node.names}
        elif isinstance(node, DEFINITIONS): names.add(node.name)
        elif isinstance(node, ast.arg): names.add(node.arg)
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs)) and node.name: names.add(node.name)
    return names


def undefined():
    "Return (module, name) of what the package uses and nothing there defines: a cell that is hidden imports it"
    known,found = {*dir(builtins), '__file__', '__name__', '__package__'},[]
    for file in sorted((TOP/'cerebro').rglob('*.py')):
        tree = ast.parse(file.read_text(encoding='utf-8'))
        used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
        found += [(file.relative_to(TOP).as_posix(), name) for name in sorted(used-bound(tree)-known)]
    return found


def doubled(book):
    "Return {public name: modules} of what more than one module defines"
    found = defaultdict(set)
    for chapter in book:
        for name in chapter.names:
            if name[0]!='_' and name!='main': found[name].add(chapter.module)
    return {name: sorted(modules) for name,modules in sorted(found.items()) if len(modules)>1}


def source_of(module, name, shelf):
    "Return the chapter that an imported name comes from: its own one, though a front door passes it on"
    if name and f'{module}.{name}' in shelf: return shelf[f'{module}.{name}']
    at = shelf.get(module, shelf.get(f'{module}.__init__'))
    if at is None or not at.module.endswith('.__init__') or name in at.names: return at
    passed = next((m for m,n in at.imports if n==name and m!=module), None)
    if passed: return source_of(passed, name, shelf)
    return next((c for m,c in shelf.items() if m.startswith(f'{module}.') and name in c.names), at)


def may_look_ahead(chapter, source):
    "May a chapter import from a later one? A front door may from its package, the command from the benchmarks"
    package,of = chapter.module.split('.')[0],source.module.split('.')[0]
    return chapter.module==f'{of}.__init__' or (package,of)==('cli','bench')


def later_chapters(book):
    "Return (chapter, later chapter) of imports that run against the reading order: by wing, then by number"
    shelf,found = {c.module: c for c in book},set()
    for chapter in book:
        for module,name in chapter.imports:
            source = source_of(module, name, shelf)
            if source and source.name>chapter.name and not may_look_ahead(chapter, source):
                found.add((chapter.name, source.name))
    return sorted(found)


def share(flags):
    "Return the share of what is true"
    flags = list(flags)
    return sum(flags)/max(len(flags), 1)


def measure(book):
    "Return {name of the number: value}"
    lengths = sorted(n for c in book for n in c.lengths)
    values = [
        statistics.median(lengths), lengths[int(.9*len(lengths))], share(n>LONG for n in lengths),
        sum(len(c.several) for c in book)/len(lengths), sum(len(c.wide) for c in book), len(wide_elsewhere()),
        len(long_modules()), len(doubled(book)), len(later_chapters(book)), len(undefined()),
        share(not ok for c in book for *_,ok in c.arguments), share(bad for c in book for _,bad in c.docstrings),
        sum(len(c.words) for c in book)+len(words_elsewhere()), sum(len(c.paragraphs) for c in book),
        sum(len(c.leaks) for c in book)]
    return dict(zip(LIMITS, values))


def places(book):
    "Print where things stand, chapter by chapter"
    for c in book:
        print(f'{c.name}: {len(c.lengths)} exported cells, the longest {max(c.lengths, default=0)} lines, '
              f'{sum(n>LONG for n in c.lengths)} over {LONG}')
        for title,found in (('two definitions: cells', c.several), (f'over {WIDTH} columns: cells', sorted({*c.wide})),
                            ('words', c.words), ('comments: cells', c.paragraphs), ('outputs: cells', c.leaks),
                            ('arguments', [f'{f}({a})' for f,a,ok in c.arguments if not ok]),
                            ('docstrings', [n for n,bad in c.docstrings if bad])):
            if found: print(f'    {title}', *found)
    for name,source in later_chapters(book): print(f'{name} imports from {source}')
    for name,modules in doubled(book).items(): print(f'{name} stands in', *modules)
    for place,found in [*words_elsewhere(), *wide_elsewhere(), *long_modules().items(), *undefined()]: print(f'{place}: {found}')


def main(args):
    book = chapters()
    if '--all' in args: places(book)
    values = measure(book)
    for name,value in values.items():
        print(f'{"ok  " if value<=LIMITS[name] else "FAIL"} {name}: {value:.3g}, at most {LIMITS[name]:g}')
    return any(value>LIMITS[name] for name,value in values.items())


if __name__=='__main__': sys.exit(main(sys.argv[1:]))
