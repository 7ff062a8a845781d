import { describe, expect, it } from 'vitest';
import { openTerminal } from './screen.ts';

const [LEFT, UP, DOWN, ENTER, TAB] = ['\x1b[D', '\x1b[A', '\x1b[B', '\r', '\t'];
const pasted = (text: string) => `\x1b[200~${text}\x1b[201~`;

describe('the line', () => {
  it.each([
    ['text at the cursor', ['ac', LEFT, 'b'], '$ abc', 4],
    ['Ctrl-A and Ctrl-E', ['bc', '\x01', 'a', '\x05', 'd'], '$ abcd', 6],
    ['Ctrl-U', ['abc', LEFT, '\x15'], '$ c', 2],
    ['Ctrl-K and Ctrl-Y', ['abc', LEFT, '\x0b', '\x01', '\x19'], '$ cab', 3],
    ['Ctrl-W', ['aws s3 ls', '\x17'], '$ aws s3', 9],
    ['Alt-B and Alt-D', ['aws s3 ls', '\x1bb', '\x1bb', '\x1bd'], '$ aws  ls', 6],
    ['Backspace and Delete', ['abcd', '\x7f', LEFT, '\x1b[3~'], '$ ab', 4],
    ['wide characters', ['手順書', LEFT, '\x7f'], '$ 手書', 4],
    ['characters of several parts', ['ガ👨‍👩‍👧x', LEFT, '\x7f', '\x7f'], '$ x', 2],
    ['keys that do nothing', ['a\x1b[15~\x1b[1;2Qb'], '$ ab', 4],
  ])('takes %s', async (_what, keys, line, column) => {
    const { press, lines, cursor } = openTerminal();
    await press(...keys);
    expect(lines()).toEqual([line]);
    expect(cursor()).toEqual([0, column]);
  });

  it('goes on in the next row, and back', async () => {
    const { press, lines, cursor } = openTerminal(10);
    await press('12345678');
    expect([lines(), cursor()]).toEqual([['$ 12345678'], [1, 0]]);
    await press('9');
    expect([lines(), cursor()]).toEqual([
      ['$ 12345678', '9'],
      [1, 1],
    ]);
    await press('\x01', 'x');
    expect([lines(), cursor()]).toEqual([
      ['$ x1234567', '89'],
      [0, 3],
    ]);
    await press('\x15');
    expect(lines()).toEqual(['$ 12345678', '9']);
  });

  it('has no half of a wide character at its end', async () => {
    const { press, lines, cursor } = openTerminal(9);
    await press('手順書き');
    expect([lines(), cursor()]).toEqual([
      ['$ 手順書', 'き'],
      [1, 2],
    ]);
  });

  it('stays whole when the window changes', async () => {
    const { press, lines, xterm, terminal, settle } = openTerminal(30);
    await press('echo 1234567890 1234567890', LEFT);
    xterm.resize(12, 12);
    terminal.refit();
    await settle();
    expect(lines().join('')).toBe('$ echo 1234567890 1234567890');
  });
});

