import {
  CancelUpdateStackCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
  GetTemplateCommand,
  ListStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openStacks } from './stack.ts';

standStill();

const queue = (properties = '{}', more = '') =>
  `Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties: ${properties}\n${more}`;

/** A bucket that another account could have: the name is no bucket's name. */
const BAD_BUCKET =
  '  Bucket:\n    Type: AWS::S3::Bucket\n    Properties: { BucketName: Bad_Name }\n    DependsOn: Queue\n';

describe('a stack', () => {
  test('comes to be with the clock', async () => {
    const stack = openStacks();
    const { StackId } = await stack.client.send(
      new CreateStackCommand({ StackName: 'shop', TemplateBody: queue() }),
    );
    expect(StackId).toMatch(
      /^arn:aws:cloudformation:ap-northeast-1:123456789012:stack\/shop\/[0-9a-f]{8}-[0-9a-f-]{27}$/,
    );
    expect((await stack.describe())?.StackStatus).toBe('CREATE_IN_PROGRESS');
    stack.pass(2);
    await stack.describe();
    expect(await stack.events()).toEqual([
      'shop CREATE_IN_PROGRESS: User Initiated',
      'Queue CREATE_IN_PROGRESS',
      'Queue CREATE_IN_PROGRESS: Resource creation Initiated',
    ]);
    const ended = await stack.settle();
    expect(ended).toMatchObject({ StackStatus: 'CREATE_COMPLETE', EnableTerminationProtection: false });
    expect((await stack.events()).slice(3)).toEqual(['Queue CREATE_COMPLETE', 'shop CREATE_COMPLETE']);
  });

  test('is refused where its name is taken', async () => {
    const stack = openStacks();
    await stack.create(queue());
    const input = { StackName: 'shop', TemplateBody: queue() };
    expect(await refusal(stack.client.send(new CreateStackCommand(input)))).toEqual({
      code: 'AlreadyExistsException',
      message: 'Stack [shop] already exists',
      status: 400,
    });
  });

  test('rolls back where a resource fails, and can then only be deleted', async () => {
    const stack = openStacks();
    const ended = await stack.create(queue('{ QueueName: jobs }', BAD_BUCKET));
    expect(ended?.StackStatus).toBe('ROLLBACK_COMPLETE');
    const events = await stack.events();
    expect(events.filter((event) => event.startsWith('Queue'))).toEqual([
      'Queue CREATE_IN_PROGRESS',
      'Queue CREATE_IN_PROGRESS: Resource creation Initiated',
      'Queue CREATE_COMPLETE',
      'Queue DELETE_IN_PROGRESS',
      'Queue DELETE_COMPLETE',
    ]);
    expect(events.find((event) => event.startsWith('Bucket CREATE_FAILED'))).toMatch(
      /^Bucket CREATE_FAILED: Resource handler returned message: "The specified bucket is not valid.+ \(Service: S3, Status Code: 400, Request ID: [\w-]+\)" \(RequestToken: [\w-]+, HandlerErrorCode: InvalidRequest\)$/,
    );
    expect(events).toContain(
      'shop ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: [Bucket]. Rollback requested by user.',
    );
    const gone = stack.admin.sqs.send(new GetQueueUrlCommand({ QueueName: 'jobs' }));
    expect((await refusal(gone)).code).toBe('QueueDoesNotExist');
    const update = { StackName: 'shop', TemplateBody: queue('{ DelaySeconds: 1 }') };
    expect((await refusal(stack.client.send(new UpdateStackCommand(update)))).message).toBe(
      `Stack:${ended?.StackId} is in ROLLBACK_COMPLETE state and can not be updated.`,
    );
    expect((await stack.remove())?.StackStatus).toBe('DELETE_COMPLETE');
  });

  test.each([
    ['DO_NOTHING', 'CREATE_FAILED'],
    ['DELETE', 'DELETE_COMPLETE'],
  ] as const)('ends as OnFailure %s says', async (OnFailure, status) => {
    const stack = openStacks();
    expect((await stack.create(queue('{}', BAD_BUCKET), { OnFailure }))?.StackStatus).toBe(status);
  });

  test('keeps what its DeletionPolicy retains', async () => {
    const stack = openStacks();
    const kept = `Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    DeletionPolicy: Retain\n    Properties: { QueueName: jobs }\n`;
    const id = (await stack.create(kept))?.StackId;
    await stack.remove();
    expect(await stack.events(id)).toContain('Queue DELETE_SKIPPED');
    const found = await stack.admin.sqs.send(new GetQueueUrlCommand({ QueueName: 'jobs' }));
    expect(found.QueueUrl).toContain('jobs');
  });

  test('fails to be deleted where a resource cannot be', async () => {
    const stack = openStacks();
    await stack.create('Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n');
    const Bucket = await stack.physical('Bucket');
    expect(Bucket).toMatch(/^shop-bucket-[a-z0-9]{12}$/);
    await stack.admin.s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'a' }));
    const ended = await stack.remove();
    expect(ended).toMatchObject({
      StackStatus: 'DELETE_FAILED',
      StackStatusReason: 'The following resource(s) failed to delete: [Bucket]. ',
    });
    await stack.client.send(new DeleteStackCommand({ StackName: 'shop', RetainResources: ['Bucket'] }));
    expect((await stack.settle(ended?.StackId))?.StackStatus).toBe('DELETE_COMPLETE');
    const { StackSummaries } = await stack.client.send(new ListStacksCommand({}));
    expect(StackSummaries?.map(({ StackStatus }) => StackStatus)).toEqual(['DELETE_COMPLETE']);
  });

  test('is protected from deletion where it is told so', async () => {
    const stack = openStacks();
    await stack.create(queue(), { EnableTerminationProtection: true });
    const deletion = stack.client.send(new DeleteStackCommand({ StackName: 'shop' }));
    expect((await refusal(deletion)).message).toBe(
      'Stack [shop] cannot be deleted while TerminationProtection is enabled',
    );
  });
});

