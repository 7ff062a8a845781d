import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openRule, PLACE, SHOP } from './open-rule.ts';

standStill();

test('a target of a service that the account does not have is refused in words of the sandbox', async () => {
  const { target } = await openRule(SHOP);
  const Arn = `arn:aws:states:${PLACE}:stateMachine:x`;
  expect(await refusal(target({ Id: 'x', Arn }))).toMatchObject({
    status: 501,
    message: `The Tejun sandbox does not simulate the target ${Arn} of events:PutTargets yet.`,
  });
  expect(await refusal(target({ EcsParameters: { TaskDefinitionArn: 'x' } }))).toMatchObject({ status: 501 });
  const six = '12345'.split('').map((Id) => target({ Id }));
  const refused = await Promise.allSettled(six);
  expect(refused.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});
