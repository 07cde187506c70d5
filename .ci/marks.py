"""Are saved outputs and results/ of the present code? Compare the marks that `make book` wrote.

    python .ci/marks.py

Ends with 1 where the cells of a marked notebook have changed. Modules and configs that have changed
are listed, with the notebooks and files made before.
"""
import sys
from collections import defaultdict
from functools import lru_cache

from nbtest import TOP, all_notebooks

sys.path.insert(0, str(TOP/'docs'))
import stamp

SHOWN = 3                                        # names in a line of the list
present = lru_cache(None)(stamp.present)


def files():
    "Return the notebooks and the files of results/"
    return [*all_notebooks(), *sorted((TOP/'results').glob('*.json'))]


def named(file):
    "Return a file's path in the repository"
    return file.relative_to(TOP).as_posix()


def fault(file, mark):
    "Return what is wrong with the mark of a file; nothing where the cells are those that made it"
    source = mark.get('notebook', named(file))
    if not (TOP/source).is_file():
        return f'{named(file)}: found no {source}, expected the notebook that made it. Remove one or make the other'
    if present(TOP/source)['cells']==mark['cells']: return ''
    whose = 'its code cells' if source==named(file) else f'the code cells of {source}'
    return (f'{named(file)}: found {whose} changed, expected those that made it. '
            f'Type: python docs/book.py {source}')


def changed(file, mark):
    "Return the modules and configs that are not those a file was made with"
    now = present(TOP/mark.get('notebook', named(file)))['used']
    return sorted(name for name in now.keys()|mark['used'].keys() if now.get(name)!=mark['used'].get(name))


def compare(marked):
    "Return the faults of marked files, and {module or config: files made before it changed}"
    faults,stale = [],defaultdict(list)
    for file,mark in marked.items():
        wrong = fault(file, mark)
        if wrong: faults.append(wrong)
        else:
            for name in changed(file, mark): stale[name].append(named(file))
    return faults,dict(sorted(stale.items()))


def main():
    marks = {f: stamp.saved(f) for f in files()}
    faults,stale = compare({f: mark for f,mark in marks.items() if mark})
    for line in faults: print(line)
    for name,made in stale.items():
        more = [f'and {len(made)-SHOWN} more']*(len(made)>SHOWN)
        print(f'{name} has changed since:', ', '.join([*made[:SHOWN], *more]))
    none = [f.suffix for f,mark in marks.items() if not mark]
    print(f'{len(marks)-len(none)} marked, {len(faults)} of other cells, {len(stale)} modules and configs changed; '
          f'without a mark: {none.count(".ipynb")} notebooks, {none.count(".json")} files of results/')
    return bool(faults)


if __name__=='__main__': sys.exit(main())
