import { describe, expect, it } from 'vitest';
import { ConnectionFailure, ServiceFailure } from '../../../../src/aws/cli/failures.ts';
import { retry } from '../../../../src/aws/cli/request/index.ts';

const refused = (status: number, code: string) =>
  new ServiceFailure({ status, code, operation: 'Op', message: 'm' });

/** Fails so often with an error, then succeeds; gives the waits between the attempts. */
async function attempts(error: Error, failures: number, max = 3) {
  const waits: number[] = [];
  let count = 0;
  const once = async () => {
    count += 1;
    if (count <= failures) throw error;
    return 'done';
  };
  const sleep = async (milliseconds: number) => void waits.push(milliseconds);
  return { result: await retry(once, { max, sleep }).catch((caught: Error) => caught), waits };
}

describe('retry', () => {
  it.each([
    refused(503, 'X'),
    refused(400, 'ThrottlingException'),
    refused(400, 'RequestTimeout'),
    new ConnectionFailure('http://a/'),
  ])('tries again after %s, waiting twice as long each time', async (error) => {
    expect(await attempts(error, 2)).toEqual({ result: 'done', waits: [1000, 2000] });
  });

  it('does not try again what stays wrong', async () => {
    const error = refused(403, 'AccessDenied');
    expect(await attempts(error, 1)).toEqual({ result: error, waits: [] });
    const defect = new TypeError('x');
    expect(await attempts(defect, 1)).toEqual({ result: defect, waits: [] });
  });

  it('gives up after so many attempts, and says how many', async () => {
    const { result, waits } = await attempts(refused(500, 'X'), 9, 7);
    expect(result).toMatchObject({ message: expect.stringContaining('(reached max retries: 6)') });
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 20_000]);
  });
});
