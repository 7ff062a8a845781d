import {
  ConfirmSubscriptionCommand,
  ListSubscriptionsByTopicCommand,
  PublishCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openTopic } from './open-topic.ts';

standStill();

describe('a mail subscription', () => {
  test('is confirmed by the token of a mail within two days; then notifications are mails', async () => {
    const { sns, sandbox, clock, TopicArn, subscribe } = await openTopic({ DisplayName: 'Orders' });
    expect(await subscribe('me@example.com', {}, 'email')).toBe('pending confirmation');
    await sns.send(new PublishCommand({ TopicArn, Message: 'too early' }));
    const list = new ListSubscriptionsByTopicCommand({ TopicArn });
    expect((await sns.send(list)).Subscriptions).toMatchObject([{ SubscriptionArn: 'PendingConfirmation' }]);
    const [question, ...others] = sandbox.mails();
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      to: 'me@example.com',
      from: 'Orders <no-reply@sns.amazonaws.com>',
      subject: 'AWS Notification - Subscription Confirmation',
    });
    const link = new URL(/https:\S+/.exec(question?.body ?? '')?.[0] ?? '');
    const Token = link.searchParams.get('Token') ?? '';
    const { SubscriptionArn } = await sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token }));
    await sns.send(new PublishCommand({ TopicArn, Message: 'hello', Subject: 'Greeting' }));
    expect(sandbox.mails().at(-1)).toMatchObject({ subject: 'Greeting', sent: clock.account() });
    expect(sandbox.mails().at(-1)?.body).toMatch(/^hello\n\n--\nIf you wish to stop/);
    await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    await sns.send(new PublishCommand({ TopicArn, Message: 'unheard' }));
    expect(sandbox.mails()).toHaveLength(2);
    await subscribe('late@example.com', {}, 'email');
    clock.elapse(2 * 86_400_000);
    expect((await sns.send(list)).Subscriptions).toEqual([]);
  });
});
