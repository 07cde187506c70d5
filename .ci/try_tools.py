"""Test the tools themselves: a repository of three small chapters is run, interrupted, changed and timed out.

    python .ci/try_tools.py
"""
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbtest
import shown
import style
from mutants import verdict
from nbtest import TOP

sys.path.insert(0, str(TOP/'docs'))
import stamp

TOOLS = ('settings.ini', 'docs/book.py', 'docs/stamp.py', 'docs/run_notebooks.py', '.ci/marks.py', '.ci/nbtest.py',
         '.ci/leaks.py')
FIRST,SECOND,THIRD = ('nbs/00_ground/00_first.ipynb', 'nbs/00_ground/01_second.ipynb',
                      'nbs/01_data/00_third.ipynb')
SLOW = '''#| slow
import json
from pathlib import Path
Path('../../results/sum.json').write_text(json.dumps(dict(sum=int(double(4)))))'''
KILLED = '''import os, signal
if not os.path.exists('../../second'):
    open('../../second', 'w').close()
    os.kill(os.getppid(), signal.SIGKILL)          # make book
    os._exit(1)'''


def cell(source, kind='code'):
    "Return a cell as a notebook holds it"
    code = dict(execution_count=None, outputs=[]) if kind=='code' else {}
    return dict(cell_type=kind, id=f'{abs(hash(source)):x}'[:8], metadata={}, source=source.splitlines(True), **code)


def write(path, *cells):
    "Write a notebook"
    path.parent.mkdir(parents=True, exist_ok=True)
    kernel = dict(display_name='python3', language='python', name='python3')
    nb = dict(cells=list(cells), metadata=dict(kernelspec=kernel), nbformat=4, nbformat_minor=5)
    path.write_text(json.dumps(nb))


def edit(path, old, new):
    "Replace a text in a file of the scratch repository"
    text = path.read_text()
    assert text.count(old)==1, (path, old)
    path.write_text(text.replace(old, new))


