import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { GetParametersCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { open } from './open-parameters.ts';

standStill();

test('IAM decides on each name, by ARN and by tag', async () => {
  const { ssm, admin, nobody } = open();
  const put = (Name: string, team: string) =>
    ssm.send(
      new PutParameterCommand({ Name, Value: 'x', Type: 'String', Tags: [{ Key: 'team', Value: team }] }),
    );
  await put('/app/a', 'a');
  await put('/app/b', 'b');
  const statement = {
    Effect: 'Allow',
    Action: 'ssm:GetParameter*',
    Resource: 'arn:aws:ssm:*:123456789012:parameter/app/*',
    Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } },
  };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  await admin.iam.send(new PutUserPolicyCommand({ UserName: 'nobody', PolicyName: 'a', PolicyDocument }));
  const read = (...Names: string[]) => nobody.ssm.send(new GetParametersCommand({ Names }));
  expect((await read('/app/a')).Parameters).toHaveLength(1);
  expect(await refusal(read('/app/a', '/app/b'))).toMatchObject({
    code: 'AccessDeniedException',
    message: expect.stringContaining('on resource: arn:aws:ssm:ap-northeast-1:123456789012:parameter/app/b'),
  });
});
