import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../../../../src/aws/sandbox/random/index.ts';
import { ExecutionEnvironment } from '../../../../../../src/aws/sandbox/services/lambda/runtime/execution-environment.ts';
import { runs } from '../../../../../runs.ts';

const BEGIN = new Date('2026-01-05T00:00:00Z');
const bytes = (text: string) => new TextEncoder().encode(text);

interface Run {
  readonly handler?: string;
  readonly runtime?: string;
  readonly event?: unknown;
}

/** Loads a package and calls its handler once, with a timeout of three seconds. */
async function run(
  files: Record<string, string>,
  { handler = 'index.handler', runtime = 'nodejs20.x', event = {} }: Run = {},
) {
  const lines: string[] = [];
  const write = (level: string, text: string) => void lines.push(`${level} ${text}`);
  const environment = await ExecutionEnvironment.open(
    {
      ...{ runtime, handler, memoryMegabytes: 128, variables: { STAGE: 'test' } },
      files: new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)])),
      random: createRandom('handlers'),
    },
    { begin: BEGIN, timeoutMilliseconds: 10_000, write },
  );
  const work = { begin: BEGIN, timeoutMilliseconds: 3000, write };
  const facts = { functionName: 'f', awsRequestId: 'id' };
  const invoke = () => environment.invoke(JSON.stringify(event), facts, work);
  return { result: environment.load() ?? invoke(), invoke, lines, environment };
}

/** The payload of a handler that returns, as data. */
async function answer(files: Record<string, string>, options?: Run): Promise<unknown> {
  const { result } = await run(files, options);
  if (result.kind !== 'returned') throw new Error(JSON.stringify(result));
  return JSON.parse(result.payload);
}

async function failure(files: Record<string, string>, options?: Run) {
  const { result } = await run(files, options);
  return result.kind === 'threw' ? result.error.payload : result.kind;
}

