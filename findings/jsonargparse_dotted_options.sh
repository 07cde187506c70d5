#!/usr/bin/env bash
# jsonargparse: an option typed with a dot into a dict stays text
# Under a parameter of type dict, --net.options.bias=false gives the text 'false', which is true; the whole dict typed at once is parsed.
# What to do: type the whole dict, give the parameter a dataclass or TypedDict, or parse the texts as YAML
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

class Net:
    def __init__(self, options: dict | None = None): self.options = options

parser = ArgumentParser()
parser.add_class_arguments(Net, 'net')
dotted = parser.parse_args(['--net.options.width=16', '--net.options.bias=false']).net.options
whole = parser.parse_args(['--net.options={width: 16, bias: false}']).net.options
expect('typed with dots', dict(dotted), dict(width='16', bias='false'))
expect('typed whole', dict(whole), dict(width=16, bias=False))
expect('bias=false is', bool(dotted['bias']), True)
END
