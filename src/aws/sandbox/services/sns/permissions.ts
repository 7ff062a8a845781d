import type { AddPermissionInput, RemovePermissionInput } from '@aws-sdk/client-sns';
import { defineOperation } from '../../operation/index.ts';
import { findTopic, onTopic } from './find-topic.ts';
import { invalidParameter } from './sns-errors.ts';
import type { TopicRecord } from './sns-state.ts';
import { POLICY_ACTIONS, policyTextOf } from './topic-policy.ts';

interface Policy {
  Statement: { Sid?: string }[];
}

export default {
  AddPermission: defineOperation<AddPermissionInput, object>({
    reads: ['TopicArn', 'Label', 'AWSAccountId', 'ActionName'],
    access: onTopic('AddPermission', 'TopicArn'),
    handle: (context) => {
      const { input, state } = context;
      const topic = findTopic(input.TopicArn, context);
      const { Label = '', AWSAccountId = [], ActionName = [] } = input;
      if (ActionName.some((name) => !POLICY_ACTIONS.includes(name)))
        throw invalidParameter('Policy statement action out of service scope!');
      const policy = readPolicy(topic, state.account.id);
      if (policy.Statement.some(({ Sid }) => Sid === Label))
        throw invalidParameter('Statement already exists');
      const principals = AWSAccountId.map((id) => `arn:aws:iam::${id}:root`);
      const actions = ActionName.map((name) => `SNS:${name}`);
      const statement = {
        Sid: Label,
        Effect: 'Allow',
        Principal: { AWS: single(principals) },
        Action: single(actions),
        Resource: topic.arn,
      };
      topic.attributes.set(
        'Policy',
        JSON.stringify({ ...policy, Statement: [...policy.Statement, statement] }),
      );
      return {};
    },
  }),
  RemovePermission: defineOperation<RemovePermissionInput, object>({
    reads: ['TopicArn', 'Label'],
    access: onTopic('RemovePermission', 'TopicArn'),
    handle: (context) => {
      const { input, state } = context;
      const topic = findTopic(input.TopicArn, context);
      const policy = readPolicy(topic, state.account.id);
      const Statement = policy.Statement.filter(({ Sid }) => Sid !== input.Label);
      topic.attributes.set('Policy', JSON.stringify({ ...policy, Statement }));
      return {};
    },
  }),
};

const single = (texts: readonly string[]): unknown => (texts.length === 1 ? texts[0] : texts);

function readPolicy(topic: TopicRecord, account: string): Policy {
  const policy = JSON.parse(policyTextOf(topic, account));
  return { ...policy, Statement: [policy.Statement].flat() };
}
