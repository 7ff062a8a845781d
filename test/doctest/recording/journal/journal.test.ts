import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CallLog, type JournalCall } from '../../../../src/doctest/recording/journal/index.ts';

/** Does what it is told, in place of the real CLI. */
const CLI = `#!/bin/bash
case $1 in
  cat) cat ;;
  both) echo out; echo err >&2; exit 3 ;;
  bytes) printf '\\0\\377\\r\\n\\n' ;;
  die) kill -"$2" $$ ;;
  wait) trap 'echo told >&2; kill "$!" 2>/dev/null; exit 7' TERM; sleep 5 &>/dev/null & : >ready; wait ;;
  ignored) grep SigIgn /proc/$$/status ;;
  write) echo "$3" >"$2"; chmod 640 "$2" ;;
  configure) mkdir -p "$HOME/.aws"; echo "$2" >"$HOME/.aws/config" ;;
  remove) rm "$2" ;;
esac
`;

/** `aws wait` has begun to wait. */
const UNTIL_READY = 'until [ -e ready ]; do sleep 0.01; done; rm ready';

let folder: string;
let journal: CallLog;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tejun-test-'));
  writeFileSync(join(folder, 'cli'), CLI);
  chmodSync(join(folder, 'cli'), 0o755);
  mkdirSync(join(folder, 'home'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  journal = new CallLog(join(folder, 'cli'), join(folder, 'journal'));
});
afterEach(() => rmSync(journal.folder, { recursive: true }));

/** Runs a script in which `aws` is the shim, or the program itself. */
function run(script: string, aws: 'shim' | 'plain' = 'shim') {
  const bin = aws === 'shim' ? journal.folder : join(folder, 'bin');
  if (aws === 'plain' && !existsSync(bin)) {
    mkdirSync(bin);
    writeFileSync(join(bin, 'aws'), CLI);
    chmodSync(join(bin, 'aws'), 0o755);
  }
  const { stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: join(folder, 'home'),
    env: { PATH: `${bin}:/usr/bin:/bin`, HOME: join(folder, 'home') },
    encoding: 'latin1',
  });
  return { stdout, stderr };
}

const calls = (): JournalCall[] =>
  journal.names().map((name) => {
    const call = journal.read(name);
    if ('problem' in call) throw new Error(call.problem);
    return call;
  });

describe('a script sees no difference', () => {
  test.each([
    'echo in | aws cat',
    'aws both; echo "$?"',
    'aws bytes',
    'aws bytes | od -c; echo "${PIPESTATUS[@]}"',
    'x=$(aws both 2>&1); echo "$x"',
    'aws both >file 2>&1; cat file; rm file',
    'aws both &>/dev/null; aws both >&2',
    '{ aws die SEGV; } 2>/dev/null; echo "$?"',
    '{ aws die KILL; } 2>/dev/null; echo "$?"',
    'aws ignored',
    '(trap "" INT; aws ignored)',
    `aws wait & ${UNTIL_READY}; kill "$!"; wait "$!"; echo "$?"`,
    // It is recorded once or twice, whatever timeout(1) does.
    'timeout 1 aws wait 2>/dev/null; echo "$?"; rm ready',
    'seq 200000 | aws cat | wc -c',
    '{ seq 200000 | aws cat; echo after; } | (sleep 0.3; cat) | tail -n 1',
    'printf "%s" "no line break" | aws cat',
    'aws both </dev/null | aws cat',
    'seq 3 | xargs -P 3 -n 1 aws both >/dev/null; echo "$?"',
  ])('%s', (script) => {
    expect(run(script)).toEqual(run(script, 'plain'));
  });
});

test('arguments, streams and exit code are kept to the byte', () => {
  run(`aws both '' ' a  b ' $'line\\nbreak' 'あ' '*'; aws bytes; aws`);
  const [both, bytes, nothing] = calls();
  expect(both?.arguments).toEqual(['both', '', ' a  b ', 'line\nbreak', 'あ', '*']);
  expect([String(both?.stdout), String(both?.stderr), both?.exitCode]).toEqual(['out\n', 'err\n', 3]);
  expect(Buffer.from(bytes?.stdout ?? []).toString('hex')).toBe('00ff0d0a0a');
  expect(nothing?.arguments).toEqual([]);
});

test('calls made at once are each whole, in the order of starting', () => {
  // Each starts when the one before has, and none ends before all have started.
  run(`for n in 1 2 3 4 5 6 7 8; do
    { seq $n 5000; until [ -e go ]; do sleep 0.01; done; } | aws cat $n >/dev/null &
    until [ -e "$(printf '%s\\n' '${journal.folder}'/*.arguments | sed -n "$n p")" ]; do sleep 0.01; done
  done; touch go; wait; rm go`);
  expect(calls().map((call) => call.arguments[1])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  for (const call of calls())
    expect(String(call.stdout).trimEnd().split('\n')).toHaveLength(5001 - Number(call.arguments[1]));
});

test('files that a call writes or deletes are kept, and no others', () => {
  run(
    'echo old >kept; echo old >gone; aws write new "one line"; aws remove gone; aws cat kept file://kept </dev/null; aws configure x',
  );
  const home = join(folder, 'home');
  const [write, remove, cat, configure] = calls();
  expect(write?.files.map(({ path, mode, content }) => [path, mode, String(content)])).toEqual([
    [`${home}/new`, '640', 'one line\n'],
  ]);
  expect(remove?.removed).toEqual([`${home}/gone`]);
  expect([cat?.files, cat?.removed]).toEqual([[], []]);
  expect(configure?.files.map(({ path }) => path)).toEqual([`${home}/.aws/config`]);
});

test('a call that has not ended is known as such', () => {
  run(`timeout 2 aws wait >/dev/null 2>&1 & ${UNTIL_READY}`);
  expect(journal.names().map((name) => journal.read(name))).toEqual([
    { arguments: ['wait'], problem: 'it had not ended when the page had' },
  ]);
});