describe('commands', () => {
  it('run, and show both streams; the prompt begins a line', async () => {
    const { press, lines, session } = openTerminal();
    session.answers = { 'a b': { stdout: 'out', stderr: 'err\nor\n' } };
    await press('a b', ENTER);
    expect(session.typed).toEqual(['a b']);
    expect(lines()).toEqual(['$ a b', 'out', 'err', 'or', '$']);
  });

  it('go on while they are unfinished, in one history entry', async () => {
    const { press, lines, session } = openTerminal();
    await press("echo 'a", ENTER, "b'", ENTER);
    expect(session.typed).toEqual(["echo 'a\nb'"]);
    await press(UP);
    expect(lines()).toEqual(["$ echo 'a", "> b'", "$ echo 'a", "> b'"]);
  });

  it('run one after the other when several lines are pasted; the last waits for Enter', async () => {
    const { press, lines, session } = openTerminal();
    await press(pasted('one\r\ntwo \\\n  more\n\tthree'));
    expect(session.typed).toEqual(['one', 'two \\\n  more']);
    expect(lines()).toEqual(['$ one', '$ two \\', '>   more', '$     three']);
  });

  it('of which too much is pasted are not taken, and what stood there stays', async () => {
    const { press, lines, session } = openTerminal();
    await press('a', pasted('x\n'.repeat(40_000)));
    await press('b');
    expect(session.typed).toEqual([]);
    expect(lines()).toEqual(['$ a', 'more than 65536', '$ ab']);
  });

  it('do not grow beyond that by several pastes, nor by Ctrl-Y', async () => {
    const { press, session } = openTerminal();
    const half = 'x'.repeat(40_000);
    await press(pasted(half), '\x15', '\x19');
    await press(pasted(`${half}\nrm -rf ~\n`));
    await press('\x19');
    expect(session.typed).toEqual([]);
    await press(ENTER);
    expect(session.typed).toEqual([half]);
  });

  it('show what went to both streams in the order in which it was printed', async () => {
    const { press, lines, session } = openTerminal();
    const pieces = [
      { stream: 'stdout', text: 'a' },
      { stream: 'stderr', text: 'no\n' },
      { stream: 'stdout', text: 'b\n' },
    ] as const;
    session.answers.mixed = { stdout: 'ab\n', stderr: 'no\n', pieces };
    await press('mixed', ENTER);
    expect(lines()).toEqual(['$ mixed', 'ano', 'b', '$']);
  });

  it('are stopped by Ctrl-C, with what was typed meanwhile', async () => {
    const { press, lines, session } = openTerminal();
    await press('sleep', ENTER);
    await press('later', ENTER);
    expect(session.typed).toEqual(['sleep']);
    await press('\x03');
    expect(session.stopped).toBe(1);
    expect(session.typed).toEqual(['sleep']);
    expect(lines()).toEqual(['$ sleep', '^C', '$']);
  });

  it('are put at the prompt in the place of what stands there, and run by the reader', async () => {
    const { press, terminal, settle, lines, session } = openTerminal();
    await press("echo 'a", ENTER, 'b');
    terminal.put('echo one \\\n  two');
    await settle();
    expect(lines()).toEqual(['$ echo one \\', '>   two']);
    terminal.put('ls');
    await press(' -l', ENTER);
    expect(session.typed).toEqual(['ls -l']);
  });

  it('are put at the prompt once another has ended', async () => {
    const { press, terminal, settle, session, lines } = openTerminal();
    await press('sleep', ENTER);
    terminal.put('next');
    await settle();
    expect(session.typed).toEqual(['sleep']);
    session.stop();
    await settle();
    expect(lines().at(-1)).toBe('$ next');
  });

  it('are given up by Ctrl-C before they run', async () => {
    const { press, lines, session } = openTerminal();
    await press("echo 'a", ENTER, 'b', '\x03', UP);
    expect(session.typed).toEqual([]);
    expect(session.stopped).toBe(0);
    expect(lines()).toEqual(["$ echo 'a", '> b^C', '$']);
  });

  it('are given up by a Ctrl-C that comes at once after Enter', async () => {
    const { press, lines, session, terminal, settle } = openTerminal();
    terminal.input('sleep');
    await settle();
    terminal.input(ENTER);
    terminal.input('\x03');
    await settle();
    expect(session.typed).toEqual([]);
    await press('echo b', ENTER);
    expect(session.typed).toEqual(['echo b']);
    expect(lines().slice(0, 2)).toEqual(['$ sleep^C', '$ echo b']);
  });

  it('stay at the prompt where the session cannot be asked, and can be entered again', async () => {
    const { press, lines, session } = openTerminal();
    const { isUnfinished } = session;
    session.isUnfinished = () => Promise.reject(new Error('the worker is gone'));
    await press('echo a', ENTER);
    expect(lines()).toEqual(['$ echo a', 'broken', '$ echo a']);
    session.isUnfinished = isUnfinished;
    await press(ENTER);
    expect(session.typed).toEqual(['echo a']);
  });

  it('leave the screen with Ctrl-L', async () => {
    const { press, lines } = openTerminal();
    await press('one', ENTER, 'two', '\x0c');
    expect(lines()).toEqual(['$ two']);
  });

  it('say when they were the end of the shell, or took too long', async () => {
    const { press, lines, session } = openTerminal();
    session.answers = { exit: { ended: true }, slow: { exitCode: 124, stopped: 'too slow' } };
    await press('exit', ENTER, 'slow', ENTER);
    expect(lines()).toEqual(['$ exit', 'a new shell', '$ slow', 'too slow', '$']);
  });
});

