import { describe, expect, test } from 'vitest';
import { checkName, checkPath, isUnder } from '../../../../../src/aws/sandbox/services/ssm/names.ts';

describe('the name of a parameter', () => {
  test.each(['a', '/app/host', 'x.y-z_1', `/${'a/'.repeat(14)}z`])('%s is taken', (name) => {
    expect(() => checkName(name)).not.toThrow();
  });

  test.each([
    ['aws-x', 'ValidationException', /prefixed with "aws" or "ssm"/],
    ['SSMx', 'ValidationException', /prefixed with "aws" or "ssm"/],
    ['/aws/x', 'AccessDeniedException', /^No access to reserved parameter name: \/aws\/x\.$/],
    ['a b', 'ValidationException', /^Parameter name: can't be prefixed with "ssm"/],
    ['/a//b', 'ValidationException', /sub-paths divided by slash symbol/],
    ['/a/', 'ValidationException', /sub-paths divided by slash symbol/],
    ['a/b', 'ValidationException', /^Parameter name must be a fully qualified name\.$/],
    [`/${'a/'.repeat(15)}z`, 'HierarchyLevelLimitExceededException', /maximum of 15 levels/],
  ])('%s is refused with %s', (name, code, message) => {
    expect(() => checkName(name)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });
});

test.each([
  ['/', true],
  ['/app', true],
  ['/app/', true],
  ['/aws/service', true],
  ['app', false],
  ['/ssm', false],
  ['/a//b', false],
])('%s is a path: %s', (path, isPath) => {
  if (isPath) expect(() => checkPath(path)).not.toThrow();
  else expect(() => checkPath(path)).toThrow('must begin with a forward slash');
});

test.each([
  ['/app/host', '/app', false, true],
  ['/app/db/host', '/app', false, false],
  ['/app/db/host', '/app', true, true],
  ['/application', '/app', true, false],
  ['host', '/', false, true],
])('%s is under %s (at any depth: %s): %s', (name, path, recursive, under) => {
  expect(isUnder(name, path, recursive)).toBe(under);
});
