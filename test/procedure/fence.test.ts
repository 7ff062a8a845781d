import { describe, expect, test } from 'vitest';
import { swallowedFence } from '../../src/procedure/fence.ts';
import { fenceOf, fencesOf } from './page.ts';

const FENCE = '```';

test('a fence in a list has its body without the indentation, and places that count it', () => {
  const [fence] = fencesOf(`1. a\n\n   ${FENCE}bash command id=x\n   echo a\n     echo b\n   ${FENCE}\n`);
  expect(fence?.body).toBe('echo a\n  echo b');
  expect(fence?.placeOf('id=')).toMatchObject({ line: 3, column: 20 });
  expect(fence?.placeInBody(2, 3)).toMatchObject({ line: 5, column: 6 });
  expect(fence?.bodySpan).toMatchObject({ start: { line: 4, column: 4 }, end: { line: 5, column: 12 } });
});

test('a word that is not on the fence as written is placed at its start', () => {
  expect(fenceOf('bash command').placeOf('check')).toMatchObject({ line: 1, column: 1 });
});

test('an empty fence has an empty body at the start of its second line', () => {
  const [fence] = fencesOf(`${FENCE}bash\n${FENCE}\n`);
  expect(fence).toMatchObject({ body: '', closed: true });
  expect(fence?.bodySpan.start).toEqual(fence?.bodySpan.end);
  expect(fence?.bodySpan.start).toMatchObject({ line: 2, column: 1 });
});

test('other line breaks of the page are plain ones in the body', () => {
  expect(fencesOf(`${FENCE}bash\r\na\r\nb\r\n${FENCE}\r\n`)[0]?.body).toBe('a\nb');
});

test('code that is only indented is no fence', () => {
  expect(fencesOf('    echo a\n')).toEqual([]);
});

describe('end of a fence', () => {
  test.each([
    ['closed', `${FENCE}bash\na\n${FENCE}`, true],
    ['closed by more marks', `${FENCE}bash\na\n${FENCE}\`\``, true],
    ['closed before white space', `${FENCE}bash\na\n${FENCE}  `, true],
    ['open at the end of the page', `${FENCE}bash\na`, false],
    ['open at the end of its list', `- ${FENCE}bash\n  a\n\nb`, false],
    ['closed by other marks only', `${FENCE}bash\na\n~~~`, false],
    ['closed by fewer marks only', `\`${FENCE}bash\na\n${FENCE}`, false],
    ['a first line only', `${FENCE}bash`, false],
  ])('is seen where it is %s', (_, source, closed) => {
    expect(fencesOf(source)[0]?.closed).toBe(closed);
  });

  test('a fence with a role inside of another shows where that one should have ended', () => {
    expect(
      swallowedFence(fencesOf(`${FENCE}bash\na\n\n${FENCE}bash command\nb\n${FENCE}\n`)[0] ?? fenceOf('')),
    ).toBe(3);
  });

  test.each([
    ['a fence without a role', `~~~bash\na\n${FENCE}json\n~~~`],
    ['other marks', `~~~md\n${FENCE}bash command\na\n${FENCE}\n~~~`],
  ])('%s inside of it shows nothing', (_, source) => {
    expect(swallowedFence(fencesOf(source)[0] ?? fenceOf(''))).toBeUndefined();
  });
});
