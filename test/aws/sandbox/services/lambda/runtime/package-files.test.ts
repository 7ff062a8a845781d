import { expect, test } from 'vitest';
import { PackageFiles } from '../../../../../../src/aws/sandbox/services/lambda/runtime/package-files.ts';

const pack = (files: Record<string, string>, detects = false) =>
  new PackageFiles(
    new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
    detects,
  );

const files = pack({
  'index.js': 'exports.handler = 1',
  'lib/a.js': '',
  'lib/b/index.js': '',
  'data.json': '{}',
  'esm/package.json': '{"type":"module"}',
  'esm/x.js': '',
  'node_modules/main/package.json': '{"main":"dist/m.js"}',
  'node_modules/main/dist/m.js': '',
  'node_modules/exp/package.json': '{"exports":{".":{"import":"./e.mjs","require":"./e.cjs"}}}',
  'node_modules/exp/e.mjs': '',
  'node_modules/plain/index.js': '',
});

test.each([
  ['./lib/a', '/var/task/lib/a.js'],
  ['./lib/b', '/var/task/lib/b/index.js'],
  ['./data.json', '/var/task/data.json'],
  ['main', '/var/task/node_modules/main/dist/m.js'],
  ['exp', '/var/task/node_modules/exp/e.mjs'],
  ['plain', '/var/task/node_modules/plain/index.js'],
])('%s is %s', (name, path) => {
  expect(files.find(name, '/var/task/index.js')).toMatchObject({ kind: 'file', path });
});

test('built-in modules are provided, or missing with the reason', () => {
  expect(files.find('node:util', '/var/task/index.js')).toEqual({ kind: 'built-in', name: 'util' });
  expect(files.find('fs', '/var/task/index.js')).toMatchObject({
    problem: expect.stringContaining("the module 'fs'"),
  });
  expect(files.find('@aws-sdk/client-s3', '/var/task/index.js')).toMatchObject({
    problem: expect.stringContaining('the AWS SDK'),
  });
  expect(files.find('none', '/var/task/index.js')).toEqual({
    kind: 'missing',
    problem: "Cannot find module 'none'\nRequire stack:\n- /var/task/index.js\n- /var/runtime/index.mjs",
  });
});

test('a handler is found by its name without an ending', () => {
  expect(files.handlerFile('index')).toBe('/var/task/index.js');
  expect(files.handlerFile('none')).toBeUndefined();
});

test('the nearest package.json decides how a file is read, or its syntax', () => {
  expect(files.formatOf('/var/task/esm/x.js')).toBe('module');
  expect(files.formatOf('/var/task/index.js')).toBe('commonjs');
  const text = { 'index.js': 'export const handler = 1' };
  expect(pack(text).formatOf('/var/task/index.js')).toBe('commonjs');
  expect(pack(text, true).formatOf('/var/task/index.js')).toBe('module');
});