describe('history', () => {
  it('is walked with the arrows, and what was begun stays', async () => {
    const { press, lines } = openTerminal(40, ['one', 'two']);
    await press('begun', UP, UP, UP);
    expect(lines()).toEqual(['$ one']);
    await press(DOWN, DOWN, DOWN);
    expect(lines()).toEqual(['$ begun']);
  });

  it('is searched with Ctrl-R, further back with each', async () => {
    const { press, lines, session } = openTerminal(60, ['aws s3 ls', 'date', 'aws iam list-users', 'ls']);
    await press('begun', '\x12', 'aw');
    expect(lines()).toEqual(["(reverse-i-search)`aw': aws iam list-users"]);
    await press('\x12');
    expect(lines()).toEqual(["(reverse-i-search)`aw': aws s3 ls"]);
    await press('\x12');
    expect(lines()).toEqual(["(failed reverse-i-search)`aw': aws s3 ls"]);
    await press('\x7f', '\x7f', 'da', ENTER);
    expect(session.typed).toEqual(['date']);
    expect(lines()).toEqual(['$ date', '$']);
  });

  it('is left as it was found by any other key, and not run by Ctrl-C', async () => {
    const { press, lines, session } = openTerminal(60, ['one', 'two']);
    await press('\x12', 'on', LEFT, 'X');
    expect(lines()).toEqual(['$ onXe']);
    await press('\x12', 'tw', '\x03');
    expect(lines()).toEqual(['$ two^C', '$']);
    expect(session.typed).toEqual([]);
  });
});

describe('completion', () => {
  it('fills in the only candidate, what several have in common, and lists them', async () => {
    const { press, lines, session } = openTerminal();
    session.candidates = ['get-caller-identity', 'get-session-token', 'docs/'];
    await press('aws d', TAB);
    expect(lines()).toEqual(['$ aws docs/']);
    await press('\x17', 'g', TAB);
    expect(lines()).toEqual(['$ aws get-']);
    await press(TAB);
    expect(lines()).toEqual(['$ aws get-', 'get-caller-identity', 'get-session-token', '$ aws get-']);
    await press('c', TAB, 'x');
    expect(lines().at(-1)).toBe('$ aws get-caller-identity x');
  });

  it('does not list more than one can look through', async () => {
    const { press, lines, session } = openTerminal();
    session.candidates = Array.from({ length: 300 }, (_, index) => `x${index}`);
    await press('x', TAB);
    expect(lines()).toEqual(['$ x', '300 of them', '$ x']);
  });
});

describe('what is done elsewhere', () => {
  it('shows above the line that is being typed', async () => {
    const { press, lines, session, settle } = openTerminal();
    await press('beg', LEFT);
    const ref = { page: 'c/p', step: 's' };
    session.add(
      { event: { kind: 'step', ref, script: 'aws \\\n s3 ls', at: 0 }, output: { ...none, stdout: 'b\n' } },
      { event: { kind: 'elapse', ms: 60_000, at: 0 } },
    );
    await settle();
    expect(lines()).toEqual(['$ aws \\', '>  s3 ls', 'b', '(60000 ms)', '$ beg']);
    await press('X');
    expect(lines().at(-1)).toBe('$ beXg');
  });

  it('is told when the session begins anew', async () => {
    const { press, lines, session, settle } = openTerminal();
    await press('one', ENTER);
    session.beginAnew();
    await settle();
    expect(lines()).toEqual(['$ one', 'begun anew', '$']);
  });
});

const none = { stdout: '', stderr: '', exitCode: 0 };

describe('output', () => {
  it('comes while the command runs, and once', async () => {
    const { press, lines, session, settle } = openTerminal();
    await press('sleep', ENTER);
    const running = { kind: 'typed', script: 'sleep', at: 0 } as const;
    session.change({ running, printed: '1\n' });
    await settle();
    expect(lines()).toEqual(['$ sleep', '1']);
    session.change({ running, printed: '1\n2\n' });
    await settle();
    expect(lines()).toEqual(['$ sleep', '1', '2']);
    session.answers.sleep = { stdout: '1\n2\n3\n' };
    session.end();
    await settle();
    expect(lines()).toEqual(['$ sleep', '1', '2', '3', '$']);
  });

  it('stays where the reader stops the command in the middle of a line', async () => {
    const { press, lines, session, settle } = openTerminal();
    await press('sleep', ENTER);
    session.change({ running: { kind: 'typed', script: 'sleep', at: 0 }, printed: 'a\nb' });
    await settle();
    await press('\x03');
    expect(lines()).toEqual(['$ sleep', 'a', 'b', '^C', '$']);
  });

  it('of what runs elsewhere comes with its command', async () => {
    const { lines, session, settle } = openTerminal();
    session.change({ running: { kind: 'typed', script: 'other', at: 0 }, printed: '1\n' });
    await settle();
    expect(lines()).toEqual(['$']);
  });
});
