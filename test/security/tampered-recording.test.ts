import { expect, test } from 'vitest';
import { readPage } from '../../src/procedure/index.ts';
import { parseRecording } from '../../src/recording/files/format.ts';
import type { PracticeData } from '../../src/session/engine/types.ts';
import { createBrowser } from '../session/browser.ts';
import { courseData } from '../session/course.ts';

const PAGE = `---
title: Recorded
tejun:
  target: recording
---

## Ask

\`\`\`bash command
aws s3 ls
\`\`\`

\`\`\`text result
example-bucket
\`\`\`
`;
const id = 'sts-session-token/recorded';
const ref = { page: id, step: 'step-1' };
const at = '2026-03-01T12:00:00Z';

/** A practice with one page that runs from a recording, in whose call a stranger has changed something. */
function practiceWith(changed: Readonly<Record<string, unknown>>): PracticeData {
  const { page, problems } = readPage(PAGE, { id, file: `docs/${id}.mdx`, locale: 'ja' });
  if (!page) throw new Error(JSON.stringify(problems));
  const call = { arguments: ['s3', 'ls'], exitCode: 0, stdout: ['example-bucket', ''], ...changed };
  const text = JSON.stringify({
    ...{ format: 'tejun recording', version: 1, page: id },
    provenance: { date: at, target: 'live', cli: 'aws-cli/2.9.19', regions: [], locales: ['ja'] },
    steps: [{ id: 'step-1', script: ['aws s3 ls'], endedAt: at, calls: [call] }],
  });
  const parsed = parseRecording(text);
  if (!('recording' in parsed)) throw new Error(parsed.problem);
  return { ...courseData(), pages: [page], recordings: [parsed.recording] };
}

const file = (path: string) => ({ files: [{ path, mode: '644', content: ['x'] }] });
const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype);
const SIGNS = '<img src=x onerror=globalThis.ran=1>\u001b]8;;javascript:globalThis.ran=1\u0007x';

test.each<[string, Record<string, unknown>, string]>([
  ['nothing', {}, 'passed'],
  ['a file in place of the root', file('/'), 'passed'],
  ['a file in place of the home', file('/home/ec2-user'), 'passed'],
  ['a file in place of the working directory', file('/home/ec2-user/environment'), 'passed'],
  ['a file above the root', file('/../../../../etc/hostname'), 'passed'],
  ['a file with a hostile name', file('/__proto__/constructor'), 'passed'],
  ['a file below a device', file('/dev/null/x'), 'failed'],
  ['a file with a NUL in its name', file('/tmp/a\0b'), 'failed'],
  ['a root that is removed', { removed: ['/', '/../..'] }, 'passed'],
  ['a home that is removed', { removed: ['/home', '/home/ec2-user'] }, 'passed'],
  ['signs for a terminal, and markup', { stdout: [SIGNS] }, 'failed'],
])('a recording with %s answers its step, and the practice goes on', async (_, changed, status) => {
  const tab = await createBrowser(practiceWith(changed)).openTab();
  expect(await tab.run(ref)).toMatchObject({ status });
  expect(await tab.type('printf "%s " on')).toMatchObject({ stdout: 'on ', exitCode: 0 });
  expect((await tab.homeFiles()).home).toBe('/home/ec2-user');
  expect(tab.state.phase).toBe('ready');
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PROTOTYPE);
});

test('what a recording printed is text of 4 MiB at most', async () => {
  const long = await createBrowser(practiceWith({ stdout: ['x'.repeat(20_000_000)] })).openTab();
  await long.run(ref);
  const [result] = long.state.results;
  expect(JSON.stringify(result).length).toBeLessThan(4.3 * 1024 * 1024);
  const marked = await createBrowser(practiceWith({ stdout: [SIGNS] })).openTab();
  expect(await marked.run(ref)).toMatchObject({ output: { stdout: SIGNS } });
});
