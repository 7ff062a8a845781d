import { describe, expect, test } from 'vitest';
import { ServiceError } from '../../../../../src/aws/sandbox/errors/index.ts';
import { writeLogEvents } from '../../../../../src/aws/sandbox/log-writer.ts';
import type { ServiceCall } from '../../../../../src/aws/sandbox/operation/index.ts';
import { standStill } from '../time.ts';

standStill();

describe('another service', () => {
  const destination = {
    group: '/aws/lambda/hello',
    stream: '2026/01/05/[$LATEST]00',
    region: 'ap-northeast-1',
    as: { kind: 'service', name: 'lambda.amazonaws.com' },
  } as const;
  const refuse = () => {
    throw new ServiceError(400, 'AccessDeniedException', '');
  };

  /** Plays the account: notes the calls, and answers those that are allowed once what they need is there. */
  async function write(allowed: readonly string[]) {
    const made = new Set<string>();
    const calls: string[] = [];
    const call = async ({ operation }: ServiceCall) => {
      calls.push(operation);
      if (!allowed.includes(operation)) refuse();
      if (operation === 'CreateLogStream' && !made.has('CreateLogGroup')) refuse();
      if (operation === 'PutLogEvents' && !made.has('CreateLogStream')) refuse();
      made.add(operation);
      return {};
    };
    return { written: await writeLogEvents(call, destination, [{ timestamp: 0, message: 'a' }]), calls };
  }

  test('makes the group and the stream that it writes to', async () => {
    expect(await write(['CreateLogGroup', 'CreateLogStream', 'PutLogEvents'])).toEqual({
      written: true,
      calls: [
        ...['PutLogEvents', 'CreateLogStream', 'CreateLogGroup'],
        ...['CreateLogStream', 'PutLogEvents'],
      ],
    });
  });

  test.each(['CreateLogGroup', 'CreateLogStream', 'PutLogEvents'])(
    'goes on where it lacks %s',
    async (missing) => {
      const all = ['CreateLogGroup', 'CreateLogStream', 'PutLogEvents'];
      expect((await write(all.filter((name) => name !== missing))).written).toBe(false);
    },
  );
});
