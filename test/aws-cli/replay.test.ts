import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { aws } from '../../src/aws-cli/index.ts';
import {
  type Case,
  caseNames,
  defaultFiles,
  describeRequest,
  HOME,
  ROOT,
  readCase,
  readRecorded,
} from './cases.ts';
import { recordAll } from './record.ts';

// AWS_CLI_RECORD=1 runs the installed AWS CLI first; without it nothing but the fixtures is needed.
if (process.env.AWS_CLI_RECORD) await recordAll();

async function replay(one: Case) {
  const files = one.files ?? defaultFiles;
  const answers = [...(one.responses ?? [])];
  const requests: string[] = [];
  const output = await aws(one.args, {
    env: { HOME, TZ: 'UTC', ...one.env },
    cwd: HOME,
    now: () => new Date('2021-12-20T09:00:00Z'),
    readFile: async (file) => files[path.relative(HOME, file)],
    async transport(request) {
      const { method, url } = request;
      requests.push(
        describeRequest({ method, url, headers: new Map(request.headers), body: await request.text() }),
      );
      const answer = answers.shift() ?? { status: 400, body: 'no more canned answers' };
      const status = answer.status ?? 200;
      return new Response(status === 204 ? null : answer.body, { status, headers: answer.headers });
    },
  });
  return { stdout: output.stdout, stderr: output.stderr, exit: output.exitCode, requests: requests.join('') };
}

describe('the built-in aws prints, exits and asks as AWS CLI 2.9.19', () => {
  for (const name of caseNames()) {
    const one = readCase(name);
    const title = one.differs ? `${name} (differs: ${one.differs})` : name;
    it(title, async () => {
      const [ours, recorded] = [await replay(one), readRecorded(name)];
      if (one.differs) {
        expect(ours, 'no difference is left: remove "differs"').not.toEqual(recorded);
        await expect(`${JSON.stringify(ours, null, 2)}\n`).toMatchFileSnapshot(
          path.join(ROOT, name, 'ours.json'),
        );
      } else {
        expect(ours).toEqual(recorded);
      }
    });
  }
});
