#!/usr/bin/env bash
# num2words says "twenty euro" for the integer 2000 and "two thousand euro" for 2000.0.
#
# Version: Debian's python3-num2words 0.5.10-2, run by the Python of the PATH.
# Guess: num2words(2000, to='currency', currency='EUR') is two thousand euro; an int is a number like any other.
# Behaviour: an int is taken for cents, a float or a string for euro; in each language. Its README does not say so.
#   (Asked about on its tracker again and again, open.) It raises nothing, and the sentence sounds right.
# Why it matters: a price goes through JSON: 19.99 comes as a float and is right, 20 comes as an int and is spoken as
#   "zero euro, twenty cents".
# Instead: hand over Decimal or str always.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need python3 apt-get dpkg
mkdir debs && (cd debs && apt-get download python3-num2words=0.5.10-2 python3-docopt) >apt.log 2>&1 || cannot "apt-get does not bring python3-num2words (try apt-get update)"
for deb in debs/*.deb; do dpkg -x "$deb" root; done
basename debs/python3-num2words*.deb
cat > say.py <<'PY'
import json, sys
from num2words import num2words
rows = [(v, num2words(v, to='currency', currency='EUR', lang=l)) for l in ('en', 'de') for v in json.loads('[19.99, 20, 20.0, 2000]')]
print("guess: 20 and 20.0 alike, 2000 two thousand")
for v, words in rows: print(repr(v), '->', words)
said = [w for _, w in rows[:4]]
sys.exit(0 if said[1] == 'zero euro, twenty cents' and said[2] == 'twenty euro, zero cents' and said[3] == 'twenty euro, zero cents' else 1)
PY
PYTHONPATH=$work/root/usr/lib/python3/dist-packages python3 say.py || exit 1
echo "holds: whole numbers are cents"
