import { expect, test } from 'vitest';
import { kinds } from '../../../../../src/aws/sandbox/services/ec2/ec2-kinds.ts';
import { applyFilters, ec2Page, refuseUnknown } from '../../../../../src/aws/sandbox/services/ec2/select.ts';

const items = [
  { id: 'vpc-1', isDefault: true, tags: [{ key: 'Name', value: 'main' }] },
  { id: 'vpc-2', isDefault: false, tags: [{ key: 'Name', value: 'mail*' }] },
  { id: 'vpc-3', isDefault: false, tags: [] },
];
const values = {
  'vpc-id': ({ id }: (typeof items)[0]) => [id],
  'is-default': ({ isDefault }: (typeof items)[0]) => [isDefault],
};
const filtered = (Name: string, ...Values: string[]) =>
  applyFilters(items, [{ Name, Values }], values, ({ tags }) => tags).map(({ id }) => id);

// EC2 User Guide, "Find your resources using filters".
test.each([
  [
    ['vpc-id', 'vpc-1', 'vpc-3'],
    ['vpc-1', 'vpc-3'],
  ],
  [
    ['vpc-id', 'vpc-?'],
    ['vpc-1', 'vpc-2', 'vpc-3'],
  ],
  [['is-default', 'true'], ['vpc-1']],
  // EC2 takes names in camel case, too.
  [
    ['isDefault', 'false'],
    ['vpc-2', 'vpc-3'],
  ],
  [
    ['tag:Name', 'mai*'],
    ['vpc-1', 'vpc-2'],
  ],
  [['tag:Name', 'mail\\*'], ['vpc-2']],
  [
    ['tag-key', 'Name'],
    ['vpc-1', 'vpc-2'],
  ],
  [['tag-value', 'main'], ['vpc-1']],
  [['tag:name', 'main'], []],
])('%j finds %j', ([name = '', ...wanted], found) => {
  expect(filtered(name, ...wanted)).toEqual(found);
});

test('a filter that is none is refused', () => {
  expect(() => filtered('colour', 'red')).toThrow("The filter 'colour' is invalid");
  expect(() => applyFilters(items, [{ Name: 'tag:a', Values: ['b'] }], values)).toThrow(
    "The filter 'tag:a' is invalid",
  );
});

test('ids that are not there are named together, those of groups one by one', () => {
  expect(() => refuseUnknown(items, ['vpc-1', 'vpc-9'], kinds.vpc)).toThrow(
    "The vpc ID 'vpc-9' does not exist",
  );
  expect(() => refuseUnknown(items, ['vpc-8', 'vpc-9'], kinds.vpc)).toThrow(
    "The vpc IDs 'vpc-8, vpc-9' do not exist",
  );
  expect(() => refuseUnknown(items, ['sg-8', 'sg-9'], kinds.securityGroup)).toThrow("'sg-8'");
});

test('all come at once, or in pages in the order of their ids', () => {
  expect(ec2Page(items, {})).toEqual({ items });
  const first = ec2Page([...items].reverse(), { MaxResults: 2 });
  expect(first.items.map(({ id }) => id)).toEqual(['vpc-1', 'vpc-2']);
  expect(ec2Page(items, { NextToken: first.next }).items.map(({ id }) => id)).toEqual(['vpc-3']);
  expect(() => ec2Page(items, { NextToken: 'x' })).toThrow('NextToken');
});
