import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import { hrefOf } from '../../../../src/aws/wire/message/index.ts';
import {
  type Case,
  caseNames,
  contentOf,
  defaultFiles,
  describeFiles,
  describeRequest,
  type FileContent,
  HOME,
  inAnyOrder,
  MADE,
  readCase,
  takeAnswer,
} from '../cases.ts';
import { MemoryFiles } from '../memory-files.ts';

const text = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : undefined);

const inHome = (files: Readonly<Record<string, FileContent>>) =>
  Object.fromEntries(
    Object.entries(files).map(([name, content]) => {
      const whole = contentOf(content);
      return [`${HOME}/${name}`, whole === undefined ? undefined : new TextEncoder().encode(whole)];
    }),
  );

async function replay(one: Case) {
  const given = one.files ?? defaultFiles;
  const files = new MemoryFiles({ [`${HOME}/`]: undefined, ...inHome(given) }, MADE);
  const answers = [...(one.responses ?? [])];
  const requests: string[] = [];
  const output = await aws(one.args, {
    env: { HOME, TZ: 'UTC', ...one.env },
    cwd: HOME,
    now: () => new Date('2021-12-20T09:00:00Z'),
    files,
    stdin: new TextEncoder().encode(one.stdin ?? ''),
    readFile: async (file) => text(await files.read(file)),
    async transport(message) {
      const { method, headers, body } = message;
      const url = hrefOf(message);
      requests.push(
        describeRequest({ method, url, headers: new Map(headers), body: new TextDecoder().decode(body) }),
      );
      const answer = takeAnswer(answers, url);
      const status = answer.status ?? 200;
      return new Response(status === 204 ? null : contentOf(answer.body), {
        status,
        headers: answer.headers,
      });
    },
  });
  const home = `${HOME}/`;
  const after = [...files.nodes].flatMap(([file, { content }]) =>
    content ? [[file.slice(home.length), text(content) ?? ''] as const] : [],
  );
  return {
    ...{ stdout: text(output.bytes) ?? output.stdout, stderr: output.stderr, exit: output.exitCode },
    ...{ requests: requests.join(''), changed: describeFiles(given, new Map(after)) },
  };
}

describe('the built-in aws prints, exits and asks as AWS CLI 2.9.19', () => {
  for (const name of caseNames()) {
    const { one, recorded, ours } = readCase(name);
    const title = one.differs ? `${name} (differs: ${one.differs})` : name;
    it(title, async () => {
      const order = one.unordered ? inAnyOrder : <T>(result: T) => result;
      const replayed = order(await replay(one));
      expect(replayed).toEqual(ours ?? order(recorded));
      if (one.differs)
        expect(ours, 'no difference is left: remove "differs" and "ours"').not.toEqual(order(recorded));
    });
  }
});
