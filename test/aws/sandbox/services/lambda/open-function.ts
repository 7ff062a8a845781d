import { zipSync } from 'fflate';
import { openService } from '../open.ts';

/** A deployment package whose handler returns a value. */
export const zipOf = (value: number): Uint8Array =>
  zipSync({ 'index.js': new TextEncoder().encode(`exports.handler = async () => ${value};`) });

/** An account with the function `f`, which is ready. */
export async function openFunction() {
  const account = openService('lambda');
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const { Role } = await account.of('iam')('CreateRole', {
    RoleName: 'run',
    AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
  });
  await account.call('CreateFunction', {
    ...{ FunctionName: 'f', Runtime: 'nodejs22.x', Handler: 'index.handler', Role: Role.Arn },
    Code: { ZipFile: zipOf(1) },
  });
  account.clock.elapse(60_000);
  return account;
}
