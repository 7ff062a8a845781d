import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { needCliV2 } from '../real-clients.ts';
import { emulateEcr } from './ecr-emulator.ts';
import { tejun } from './tejun.ts';

const RECORDING = 'test/recordings/ecr/repository.json';

/** A project with a page on ECR, which the sandbox has not. */
function projectOfEcr(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-recorded-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('test/fixtures/recording/ecr', folder, { recursive: true });
  return folder;
}

test('a page of a service that the sandbox has not is run from its recording', async () => {
  const project = projectOfEcr();
  const run = await tejun(['doctest'], project);
  expect(run.stdout, run.stdout + run.stderr).toContain('5 passed (5 steps, 4 compared)');
  expect(run.exitCode).toBe(0);

  const plan = await tejun(['doctest', '--plan'], project);
  expect(plan.stdout).toMatch(`from ${RECORDING}, `);
  expect(plan.stdout).toMatch(/, \d+\.\d KiB$/m);

  rmSync(join(project, RECORDING), { force: true });
  const missing = await tejun(['doctest'], project);
  expect(missing.stdout).toContain('The page has no recording.');
  expect(missing.stdout).toContain('--target live --record ecr/repository');
  expect(missing.exitCode).toBe(1);
});

test('it is recorded from an emulator, and its recording says so', async () => {
  const project = projectOfEcr();
  rmSync(join(project, RECORDING), { force: true });
  const inBash = ['doctest', '--shell', 'bash', '--aws', join(needCliV2().folder, 'aws')];
  const run = await tejun([...inBash, '--record', '--upstream', await emulateEcr()], project);
  expect(run.stderr, run.stdout).toContain(`recorded  ${RECORDING}`);
  const { provenance } = JSON.parse(readFileSync(join(project, RECORDING), 'utf8'));
  expect(provenance).toMatchObject({ target: 'emulator', regions: ['ap-northeast-1'] });
  expect(await tejun(['doctest'], project)).toMatchObject({ exitCode: 0 });
  if (process.env.TEJUN_KEEP) cpSync(join(project, RECORDING), process.env.TEJUN_KEEP);

  const without = await tejun(inBash, project);
  expect(without.stdout).toContain('the page is run from its recording');
  expect(without.exitCode).toBe(0);
}, 120_000); // The real CLI starts several times.