describe('an update', () => {
  test('changes a resource in place, and replaces it where it must', async () => {
    const stack = openStacks();
    await stack.create(queue('{ DelaySeconds: 1 }'));
    const first = await stack.physical('Queue');
    await stack.update(queue('{ DelaySeconds: "2" }'));
    expect(await stack.physical('Queue')).toBe(first);
    const attributes = { QueueUrl: first, AttributeNames: ['All' as const] };
    const read = await stack.admin.sqs.send(new GetQueueAttributesCommand(attributes));
    expect(read.Attributes?.DelaySeconds).toBe('2');
    await stack.update(queue('{ QueueName: other }'));
    expect(await stack.physical('Queue')).toContain('/other');
    expect((await stack.events()).slice(-8)).toEqual([
      'shop UPDATE_IN_PROGRESS: User Initiated',
      'Queue UPDATE_IN_PROGRESS: Requested update requires the creation of a new physical resource; hence creating one.',
      'Queue UPDATE_IN_PROGRESS: Resource creation Initiated',
      'Queue UPDATE_COMPLETE',
      'shop UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Queue DELETE_IN_PROGRESS',
      'Queue DELETE_COMPLETE',
      'shop UPDATE_COMPLETE',
    ]);
    const gone = stack.admin.sqs.send(new GetQueueAttributesCommand(attributes));
    expect((await refusal(gone)).code).toBe('QueueDoesNotExist');
  });

  test('is refused where nothing changes, or there is no stack', async () => {
    const stack = openStacks();
    const update = new UpdateStackCommand({ StackName: 'shop', TemplateBody: queue() });
    expect((await refusal(stack.client.send(update))).message).toBe('Stack [shop] does not exist');
    await stack.create(queue());
    expect(await refusal(stack.client.send(update))).toEqual({
      code: 'ValidationError',
      message: 'No updates are to be performed.',
      status: 400,
    });
  });

  test('that fails leaves everything as it was', async () => {
    const stack = openStacks();
    await stack.create(queue('{ QueueName: jobs, DelaySeconds: 1 }'));
    const before = await stack.physical('Queue');
    const ended = await stack.update(queue('{ QueueName: jobs, DelaySeconds: 9 }', BAD_BUCKET));
    expect(ended?.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    const events = await stack.events();
    expect(events).toContain(
      'shop UPDATE_ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: [Bucket]. ',
    );
    const read = await stack.admin.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: before, AttributeNames: ['All'] }),
    );
    expect(read.Attributes?.DelaySeconds).toBe('1');
    const { StackResources } = await stack.client.send(
      new DescribeStackResourcesCommand({ StackName: 'shop' }),
    );
    expect(StackResources?.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(['Queue']);
    const { TemplateBody } = await stack.client.send(new GetTemplateCommand({ StackName: 'shop' }));
    expect(TemplateBody).toBe(queue('{ QueueName: jobs, DelaySeconds: 1 }'));
    expect((await stack.update(queue('{ QueueName: jobs }')))?.StackStatus).toBe('UPDATE_COMPLETE');
  });

  test('can be cancelled', async () => {
    const stack = openStacks();
    await stack.create(queue());
    const TemplateBody = queue('{ DelaySeconds: 5 }', '  Topic:\n    Type: AWS::SNS::Topic\n');
    await stack.client.send(new UpdateStackCommand({ StackName: 'shop', TemplateBody }));
    await stack.client.send(new CancelUpdateStackCommand({ StackName: 'shop' }));
    expect((await stack.settle())?.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(await stack.physical('Topic')).toBeUndefined();
  });

  test('does not replace a resource that has a name of its own', async () => {
    const stack = openStacks();
    const fifo = (is: boolean) => queue(`{ QueueName: jobs.fifo, FifoQueue: ${is} }`);
    await stack.create(fifo(true));
    expect((await stack.update(fifo(false)))?.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(await stack.events()).toContain(
      'Queue UPDATE_FAILED: CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename jobs.fifo and update the stack again.',
    );
  });
});
