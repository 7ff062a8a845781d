import { expect, test } from 'vitest';
import { requestedDuration } from '../../src/practice/judge-step.ts';

test.each([
  ['aws sts get-session-token --duration-seconds 900', 900],
  ['aws sts get-session-token --duration-seconds=3600 --output json', 3600],
  ["aws sts get-session-token --duration-seconds '900'", 900],
  ['aws sts get-session-token --duration-seconds \\\n  900', 900],
  ['aws sts get-session-token --duration 900', 900],
  ['aws sts assume-role --role-arn x --duration-seconds 1800', 1800],
  ['aws sts get-session-token', 43_200],
  ['aws sts \\\n  get-session-token', 43_200],
])('knows what %s asks for', (script, seconds) => {
  expect(requestedDuration(script)).toBe(seconds);
});

test.each([
  ['a variable', 'aws sts get-session-token --duration-seconds "${SECONDS_VALID}"'],
  ['a document', `aws sts get-session-token --cli-input-json '{"DurationSeconds": 900}'`],
  ['a file of that name', 'cat get-session-token.json'],
  ['another command', 'aws sts get-caller-identity'],
])('supposes nothing of %s', (_, script) => expect(requestedDuration(script)).toBeUndefined());
