import { expect, test } from 'vitest';
import {
  HOME,
  startingEnvironment,
  startingFiles,
  WORKING_DIRECTORY,
} from '../../src/practice/starting-point.ts';

test('the credentials file has the key as the default profile', () => {
  const files = startingFiles({ accessKeyId: 'AKIA', secretAccessKey: 'a/b+c' });
  expect(files).toEqual({
    [`${HOME}/.aws/credentials`]: '[default]\naws_access_key_id = AKIA\naws_secret_access_key = a/b+c\n',
  });
});

test('a temporary key has its token too', () => {
  const [text] = Object.values(
    startingFiles({ accessKeyId: 'ASIA', secretAccessKey: 'b', sessionToken: 'c==' }),
  );
  expect(text).toContain('aws_session_token = c==\n');
});

test('an account without a key has no file', () => {
  expect(startingFiles(undefined)).toEqual({});
});

test('nothing of AWS is set beforehand, and the practice begins below its home', () => {
  expect(Object.keys(startingEnvironment).filter((name) => name.startsWith('AWS'))).toEqual([]);
  expect(WORKING_DIRECTORY.startsWith(`${startingEnvironment.HOME}/`)).toBe(true);
});
