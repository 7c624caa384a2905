#!/usr/bin/env bash
# subsrt (npm) makes one caption of a whole SRT file when its lines end with \n, as ffmpeg and most tools on Linux write it.
#
# Version: subsrt@1.1.1 of npm.
# Guess: the line ends of an SRT file do not matter; three captions are three captions.
# Behaviour: the file is split where between two line ends there is at least one blank character; with \r\n the \r is
#   one, with \n alone there is none. So the file is one part: the first caption gets the numbers, times and words of all
#   others as its text. No exception, detect() says "srt", and converting writes it out as one valid cue.
# Why it matters: captions that were made on Windows or fixed in a test string with \r\n pass; those from the server show
#   the whole transcript at once, for two seconds.
# Instead: replace \n by \r\n before parse(); compare the number of cues with the number of "-->" lines.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need npm node
npm init -y >/dev/null 2>&1 && npm install --no-audit --no-fund --ignore-scripts subsrt@1.1.1 >npm.log 2>&1 || cannot "npm does not bring subsrt"
cat > cues.js <<'JS'
const subsrt = require('subsrt');
const file = end => ['1', '00:00:01,000 --> 00:00:03,000', 'line one', '', '2', '00:00:04,000 --> 00:00:06,000', 'line two', '', '3', '00:00:07,000 --> 00:00:08,000', 'line three', ''].join(end) + end;
const cues = end => subsrt.parse(file(end)).filter(c => c.type === 'caption');
console.log(`subsrt ${require('subsrt/package.json').version}; guess: 3 captions with both line ends`);
const windows = cues('\r\n'), unix = cues('\n');
console.log(`\\r\\n: ${windows.length} captions; \\n: ${unix.length} caption(s), detected as ${subsrt.detect(file('\n'))}, the first: ${JSON.stringify(unix[0].text)}`);
process.exit(windows.length !== 3 ? 2 : unix.length === 1 ? 0 : 1);
JS
rc=0; node cues.js || rc=$?
[ "$rc" = 0 ] || exit "$rc"
echo "holds: one caption of three is left, with the other two inside"
