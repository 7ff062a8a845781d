import { expect, test } from 'vitest';
import * as z from 'zod';
import { issuesOf, knownFields, matchingText, onlyFields } from '../../../src/procedure/yaml/index.ts';

function issues(schema: z.ZodType, value: unknown) {
  const { error } = schema.safeParse(value);
  return error ? issuesOf(error) : [];
}

const point = onlyFields({ x: matchingText(/^\d$/, 'a digit'), y: z.string().optional() }, 'a point');

test('an unknown field is reported with those that are known', () => {
  const [issue] = issues(point, { x: '1', z: '2' });
  expect(issue).toMatchObject({ code: 'unrecognized_keys', keys: ['z'], path: [] });
  expect(issue?.code === 'unrecognized_keys' && knownFields(issue)).toEqual(['x', 'y']);
});

test.each([
  ['another kind', 'x', [], 'a point'],
  ['no field', {}, ['x'], 'a digit'],
  ['a field of another kind', { x: 1 }, ['x'], 'a digit'],
  ['a field of another form', { x: 'a' }, ['x'], 'a digit'],
])('%s is reported in our words', (_, value, path, message) => {
  expect(issues(point, value)).toMatchObject([{ path, message }]);
});

test('an error may depend on the path', () => {
  const named = z.record(
    z.string(),
    onlyFields({}, ({ path }) => `no ${String(path?.[0])}`),
  );
  expect(issues(named, { a: 1 })).toMatchObject([{ path: ['a'], message: 'no a' }]);
});

test.each([
  ['of the kind of the value', [{ x: 'a' }], [[0, 'x']]],
  ['of the other kind', { x: 'a' }, [['x']]],
  ['that comes first, for a value of no kind', 1, [[]]],
])('of alternatives, issues are those of the one %s', (_, value, paths) => {
  const union = z.strictObject({ at: z.union([z.array(point, { error: 'points' }), point]) });
  expect(issues(union, { at: value }).map(({ path }) => path)).toEqual(paths.map((path) => ['at', ...path]));
});
