import { expect, test } from 'vitest';
import { startingEnvironment, WORKING_DIRECTORY } from '../../src/practice/starting-point.ts';

test('nothing of AWS is set beforehand, and the practice begins below its home', () => {
  expect(Object.keys(startingEnvironment).filter((name) => name.startsWith('AWS'))).toEqual([]);
  expect(WORKING_DIRECTORY.startsWith(`${startingEnvironment.HOME}/`)).toBe(true);
});
