import { DescribeImagesCommand } from '@aws-sdk/client-ec2';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { open } from './open-parameters.ts';

standStill();

test('a public parameter leads to an image that EC2 knows', async () => {
  const { ssm, admin } = open();
  const Name = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
  expect(Parameter?.ARN).toBe(`arn:aws:ssm:ap-northeast-1::parameter${Name}`);
  const { Images: [image] = [] } = await admin.ec2.send(
    new DescribeImagesCommand({ ImageIds: [Parameter?.Value ?? ''] }),
  );
  expect(image).toMatchObject({ Architecture: 'x86_64', ImageOwnerAlias: 'amazon' });
});
