import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { match } from '../../src/matching/index.ts';
import { context, example, matchText, printed } from './run.ts';
import { EXPIRED, LS, REAL_VPCS, REFUSED, VPCS } from './seed.ts';

const json = (body: string, stdout: string): boolean =>
  match(example('json', body), printed(stdout), context()).passed;

const error = (body: string, stderr: string): boolean =>
  match(example('text', body), printed('', { stderr: `\n${stderr}\n`, exitCode: 254 }), context()).passed;

type Tree = { [key: string]: Tree } | Tree[] | string | number | boolean | null;

/** Every copy of a tree in which one thing is changed by `change`, with the path of the change. */
function* mutants(
  tree: Tree,
  change: (node: Tree, key: string | undefined) => Tree | undefined,
  path = '',
  key?: string,
): Generator<{ path: string; tree: Tree }> {
  const changed = change(tree, key);
  if (changed !== undefined) yield { path, tree: changed };
  if (Array.isArray(tree)) {
    for (const [index, item] of tree.entries()) {
      for (const mutant of mutants(item, change, `${path}[${index}]`, key)) {
        yield { path: mutant.path, tree: tree.map((other, i) => (i === index ? mutant.tree : other)) };
      }
    }
  } else if (tree !== null && typeof tree === 'object') {
    for (const [name, value] of Object.entries(tree)) {
      for (const mutant of mutants(value, change, `${path}.${name}`, name)) {
        yield { path: mutant.path, tree: { ...tree, [name]: mutant.tree } };
      }
    }
  }
}

const VARIES = /^(?:dopt-|vpc-|X{12}|arn:)/;
const isObject = (node: Tree): node is { [key: string]: Tree } =>
  node !== null && typeof node === 'object' && !Array.isArray(node);

const withoutEachKey = (node: Tree): Tree[] =>
  isObject(node)
    ? Object.keys(node).map((key) =>
        Object.fromEntries(Object.entries(node).filter(([other]) => other !== key)),
      )
    : [];

describe('a single change of the published VPC example', () => {
  const tree = JSON.parse(VPCS) as Tree;
  const real = JSON.parse(REAL_VPCS) as Tree;
  const changed = (change: Parameters<typeof mutants>[1]) => [...mutants(tree, change)];
  const print = (value: Tree) => JSON.stringify(value, null, 4);

  const names = changed((node) => (typeof node === 'string' && !VARIES.test(node) ? `${node}x` : undefined));
  it.each(names)('of a name, state, CIDR block or tag is red: $path', ({ tree: mutant }) => {
    expect(json(print(mutant), REAL_VPCS)).toBe(false);
  });

  it('covers every literal of the example', () => expect(names.length).toBe(12));

  it.each(changed((node) => (typeof node === 'boolean' ? !node : undefined)))(
    'of a boolean is red: $path',
    ({ tree: mutant }) => expect(json(print(mutant), REAL_VPCS)).toBe(false),
  );

  it('of a CIDR block to another one is red', () => {
    expect(json(VPCS.replace('"10.0.0.0/16"', '"10.1.0.0/16"'), REAL_VPCS)).toBe(false);
    expect(json(VPCS.replace('"10.0.0.0/16"', '"10.0.0.0/24"'), REAL_VPCS)).toBe(false);
  });

  it.each(changed((node) => (isObject(node) ? { ...node, Invented: 'x' } : undefined)))(
    'by one more key is red: $path',
    ({ tree: mutant }) => expect(json(print(mutant), REAL_VPCS)).toBe(false),
  );

  const renamed = changed((node) => {
    if (!isObject(node)) return undefined;
    const [first = '', ...rest] = Object.entries(node);
    return Object.fromEntries([[`${first[0]}x`, first[1] as Tree], ...rest]);
  });
  it.each(renamed)('of the name of a key is red: $path', ({ tree: mutant }) => {
    expect(json(print(mutant), REAL_VPCS)).toBe(false);
  });

  it('by any key less in the output is red', () => {
    const all = [...mutants(real, (node) => (isObject(node) ? node : undefined))].flatMap(({ path }) => {
      const node = path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<Tree>((at, key) => (at as never)[key], real);
      return withoutEachKey(node).map((smaller) => [node, smaller] as const);
    });
    expect(all.length).toBeGreaterThan(20);
    for (const [node, smaller] of all) {
      const text = print(
        [...mutants(real, (other) => (other === node ? smaller : undefined))][0]?.tree ?? null,
      );
      expect(json(VPCS, text), text).toBe(false);
    }
  });

  it.each(VPCS.split('\n').flatMap((line, index) => (/": ["ft]/.test(line) ? [index] : [])))(
    'by line %i less: green with a notice, or red',
    (index) => {
      const lines = VPCS.split('\n').filter((_, at) => at !== index);
      const body = lines.join('\n').replace(/,(\s*[}\]])/g, '$1');
      const verdict = match(example('json', body), printed(REAL_VPCS), context());
      expect(verdict.passed ? verdict.notices.length : verdict.differences.length).toBeGreaterThan(0);
    },
  );

  const ids: [string, string][] = [
    ['dopt-bec282da', 'dopt-0123456789abcdef0'],
    ['vpc-03b6793be492e9eaa', 'vpc-12345678'],
    ['vpc-cidr-assoc-0379592cf9e84bd4b', 'vpc-cidr-assoc-00000000000000000'],
    ['de3e6880-2758-11ec-bc32-06689a7cb845', '00000000-0000-4000-8000-000000000000'],
    ['XXXXXXXXXXXX', '111122223333'],
  ];
  it.each(ids)('of %s is green, in the example and in the output', (id, other) => {
    expect(
      json(VPCS.replaceAll(id, other), id.startsWith('X') ? VPCS.replaceAll(id, other) : REAL_VPCS),
    ).toBe(true);
    expect(json(VPCS, REAL_VPCS.replaceAll(id.startsWith('X') ? '123456789012' : id, other))).toBe(true);
  });
});