def scratch(top):
    "Write a repository with a module, a config and three chapters, the second of which ends `make book` once"
    for name in TOOLS:
        (top/name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(TOP/name, top/name)
    for name,text in {'cerebro/__init__.py': '', 'cerebro/twice.py': 'def double(x):\n    return x+x\n',
                      'cerebro/other.py': 'a = 1\n', 'cerebro/core.py': 'def real_input(name): return None\n', 'configs/small.yaml': 'lr: 1\n'}.items():
        (top/name).parent.mkdir(exist_ok=True)
        (top/name).write_text(text)
    (top/'results').mkdir()
    write(top/FIRST, cell('# first', 'markdown'), cell('from cerebro.twice import double\nprint(double(2))'), cell(SLOW))
    write(top/SECOND, cell(KILLED), cell("print('small')"))
    write(top/THIRD, cell('1+1'))


def script(top, name, *args):
    "Run a script of the scratch repository; its exit code and what it wrote"
    env = dict(os.environ, PYTHONPATH=str(top), CEREBRO_SHARED='')
    done = subprocess.run([sys.executable, str(top/name), *args], cwd=top, env=env, capture_output=True, text=True)
    return done.returncode,done.stdout+done.stderr


def notebook(path):
    "Return what a notebook holds"
    return json.loads(path.read_text())


def same_hash():
    "Test that comments, docstrings and empty lines do not count, and that everything else does"
    source = 'def f(x):\n    "Return x"\n    return "# x"    # as it is\n'
    assert stamp.digest(source)==stamp.digest('def f(x):\n\n    "Return the same"\n    return "# x"\n')
    for old,new in (('# x', '# y'), ('return', 'yield'), ('f(x)', 'f(x, y=1)')):
        assert stamp.digest(source)!=stamp.digest(source.replace(old, new)), new


def other_numbers():
    "Test that another number in the text, the table or the result of a cell is found"
    def showing(number):
        table = {'text/markdown': [f'| {number} |'], 'text/plain': ['<IPython.core.display.Markdown object>']}
        outputs = [dict(data=table)], [dict(text=[f'{number}\n'])], [dict(data={'text/plain': [str(number)]})]
        return dict(cells=[dict(outputs=o) for o in outputs])
    assert not [*shown.differences(showing(.2), showing(.2))]
    assert len([*shown.differences(showing(.1), showing(.2))])==3


def interrupted(top):
    "Test that a book that is killed goes on where it stopped"
    code,text = script(top, 'docs/book.py')
    assert code!=0 and stamp.saved(top/FIRST) and not stamp.saved(top/SECOND), text
    code,text = script(top, 'docs/book.py')
    assert code==0 and '2 run, 1 of the present code, 0 failed' in text, text
    code,text = script(top, 'docs/book.py')
    assert code==0 and '0 run, 3 of the present code, 0 failed' in text, text


def marked(top):
    "Test what a run leaves: outputs, results with the mark of their notebook, and marks of all that was used"
    assert notebook(top/FIRST)['cells'][1]['outputs'][0]['text']==['4\n']
    saved = stamp.saved(top/'results/sum.json')
    assert json.loads((top/'results/sum.json').read_text())['sum']==8 and saved['notebook']==FIRST
    assert saved['used'].keys()=={'cerebro', 'cerebro.twice'}
    assert stamp.saved(top/SECOND)['used'].keys()=={'configs/small.yaml'}
    code,text = script(top, '.ci/marks.py')
    assert code==0 and '4 marked, 0 of other cells, 0 modules and configs changed' in text, text


def left_alone(top):
    "Test that text, outputs, comments and modules that a chapter does not use change nothing"
    edit(top/FIRST, '# first', '# The first')
    edit(top/FIRST, '"4\\n"', '"5\\n"')
    edit(top/FIRST, 'print(double(2))', 'print(double(2))    # four')
    edit(top/'cerebro/twice.py', '    return', '    "Double"\n\n    return')
    edit(top/'cerebro/other.py', '1', '2')
    code,text = script(top, '.ci/marks.py')
    assert code==0 and '0 modules and configs changed' in text, text


def noticed(top):
    "Test that changed modules and configs are listed, and changed cells fail by name"
    edit(top/'cerebro/twice.py', 'x+x', '2*x')
    edit(top/'configs/small.yaml', '1', '2')
    code,text = script(top, '.ci/marks.py')
    assert code==0 and f'cerebro.twice has changed since: {FIRST}, results/sum.json' in text, text
    assert f'configs/small.yaml has changed since: {SECOND}' in text, text
    edit(top/FIRST, 'double(2)', 'double(3)')
    code,text = script(top, '.ci/marks.py')
    assert code==1 and f'{FIRST}: found its code cells changed' in text and f'python docs/book.py {FIRST}' in text, text
    assert f'results/sum.json: found the code cells of {FIRST} changed' in text, text
    code,text = script(top, 'docs/book.py', str(top/FIRST))
    assert code==0 and '1 run' in text, text
    assert notebook(top/FIRST)['cells'][1]['outputs'][0]['text']==['6\n']


def reading_order():
    "Test that an import from a later chapter is found, at a cell's head or inside a function, and through a front door"
    book = []
    for name,module,text in (
            ('01_a/00_a', 'a.__init__', 'from cerebro.a.last import late\nfrom cerebro.a.first import early'),
            ('01_a/01_first', 'a.first', 'def early():\n    from cerebro.b import other'),
            ('01_a/02_middle', 'a.middle', 'from cerebro import a\nfrom cerebro.a import early, late'),
            ('01_a/03_last', 'a.last', 'import cerebro.a.first\ndef late(): pass'),
            ('02_b/00_b', 'b', 'from cerebro.a import late\ndef other(): pass')):
        chapter = style.Chapter(name, module)
        style.read_cell(chapter, 0, f'#| export\n{text}')
        book.append(chapter)
    assert style.later_chapters(book)==[('01_a/01_first', '02_b/00_b'), ('01_a/02_middle', '01_a/03_last')], book


def failing(top):
    "Test that a chapter that fails is named, keeps what it showed and gets no mark"
    edit(top/THIRD, '1+1', '1/0')
    code,text = script(top, 'docs/book.py')
    assert code==1 and f'{THIRD} failed' in text and '1 failed' in text, text
    code,text = script(top, '.ci/marks.py')
    assert code==1 and f'{THIRD}: found its code cells changed' in text, text
    (top/THIRD).unlink()
    write(top/THIRD, cell('2+2'))
    code,text = script(top, '.ci/marks.py')
    assert code==0 and 'without a mark: 1 notebooks, 0 files' in text, text
    (top/FIRST).unlink()
    code,text = script(top, '.ci/marks.py')
    assert code==1 and f'results/sum.json: found no {FIRST}' in text, text


def told_apart(top):
    "Test that a mutant that the time limit stopped counts neither as killed nor as survived"
    write(top/THIRD, cell('1+1'))
    write(top/SECOND, cell('1/0'))
    env = dict(PYTHONPATH=str(top))
    found = [nbtest.run(top/name, top=top, **env) for name in (THIRD, SECOND)]
    nbtest.LIMIT_S,limit = .001,nbtest.LIMIT_S
    try: stopped = nbtest.run(top/THIRD, top=top, **env)
    finally: nbtest.LIMIT_S = limit
    assert [*map(verdict, found), verdict(stopped)]==['SURVIVED', 'killed', 'STOPPED'], [r.output for r in found]
    assert not stopped.passed and stopped.output.endswith('stopped after 0.001 s'), stopped


def main():
    same_hash()
    other_numbers()
    reading_order()
    with TemporaryDirectory() as folder:
        top = Path(folder).resolve()
        scratch(top)
        for test in (interrupted, marked, left_alone, noticed, failing, told_apart): test(top)
    print('a book that is killed goes on; changed cells fail, changed modules are listed; '
          'a mutant that the limit stopped is not killed')


if __name__=='__main__': main()
