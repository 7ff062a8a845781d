import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openStacks } from './stack.ts';

standStill();

/** One resource of each type; `size` and `text` change in an update. */
const everything = (size: number, text: string) => `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: { Status: ${size === 1 ? 'Enabled' : 'Suspended'} }
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 }
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, BlockPublicAcls: true }
      Tags: [{ Key: team, Value: ${text} }]
  BucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Sid: ${text}
            Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: !Sub "\${Bucket.Arn}/*"
            Condition: { Bool: { "aws:SecureTransport": "false" } }
  Dead:
    Type: AWS::SQS::Queue
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: ${30 + size}
      RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 }
      Tags: [{ Key: team, Value: ${text} }]
  QueuePolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Sid: ${text}, Effect: Allow, Principal: { Service: sns.amazonaws.com }, Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn }
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: ${text}
      Tags: [{ Key: team, Value: ${text} }]
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Topic
      Protocol: sqs
      Endpoint: !GetAtt Queue.Arn
      RawMessageDelivery: ${size === 1}
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
        ${size === 1 ? '' : '- { AttributeName: city, AttributeType: S }'}
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      DeletionProtectionEnabled: false
      ${size === 1 ? '' : 'GlobalSecondaryIndexes: [{ IndexName: by-city, KeySchema: [{ AttributeName: city, KeyType: HASH }], Projection: { ProjectionType: ALL } }]'}
      Tags: [{ Key: team, Value: ${text} }]
  Role:
    Type: AWS::IAM::Role
    Properties:
      Description: ${text}
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
      Policies:
        - PolicyName: read
          PolicyDocument: { Version: 2012-10-17, Statement: [{ Sid: ${text}, Effect: Allow, Action: "s3:Get*", Resource: "*" }] }
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: ${text}
      Roles: [!Ref Role]
      PolicyDocument: { Version: 2012-10-17, Statement: [{ Effect: Allow, Action: "sqs:*", Resource: !GetAtt Queue.Arn }] }
  ManagedPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Users: [!Ref User]
      PolicyDocument: { Version: 2012-10-17, Statement: [{ Sid: ${text}, Effect: Allow, Action: "sns:*", Resource: "*" }] }
  User:
    Type: AWS::IAM::User
    Properties:
      Tags: [{ Key: team, Value: ${text} }]
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: { Roles: [!Ref Role] }
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsHostnames: ${size === 1}
      Tags: [{ Key: Name, Value: ${text} }]
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]
      AvailabilityZone: !Select [0, !GetAZs ""]
      MapPublicIpOnLaunch: ${size === 1}
  Gateway:
    Type: AWS::EC2::InternetGateway
    Properties:
      Tags: [{ Key: Name, Value: ${text} }]
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway }
  Routes:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
      Tags: [{ Key: Name, Value: ${text} }]
  Route:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Routes }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.${size}.0/24, Description: ${text} }
      SecurityGroupEgress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
  Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: ${size === 1 ? 7 : 14}
      Tags: [{ Key: team, Value: ${text} }]
  Parameter:
    Type: AWS::SSM::Parameter
    Properties:
      Type: String
      Value: ${text}
      Tags: { team: ${text} }
  Key:
    Type: AWS::KMS::Key
    Properties:
      Description: ${text}
      EnableKeyRotation: ${size === 1}
      PendingWindowInDays: 7
  Alias:
    Type: AWS::KMS::Alias
    Properties: { AliasName: alias/shop, TargetKeyId: !Ref Key }
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Timeout: ${10 + size}
      Code:
        ZipFile: "exports.handler = async () => '${text}';"
      Environment: { Variables: { TABLE: !Ref Table } }
      Tags: [{ Key: team, Value: ${text} }]
  Rule:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(${size + 1} hours)
      Targets: [{ Id: function, Arn: !GetAtt Function.Arn }]
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Function
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Rule.Arn
`;

const CAPABILITIES = { Capabilities: ['CAPABILITY_IAM' as const] };

test('makes, changes and deletes a resource of each type', async () => {
  const stack = openStacks();
  const before = stack.sandbox.resources().map(({ key }) => key);
  const created = await stack.create(everything(1, 'first'), CAPABILITIES);
  expect([created?.StackStatus, await failures(stack)]).toEqual(['CREATE_COMPLETE', []]);
  const queue = await stack.physical('Queue');
  expect(queue).toMatch(/^https:\/\/sqs\.ap-northeast-1\.amazonaws\.com\/123456789012\/shop-Queue-\w{12}$/);

  const updated = await stack.update(everything(2, 'second'), CAPABILITIES);
  expect([updated?.StackStatus, await failures(stack)]).toEqual(['UPDATE_COMPLETE', []]);
  expect(await stack.physical('Queue')).toBe(queue);

  const id = created?.StackId;
  const deleted = await stack.remove();
  expect([deleted?.StackStatus, await failures(stack, id)]).toEqual(['DELETE_COMPLETE', []]);
  const left = stack.sandbox.resources().filter(({ key }) => !before.includes(key));
  // A deleted key waits for its end.
  expect(left.map(({ type }) => type)).toEqual(['AWS::KMS::Key']);
});

async function failures({ events }: ReturnType<typeof openStacks>, id?: string): Promise<string[]> {
  return (await events(id)).filter((event) => event.includes('FAILED'));
}
