import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { needCliV2 } from '../real-clients.ts';
import { OWN, poseAsAws } from './fake-aws-server.ts';
import { copyOfProject } from './projects.ts';
import { contents, tejun } from './tejun.ts';

const COURSE = 'sts-session-token';
const PAGE = `${COURSE}/get-session-token`;

/** The account of the course, as somebody's own. */
async function ownAccount(project: string) {
  const text = readFileSync(join(project, `docs/${COURSE}/_account.yaml`), 'utf8');
  const published = /\b\d{12}\b/.exec(text)?.[0] ?? '';
  const aws = await poseAsAws(text.replaceAll(published, OWN));
  onTestFinished(() => aws.close());
  return { ...aws, published };
}

test('a real account is recorded without its id, its keys and its tokens, and played as it was', async () => {
  const project = copyOfProject();
  const { machine, key, published } = await ownAccount(project);
  const cli = join(needCliV2().folder, 'aws');
  const args = ['--target', 'live', '--account-id', OWN, '--record', '--aws', cli, PAGE];
  const run = await tejun(['doctest', ...args], project, { ...machine, ...key });
  expect(run.stdout).toMatch(/steps {2}\d+ passed/);
  expect(run.stderr).toContain(`recorded  test/recordings/${PAGE}.json`);
  expect(run.exitCode).toBe(0);
  const recordings = contents(join(project, 'test/recordings'));
  for (const [file, text] of Object.entries(recordings)) {
    const { page, provenance } = JSON.parse(text);
    expect(provenance.target, file).toBe(page.endsWith('/run-commands') ? 'sandbox' : 'live');
    for (const secret of [OWN, ...Object.values(key)]) expect(text, file).not.toContain(secret);
  }
  const all = Object.values(recordings).join('');
  expect(all).toContain(`arn:aws:iam::${published}:user/`);
  expect(all).toContain('RecordedSessionToken');

  const replay = await tejun(['doctest', '--target', 'recording', '--locale', 'ja', PAGE], project);
  expect(replay).toMatchObject({ exitCode: 0 });
}, 300_000); // The real CLI starts a dozen times.
