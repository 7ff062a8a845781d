import { expect, test } from 'vitest';
import { disagreement } from '../../../src/doctest/recording/compare-locales.ts';
import type { CallLog, JournalCall } from '../../../src/doctest/recording/journal/index.ts';
import { Recorder } from '../../../src/doctest/recording/recorder.ts';
import { aPage } from '../pages.ts';

const SECRET = 'wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzz1234';
const NOON = new Date('2026-01-05T12:00:00Z');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A recording of one call in the first step of a page. */
async function record(call: Partial<JournalCall>) {
  const whole: JournalCall = {
    ...{ cwd: '/tmp/real', region: '', arguments: ['x'], stdout: bytes(''), stderr: bytes('') },
    ...{ exitCode: 0, files: [], removed: [], ...call },
  };
  const journal = { names: () => ['1'], isOver: () => true, read: () => whole } as unknown as CallLog;
  const home = { real: '/tmp/real', shown: '/home/ec2-user' };
  const recorder = new Recorder(journal, { scrub: { known: [{ kind: 'secret', value: SECRET }] }, home });
  const page = aPage('page');
  const [step] = page.steps;
  if (step?.role !== 'command') throw new Error('The page has a command.');
  recorder.take(step, NOON);
  return recorder.finish(page);
}

test('a secret is left out wherever it stands', async () => {
  const recorded = await record({
    arguments: ['configure', 'set', 'aws_secret_access_key', SECRET],
    stdout: bytes(`out ${SECRET}\n`),
    stderr: bytes(`err ${SECRET}\n`),
    files: [{ path: '/tmp/real/file', mode: '600', content: bytes(`file ${SECRET}\n`) }],
  });
  expect(JSON.stringify(recorded)).not.toContain(SECRET);
  const [call] = recorded.steps[0]?.calls ?? [];
  const shown = call?.arguments.at(-1);
  expect(call).toMatchObject({
    stdout: `out ${shown}\n`,
    stderr: `err ${shown}\n`,
    files: [{ path: '/home/ec2-user/file', content: `file ${shown}\n` }],
  });
});

test('one-time codes and QR codes are left out', async () => {
  const image = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2);
  const recorded = await record({
    arguments: ['iam', 'create-virtual-mfa-device', '--token-code', '123456'],
    files: [{ path: '/tmp/real/qr.png', mode: '600', content: image }],
  });
  const [call] = recorded.steps[0]?.calls ?? [];
  expect(call?.arguments.at(-1)).toBe('000000');
  expect(call?.files[0]?.content).toContain('left out of the recording');
});

test('languages that make other calls, or in which they end otherwise, share no recording', async () => {
  const inLanguage = async (locale: string, call: Partial<JournalCall>) => ({
    ...{ locale, file: `${locale}.mdx`, recorded: await record(call) },
  });
  const ja = await inLanguage('ja', { stdout: bytes('one') });
  expect(disagreement([ja, await inLanguage('en', { stdout: bytes('other') })])).toBeUndefined();
  expect(disagreement([ja, await inLanguage('en', { arguments: ['y'] })])).toBe(
    'ja.mdx and en.mdx do not make the same calls: step-1 `aws x` (exit code 0) in the one, step-1 `aws y` (exit code 0) in the other. A recording serves every language: make their commands equal.',
  );
  expect(disagreement([ja, await inLanguage('en', { exitCode: 255 })])).toContain('(exit code 255)');
  const move = (id: string) => ({ arguments: ['--move-to-version-id', id] });
  const moved = await inLanguage('ja', move('c6dc6f76-af1d-4a3e-9420-ca76c9960df9'));
  expect(
    disagreement([moved, await inLanguage('en', move('033d8079-9618-401d-9b7a-5953d0da4981'))]),
  ).toBeUndefined();
  expect(disagreement([moved, await inLanguage('en', move('033d8079'))])).toContain('--move-to-version-id');
});