describe('a single change of the published s3 example', () => {
  it.each(['example-buckets', 'xample-bucket', 'Example-bucket', ''])(
    'of the bucket to "%s" is red',
    (name) => {
      expect(matchText(LS.replace('example-bucket', name), LS).passed).toBe(false);
      expect(matchText(LS, LS.replace('example-bucket', name)).passed).toBe(false);
    },
  );

  it.each(['2026-01-05 00:00:00', '1999-12-31 23:59:59', '2024-02-29 12:00:00'])(
    'of the date to %s is green',
    (date) => {
      expect(matchText(LS, LS.replace('2021-12-20 09:00:00', date)).passed).toBe(true);
      expect(matchText(LS.replace('2021-12-20 09:00:00', date), LS).passed).toBe(true);
    },
  );

  it('by a line less is red, on either side', () => {
    const two = `${LS}\n2021-12-20 09:00:00 example-logs`;
    expect(matchText(two, LS).passed).toBe(false);
    expect(matchText(LS, two).passed).toBe(false);
  });
});

describe.each([REFUSED, EXPIRED])('a single change of: %s', (body) => {
  const words = body.split(/[^A-Za-z]+/).filter(Boolean);

  it.each([...words.keys()])('of word %i is red', (index) => {
    let seen = -1;
    const changed = body.replace(/[A-Za-z]+/g, (word) => (++seen === index ? `${word}x` : word));
    expect(changed).not.toBe(body);
    expect(error(changed, body)).toBe(false);
    expect(error(body, changed)).toBe(false);
  });

  it('none is green, as either version of the CLI prints it', () => {
    expect(error(body, body)).toBe(true);
    expect(error(body, `aws: [ERROR]: ${body}`)).toBe(true);
  });
});

describe('a single change of a table as the CLI prints it', () => {
  const folder = join(import.meta.dirname, '../fixtures/matching/table/a-nested');
  const table = readFileSync(join(folder, 'example.txt'), 'utf8').replace(/\n$/, '');
  const real = (JSON.parse(readFileSync(join(folder, 'actual.json'), 'utf8')) as { stdout: string[] }).stdout;
  const contents = table.split('\n').flatMap((line, index) => (/[A-Za-z]/.test(line) ? [index] : []));
  const isHeading = (line: string) => /\|\s{10}/.test(line);

  const literals = contents.filter(
    (index) => !/ (?:dopt-|vpc-|X{12}|arn:)/.test(table.split('\n')[index] ?? ''),
  );
  it.each(literals)('of a name, a state or a title in line %i is red', (index) => {
    const lines = table.split('\n');
    const line = lines[index] ?? '';
    const changed = line.replace(/([\w:-]+)(\s*\|+)$/, (_, word: string, rest: string) => `${word}y${rest}`);
    expect(changed).not.toBe(line);
    expect(matchText(lines.with(index, changed).join('\n'), real.join('\n')).passed).toBe(false);
  });

  it.each(contents)('by line %i less in the output is red', (index) => {
    expect(matchText(table, real.toSpliced(index, 1).join('\n')).passed).toBe(false);
  });

  it('has titles, names of columns and rows', () => {
    expect(contents.filter((index) => isHeading(table.split('\n')[index] ?? '')).length).toBeGreaterThan(3);
    expect(contents.length).toBe(20);
  });
});
