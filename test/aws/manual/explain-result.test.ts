import { describe, expect, it } from 'vitest';
import { explainResult } from '../../../src/aws/manual/index.ts';

const VPCS = `{
    "Vpcs": [
        { "CidrBlock": "10.0.0.0/16", "Tags": [{ "Key": "CidrBlock", "Value": "x" }], "NoSuchKey": 1 },
        { "VpcId": "vpc-1" }
    ]
}`;

const wordsOf = async (script: string, json: string) => {
  const explained = await explainResult(script, json);
  for (const { word, start, end } of explained) expect(json.slice(start, end)).toBe(word);
  return explained.map(({ word }) => word).join(' ');
};

describe('explainResult', () => {
  it.each([
    ['aws ec2 describe-vpcs', VPCS, 'Vpcs CidrBlock Tags Key Value VpcId'],
    // Of several commands the last one that prints something.
    ['aws ec2 describe-vpcs\naws iam delete-user --user-name x', VPCS, 'Vpcs CidrBlock Tags Key Value VpcId'],
    ["aws ec2 describe-vpcs --query 'Vpcs[0]'", '{ "VpcId": "x" }', 'VpcId'],
    ['aws sts get-session-token --query Credentials', '{ "Expiration": ... }', 'Expiration'],
    // Names that the query gives are not the CLI's.
    ["aws ec2 describe-vpcs --query 'Vpcs[].{VpcId: CidrBlock}'", '[{ "VpcId": "10.0.0.0/16" }]', ''],
    // The keys of a map are nobody's names, what is in its values is.
    ['aws sqs get-queue-attributes', '{ "Attributes": { "Attributes": "x" } }', 'Attributes'],
    ['aws dynamodb get-item', '{ "Item": { "Item": { "S": "x" } } }', 'Item S'],
    ['aws sts get-caller-identity', '{ "Account": "~", ', 'Account'],
    ['echo x', '{ "Account": "1" }', ''],
    ['aws ec2 describe-vpcs', ']}]}{"', ''],
  ])('%s', async (script, json, words) => expect(await wordsOf(script, json)).toBe(words));

  it('reads a key where it stands', async () => {
    const texts = await explainResult('aws ec2 describe-vpcs', VPCS);
    expect(texts.find(({ word }) => word === 'Key')?.text).toBe('The key of the tag.');
  });
});
