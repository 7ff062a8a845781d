import { expect, test } from 'vitest';
import {
  filterByPath,
  filterDescribed,
  filterOld,
} from '../../../../../src/aws/sandbox/services/ssm/parameter-filters.ts';
import type { Parameter } from '../../../../../src/aws/sandbox/services/ssm/state.ts';

const parameter = (name: string, type: string, tags: [string, string][] = [], labels: string[] = []) =>
  ({
    name,
    tags: new Map(tags),
    versions: [{ type, tier: 'Standard', dataType: 'text', labels: new Set(labels) }],
  }) as unknown as Parameter;

const all = [
  parameter('/app/db/host', 'String', [['team', 'blue']]),
  parameter('/app/name', 'StringList', [], ['live']),
  parameter('plain', 'SecureString', [['team', 'red']]),
];
const names = (found: readonly Parameter[]) => found.map(({ name }) => name);

test.each([
  [[{ Key: 'Name', Values: ['app/name'] }], ['/app/name']],
  [[{ Key: 'Name', Option: 'BeginsWith', Values: ['/app', 'pl'] }], ['/app/db/host', '/app/name', 'plain']],
  [[{ Key: 'Name', Option: 'Contains', Values: ['db'] }], ['/app/db/host']],
  [[{ Key: 'Type', Values: ['String', 'SecureString'] }], ['/app/db/host', 'plain']],
  [[{ Key: 'Path', Values: ['/app'] }], ['/app/name']],
  [[{ Key: 'Path', Option: 'Recursive', Values: ['/app'] }], ['/app/db/host', '/app/name']],
  [[{ Key: 'tag:team', Values: [] }], ['/app/db/host', 'plain']],
  [[{ Key: 'tag:team', Values: ['red'] }], ['plain']],
  // All filters must match.
  [
    [
      { Key: 'tag:team', Values: ['red'] },
      { Key: 'Type', Values: ['String'] },
    ],
    [],
  ],
])('%j', (filters, expected) => {
  expect(names(filterDescribed(all, filters))).toEqual(expected);
});

test('by path there are labels; the older filters match the beginning of a name', () => {
  expect(names(filterByPath(all, [{ Key: 'Label', Values: ['live'] }]))).toEqual(['/app/name']);
  expect(names(filterOld(all, [{ Key: 'Name', Values: ['/app'] }]))).toEqual(['/app/db/host', '/app/name']);
});

test.each([
  [
    [{ Key: 'Label', Values: ['a'] }],
    'InvalidFilterKey',
    'The following filter key is not valid: Label. Valid filter keys include: [Path, Name, Type, KeyId, Tier].',
  ],
  [
    [{ Key: 'Type', Values: ['Text'] }],
    'InvalidFilterOption',
    'The following filter value is not valid: Text. Valid values include: [String, StringList, SecureString].',
  ],
  [
    [{ Key: 'Type', Option: 'Contains', Values: ['String'] }],
    'InvalidFilterOption',
    'The following filter option is not valid: Contains. Valid options include: [BeginsWith, Equals].',
  ],
  [
    [{ Key: 'Name', Values: [] }],
    'InvalidFilterValue',
    'The following filter values are missing : null for filter key Name.',
  ],
  [
    [
      { Key: 'Name', Values: ['a'] },
      { Key: 'Name', Values: ['b'] },
    ],
    'ValidationException',
    'The following filter is duplicated in the request: Name. A request can contain only one occurrence of a specific filter.',
  ],
])('%j is refused', (filters, code, message) => {
  expect(() => filterDescribed(all, filters)).toThrow(expect.objectContaining({ code, message }));
});
