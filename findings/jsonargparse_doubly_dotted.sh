#!/usr/bin/env bash
# jsonargparse: options two levels into a dict drop each other
# Under a parameter of type dict, --net.options.a.b=1 --net.options.a.c=2 leaves c alone; where the default is None, the first becomes a key "a.b".
# What to do: type the inner dict at once, --net.options.a={b: 1, c: 2}, or give the parameter a dataclass
#
# Exit code 0: behaves as described; 1: it does not (any more). FINDINGS_ENV=FOLDER keeps the environment for other scripts.
set -euo pipefail
packages=(jsonargparse[signatures]==4.53.0)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
env=${FINDINGS_ENV:-$work/env}
[ -x "$env/bin/python" ] || "${PYTHON:-python3}" -m venv "$env"
"$env/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}"
cd "$work"
"$env/bin/python" -W ignore - <<'END'
from importlib.metadata import version
for name in ('jsonargparse',): print(name, version(name))

def expect(what, found, expected):
    "Print what was seen; end with 1 where it is not as described"
    print(f'{what}: {found}')
    if found!=expected:
        raise SystemExit(f'CHANGED: found {found}, expected {expected}')
from jsonargparse import ArgumentParser

class Empty:
    def __init__(self, options: dict = {}): self.options = options

class Absent:
    def __init__(self, options: dict | None = None): self.options = options

def typed(kind, *options):
    parser = ArgumentParser()
    parser.add_class_arguments(kind, 'net')
    return dict(parser.parse_args([f'--net.options.{o}' for o in options]).net.options)

expect('one level', typed(Empty, 'b=1', 'c=2'), dict(b='1', c='2'))
expect('two levels, default {}', typed(Empty, 'a.b=1', 'a.c=2'), dict(a=dict(c='2')))
expect('two levels, default None', typed(Absent, 'a.b=1', 'a.c=2'), {'a.b': '1', 'a': dict(c='2')})
expect('the inner dict at once', typed(Empty, 'a={b: 1, c: 2}'), dict(a=dict(b=1, c=2)))
END
