import { expect, test, vi } from 'vitest';
import { createManualClock } from '../../../../src/aws/sandbox/clock/index.ts';
import { createRandom } from '../../../../src/aws/sandbox/random/index.ts';
import { createSlices, defineSlice } from '../../../../src/aws/sandbox/state/slices.ts';
import { practiceAccount } from '../practice.ts';

const open = () => createSlices(practiceAccount(), createRandom('seed'));
const queue = { type: 'AWS::SQS::Queue', id: 'q', details: {} };

test('a part is made when it is first read, and once', () => {
  const create = vi.fn(() => new Map());
  const slice = defineSlice('sqs', create);
  const slices = open();
  expect(create).not.toHaveBeenCalled();
  expect(slices.of(slice)).toBe(slices.of(slice));
  expect(create).toHaveBeenCalledTimes(1);
});

test('what one part draws changes nothing in another', () => {
  const drawing = (name: string, times: number) =>
    defineSlice(name, ({ random }) => Array.from({ length: times }, () => random.integer(2 ** 32)).at(-1));
  const first = open();
  first.of(drawing('other', 5));
  expect(first.of(drawing('mine', 1))).toBe(open().of(drawing('mine', 1)));
  expect(open().of(drawing('mine', 1))).not.toBe(open().of(drawing('other', 1)));
});

test('only parts that were read list their resources', () => {
  const clock = createManualClock(new Date(0));
  const slice = defineSlice(
    'sqs',
    () => [queue],
    (all) => all,
  );
  const slices = open();
  expect(slices.resources(clock)).toEqual([]);
  slices.of(slice);
  expect(slices.resources(clock)).toMatchObject([{ id: 'q', isInitial: true }]);
});
