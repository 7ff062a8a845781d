/**
 * `npm run policies [-- --check]`: runs every course in the sandbox and keeps in its `_policy.json` the least policy that
 * its reader needs. Overviews show it. With `--check` nothing is written, and exit code 1 says which are out of date.
 */
import { existsSync, readFileSync } from 'node:fs';
import { execa } from 'execa';
import { readAccount } from '../../src/aws/sandbox/index.ts';
import { readLocales, replaceFile } from '../../src/project/index.ts';
import { type CoursePolicy, coursePolicy } from './course-policy.ts';

interface Report {
  readonly pages: readonly {
    readonly page: string;
    readonly needs: readonly { readonly principal: string; readonly policy: CoursePolicy }[];
  }[];
}

const { pages } = await runAll();
for (const course of new Set(pages.map(({ page }) => courseOf(page)))) {
  const policy = policyOf(course);
  if (policy.Statement.length > 0)
    keep(`docs/${course}/_policy.json`, `${JSON.stringify(policy, null, 2)}\n`);
}

function keep(file: string, text: string): void {
  if (!process.argv.includes('--check')) replaceFile(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${file} is out of date. Run \`npm run policies\`.\n`);
    process.exitCode = 1;
  }
}

async function runAll(): Promise<Report> {
  const { source } = readLocales('.');
  const args = ['bin/tejun.js', 'doctest', '--locale', source, '--reporter', 'policy'];
  const { stdout } = await execa(process.execPath, args);
  return JSON.parse(stdout) as Report;
}

function courseOf(page: string): string {
  return page.slice(0, page.indexOf('/'));
}

function policyOf(course: string): CoursePolicy {
  const reader = readerOf(course);
  const needs = pages.filter(({ page }) => courseOf(page) === course).flatMap((page) => page.needs);
  const own = needs.filter(({ principal }) => principal === reader);
  return coursePolicy(own.flatMap((need) => need.policy.Statement));
}

/** ARN of the user whose key is the profile `default`; undefined where a course has no account of its own. */
function readerOf(course: string): string | undefined {
  const file = `docs/${course}/_account.yaml`;
  if (!existsSync(file)) return undefined;
  const { account } = readAccount(readFileSync(file, 'utf8'), file);
  const user = account?.users.find(({ accessKeys }) => accessKeys > 0);
  return user && `arn:aws:iam::${account?.id}:user${user.path}${user.name}`;
}
