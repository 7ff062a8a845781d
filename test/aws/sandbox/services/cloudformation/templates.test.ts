import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const TemplateBody = `
Description: a queue and a user
Parameters:
  Name: { Type: String, Default: jobs, Description: its name, AllowedValues: [jobs, mails] }
  Password: { Type: String, NoEcho: true }
Resources:
  Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Name } }
  User: { Type: AWS::IAM::User }
`;
const about = {
  ...{ Description: 'a queue and a user', Capabilities: ['CAPABILITY_IAM'] },
  CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM::User]',
};

test('a template is validated, and says what it asks for', async () => {
  const { call } = openService('cloudformation');
  expect(await call('ValidateTemplate', { TemplateBody })).toEqual({
    ...about,
    Parameters: [
      { ParameterKey: 'Name', DefaultValue: 'jobs', NoEcho: false, Description: 'its name' },
      { ParameterKey: 'Password', NoEcho: true },
    ],
  });
  expect(await call('GetTemplateSummary', { TemplateBody })).toMatchObject({
    ...about,
    ResourceTypes: ['AWS::SQS::Queue', 'AWS::IAM::User'],
    Parameters: [
      { ParameterConstraints: { AllowedValues: ['jobs', 'mails'] } },
      { ParameterConstraints: {} },
    ],
  });
});

test('a stack gives its template back; without a stack there is none', async () => {
  const { call, refused } = openService('cloudformation');
  const body = 'Resources: { Queue: { Type: AWS::SQS::Queue } }';
  await call('CreateStack', { StackName: 'shop', TemplateBody: body });
  expect(await call('GetTemplate', { StackName: 'shop' })).toEqual({
    TemplateBody: body,
    StagesAvailable: ['Original', 'Processed'],
  });
  expect(await refused('GetTemplate', { StackName: 'none' })).toMatchObject({
    message: 'Stack with id none does not exist',
  });
  expect(await refused('GetTemplate')).toMatchObject({
    message: 'StackName is required if ChangeSetName is not specified.',
  });
});
