import { expect, test } from 'vitest';
import { pseudoParameter } from '../../../../../../src/aws/sandbox/services/cloudformation/template/index.ts';

const stack = { account: '123456789012', region: 'ap-northeast-1', stackId: 'arn:stack', stackName: 'shop' };

// CloudFormation User Guide, "Pseudo parameters reference".
test.each([
  ['AWS::AccountId', '123456789012'],
  ['AWS::Region', 'ap-northeast-1'],
  ['AWS::StackId', 'arn:stack'],
  ['AWS::StackName', 'shop'],
  ['AWS::Partition', 'aws'],
  ['AWS::URLSuffix', 'amazonaws.com'],
  ['AWS::NotificationARNs', []],
  ['AWS::NoValue', undefined],
  ['Other', undefined],
])('%s is %j', (name, value) => {
  expect(pseudoParameter(name, stack)).toEqual(value);
});
