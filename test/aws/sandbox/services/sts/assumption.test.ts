import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { allow, openAccount, trust } from './open.ts';

standStill();

const invalid = (message: string) => ({ code: 'ValidationError', message, status: 400 });

describe('the duration', () => {
  const chained = invalid(
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  );

  test.each<[number, number | undefined, object]>([
    [
      7200,
      undefined,
      invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
    ],
    [7201, 7200, invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.')],
    [
      600,
      undefined,
      invalid(
        "1 validation error detected: Value '600' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
      ),
    ],
    [
      43_201,
      43_200,
      invalid(
        "1 validation error detected: Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
      ),
    ],
  ])('%i seconds of at most %s', async (DurationSeconds, MaxSessionDuration, error) => {
    const { admin, role, assume } = openAccount();
    await role('reader', trust(), [], { MaxSessionDuration });
    expect(await refusal(assume(admin, 'reader', { DurationSeconds }))).toEqual(error);
  });

  test('is an hour at most from a session, of a role as of a user', async () => {
    const { admin, session, role, assume, as } = openAccount();
    await role('first', trust(), [allow('sts:AssumeRole')]);
    await role('second', trust(), [], { MaxSessionDuration: 7200 });
    await assume(admin, 'second', { DurationSeconds: 7200 });
    for (const credentials of [(await assume(admin, 'first')).Credentials, await session('admin')]) {
      expect(await refusal(assume(as(credentials), 'second', { DurationSeconds: 7200 }))).toEqual(chained);
      await assume(as(credentials), 'second', { DurationSeconds: 3600 });
    }
  });
});
