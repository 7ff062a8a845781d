import { expect, test } from 'vitest';
import { chooseAccount } from '../../src/cli/sandbox-account.ts';
import { folderOf } from '../project/folders.ts';

const ACCOUNT = "id: '123456789012'\n";

/** The choice in a project of these files: the account file, or the refusal. */
function chosen(files: Readonly<Record<string, string>>, asked?: string): string {
  const home = process.cwd();
  process.chdir(folderOf(files));
  try {
    const choice = chooseAccount(asked);
    return 'refusal' in choice ? choice.refusal : `${choice.file} ${choice.account.id}`;
  } finally {
    process.chdir(home);
  }
}

const one = { 'docs/a/_account.yaml': ACCOUNT };
const two = { ...one, 'docs/b/_account.yaml': "id: '111122223333'\n" };

test('the only account of a project needs no name', () => {
  expect(chosen(one)).toBe('docs/a/_account.yaml 123456789012');
});

test.each(['b', 'docs/b', './docs/b/', 'docs/b/_account.yaml'])('%s names an account', (asked) => {
  expect(chosen(two, asked)).toBe('docs/b/_account.yaml 111122223333');
});

test('of several one must be named', () => {
  expect(chosen(two)).toBe('Several courses have an account. Choose one:\n  --account a\n  --account b');
  expect(chosen({ x: '' })).toContain('No docs/<course>/_account.yaml here');
});

test('a file that is not there is refused with those that are, one that makes no sense with its problems', () => {
  expect(chosen(two, 'none')).toMatch(/none cannot be read: [\s\S]*\n {2}--account a\n/);
  expect(chosen({ 'docs/a/_account.yaml': 'id: 1\n' })).toContain('docs/a/_account.yaml:1');
});
