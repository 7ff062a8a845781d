import { describe, expect, it } from 'vitest';
import { ServiceFailure } from '../../../src/aws/cli/failures.ts';
import type { Waiter } from '../../../src/aws/cli/model/index.ts';
import { waitFor } from '../../../src/aws/cli/waiter.ts';

type Acceptor = Waiter['acceptors'][number];
const path = (
  expected: unknown,
  state: Acceptor['state'] = 'success',
  matcher: Acceptor['matcher'] = 'path',
) => ({ matcher, argument: matcher === 'path' ? 'State' : 'States[]', expected, state }) as Acceptor;
const refusal = new ServiceFailure({ status: 404, code: 'NotFound', operation: 'Op', message: 'm' });

async function wait(acceptors: readonly Acceptor[], answers: readonly (object | Error)[], maxAttempts = 3) {
  const waits: number[] = [];
  let asked = 0;
  const call = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    if (answer instanceof Error) throw answer;
    return answer as Record<string, unknown>;
  };
  const waiter = { operation: 'Op', delay: 2, maxAttempts, acceptors } as Waiter;
  await waitFor('Ready', waiter, call, async (milliseconds) => void waits.push(milliseconds));
  return { asked, waits };
}

describe('waitFor', () => {
  it('asks until an acceptor is content', async () => {
    expect(await wait([path('on')], [{ State: 'off' }, { State: 'on' }])).toEqual({
      asked: 2,
      waits: [2000],
    });
  });

  it.each([
    [path('on', 'success', 'pathAll'), { States: ['on', 'on'] }],
    [path('on', 'success', 'pathAny'), { States: ['off', 'on'] }],
    [{ matcher: 'status', expected: 404, state: 'success' } as Acceptor, refusal],
    [{ matcher: 'status', expected: 200, state: 'success' } as Acceptor, {}],
    [{ matcher: 'error', expected: 'NotFound', state: 'success' } as Acceptor, refusal],
  ])('takes %j', async (acceptor, answer) => expect((await wait([acceptor], [answer])).asked).toBe(1));

  it.each([
    [path('on', 'success', 'pathAll'), { States: [] }],
    [path('on', 'success', 'pathAll'), { States: ['on', 'off'] }],
    [path('on', 'success', 'pathAny'), { States: null }],
  ])('does not take %j for %j', async (acceptor, answer) => {
    await expect(wait([acceptor], [answer], 1)).rejects.toThrow('Waiter Ready failed: Max attempts exceeded');
  });

  it.each([
    [
      [path('bad', 'failure')],
      [{ State: 'bad' }],
      'Waiter encountered a terminal failure state: For expression "State" we matched expected path: "bad"',
    ],
    [[path('on')], [refusal], 'Waiter Ready failed: An error occurred (NotFound): m'],
    [
      [path('on'), path('wait', 'retry')],
      [{ State: 'wait' }],
      'Max attempts exceeded. Previously accepted state: For expression "State" we matched expected path: "wait"',
    ],
    [
      [path(true, 'failure', 'pathAll')],
      [{ States: [true] }],
      'For expression "States[]" all members matched excepted path: "True"',
    ],
  ])('fails: %j', async (acceptors, answers, message) => {
    await expect(wait(acceptors, answers)).rejects.toThrow(message);
  });

  it('passes on a defect', async () => {
    await expect(wait([path('on')], [new TypeError('defect')])).rejects.toThrow('defect');
  });
});