describe('handlers', () => {
  test('of an ES module, with environment, context, timers and the time of the account', async () => {
    const code = `export const handler = async (event, context) => {
      await new Promise((done) => setTimeout(done, 150));
      return [event.name, process.env.STAGE, context.functionName, context.getRemainingTimeInMillis(), new Date().toISOString()];
    };`;
    expect(await answer({ 'index.mjs': code }, { event: { name: 'Kyoto' } })).toEqual([
      'Kyoto',
      'test',
      'f',
      2850,
      '2026-01-05T00:00:00.150Z',
    ]);
  });

  test('of CommonJS, with a callback and a module of the package', async () => {
    const files = {
      'src/index.js': `const { greet } = require('./lib'); exports.handler = (event, context, callback) => setTimeout(() => callback(null, greet(event)), 5);`,
      'src/lib/index.js': `exports.greet = (name) => 'hello ' + name;`,
    };
    expect(await answer(files, { handler: 'src/index.handler', event: 'Nara' })).toBe('hello Nara');
  });

  test('that import CommonJS and packages, and have the usual globals', async () => {
    const code = `import lib, { three } from './lib.cjs';
      import { twice } from 'twice';
      import { format } from 'node:util';
      export const handler = async () => [three(), lib.three(), twice(4), format('%s-%d', 'a', 1),
        Buffer.from('héllo').toString('base64'), new URL('https://a.example/b?c=1').searchParams.get('c'), structuredClone({ a: [1] }), new TextDecoder().decode(new TextEncoder().encode('手順'))];`;
    const files = {
      'index.mjs': code,
      'lib.cjs': 'exports.three = () => 3;',
      'node_modules/twice/package.json': '{"exports":{"import":"./esm.mjs"}}',
      'node_modules/twice/esm.mjs': 'export const twice = (n) => 2 * n;',
    };
    expect(await answer(files)).toEqual([3, 3, 8, 'a-1', 'aMOpbGxv', '1', { a: [1] }, '手順']);
  });

  test('whose value is returned without a promise: from Node.js 24 on', async () => {
    const files = { 'index.js': 'exports.handler = () => 5;' };
    expect(await answer(files)).toBeNull();
    expect(await answer(files, { runtime: 'nodejs24.x' })).toBe(5);
  });

  test('keep what they have between invocations, and draw the same from the same seed', async () => {
    const code = 'let n = 0; export const handler = async () => [++n, Math.random()];';
    const [first, second] = [await run({ 'index.mjs': code }), await run({ 'index.mjs': code })];
    expect(first.result).toEqual(second.result);
    expect(first.invoke()).toMatchObject({ payload: expect.stringMatching(/^\[2,/) });
  });
});

describe('what goes wrong', () => {
  test.each([
    ['an error', `throw new TypeError('boom')`, { errorType: 'TypeError', errorMessage: 'boom' }],
    ['a text', `throw 'boom'`, { errorType: 'string', errorMessage: 'boom', trace: [] }],
    ['endless recursion', 'const f = () => f(); f()', { errorType: 'RangeError' }],
  ])('thrown: %s', async (_, code, expected) => {
    const files = { 'index.mjs': `export const handler = async () => { ${code} };` };
    expect(await failure(files)).toMatchObject(expected);
  });

  test('an error has the place in the file', async () => {
    const files = { 'index.mjs': `export const handler = async () => {\n  throw new Error('x');\n};` };
    expect(await failure(files)).toMatchObject({
      trace: ['Error: x', expect.stringMatching(/^ {4}at handler \(file:\/\/\/var\/task\/index\.mjs:2:/)],
    });
  });

  test.each([
    ['a loop without end', 'for (;;);', 'timed-out'],
    ['a wait that is too long', 'await new Promise((done) => setTimeout(done, 5000));', 'timed-out'],
    ['process.exit', 'process.exit(1);', 'exited'],
    ['too much memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(0));', 'out-of-memory'],
  ])('%s', async (_, code, kind) => {
    expect(await failure({ 'index.mjs': `export const handler = async () => { ${code} };` })).toBe(kind);
  });

  test.each([
    [{ 'other.js': '' }, 'Runtime.ImportModuleError', /^Error: Cannot find module 'index'/],
    [
      { 'index.mjs': 'export const other = 1;' },
      'Runtime.HandlerNotFound',
      /^index.handler is undefined or not exported$/,
    ],
    [{ 'index.js': 'export const handler = 1;' }, 'Runtime.UserCodeSyntaxError', /^SyntaxError: /],
    [{ 'index.js': `require('axios');` }, 'Runtime.ImportModuleError', /^Error: Cannot find module 'axios'/],
    [
      { 'index.mjs': `import fs from 'node:fs'; export const handler = 1;` },
      'Runtime.ImportModuleError',
      /does not provide the module 'node:fs'/,
    ],
    [
      { 'index.js': `require('@aws-sdk/client-s3');` },
      'Runtime.ImportModuleError',
      /does not provide the AWS SDK/,
    ],
    [{ 'index.mjs': `throw new Error('at once');` }, 'Error', /^at once$/],
  ] as const)('at the load of %j', async (files, errorType, errorMessage) => {
    expect(await failure(files)).toMatchObject({
      errorType,
      errorMessage: expect.stringMatching(errorMessage),
    });
  });

  test('there is no network', async () => {
    const code = `export const handler = async () => fetch('https://example.com').catch(({ cause }) => cause.message);`;
    expect(await answer({ 'index.mjs': code })).toMatch(/no network/);
  });
});

describe('console.log', () => {
  test('has levels, groups and formats', async () => {
    const code = `export const handler = async () => { console.log('%s is %d', 'a', 1, { b: 2 }); console.group('g'); console.warn('in'); console.groupEnd(); console.error('out'); };`;
    const { lines } = await run({ 'index.mjs': code });
    expect(lines).toEqual(['INFO a is 1 { b: 2 }', 'INFO g', 'WARN   in', 'ERROR out']);
  });

  test('prints values as Node.js does', async () => {
    const { environment } = await run({
      'index.mjs': 'export const handler = async (value) => console.log(value);',
    });
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, 0, -1, 2.5, 123456),
        fc.stringMatching(/^[a-z '"]{0,12}$/),
        fc.array(tie('value'), { maxLength: 6 }),
        fc.dictionary(fc.stringMatching(/^[a-z-]{1,6}$/), tie('value'), {
          maxKeys: 4,
          noNullPrototype: true,
        }),
      ),
    })).value;
    fc.assert(
      fc.property(value, (given) => {
        fc.pre(typeof given !== 'string');
        const lines: string[] = [];
        const work = {
          begin: BEGIN,
          timeoutMilliseconds: 3000,
          write: (_: string, text: string) => void lines.push(text),
        };
        environment.invoke(JSON.stringify(given), {}, work);
        expect(lines).toEqual([inspect(JSON.parse(JSON.stringify(given)))]);
      }),
      { numRuns: runs(150), seed: 1 },
    );
  });
});
