import { describe, expect, it } from 'vitest';
import { explainScript } from '../../../src/aws/manual/index.ts';

const wordsOf = async (script: string) => {
  const explained = await explainScript(script);
  for (const { word, start, end } of explained) expect(script.slice(start, end)).toBe(word);
  return explained.map(({ word }) => word).join(' ');
};

describe('explainScript', () => {
  it.each([
    ['aws sts get-caller-identity', 'sts get-caller-identity'],
    ['aws sts get-session-token \\\n  --duration-seconds 900', 'sts get-session-token --duration-seconds'],
    [
      `ID="$( \\\n  aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' \\\n    --output text)"`,
      'ec2 describe-vpcs --query --output',
    ],
    ['aws ec2 wait vpc-available --vpc-ids="$ID" && echo --region', 'ec2 vpc-available --vpc-ids'],
    ['aws iam list-users | grep --color a; aws s3 ls --recursive', 'iam list-users s3 ls --recursive'],
    [`aws iam create-user --user-name 'aws sts get-caller-identity'`, 'iam create-user --user-name'],
    ['aws s3api list-objects-v2 --max-items 1', 'list-objects-v2 --max-items'],
    // Neither the option nor the service is known.
    ['aws sts get-caller-identity --no-such', 'sts get-caller-identity'],
    ['aws route53 list-hosted-zones --output text', ''],
    ['laws sts get-caller-identity', ''],
    ['aws', ''],
    ['aws --version', ''],
  ])('%s', async (script, words) => expect(await wordsOf(script)).toBe(words));

  it.each(['ls -l', 'aws constructor toString --__proto__', 'aws ../aws x', "aws sts 'open"])(
    'says nothing about %s',
    async (script) => expect(await explainScript(script).then((all) => all.length)).toBeLessThan(2),
  );

  it('gives the first sentence of the CLI', async () => {
    const [, , option] = await explainScript('aws sts assume-role --role-arn x');
    expect(option?.text).toBe('The Amazon Resource Name (ARN) of the role to assume.');
  });
});
