import { execa } from 'execa';
import { describe, expect, test, vi } from 'vitest';
import { commandEnvironment, createEnvironment } from '../../../../src/aws/sandbox/http/index.ts';
import { hasPythonModule } from '../../../real-clients.ts';
import { adminAccount } from '../services/open.ts';
import { serve } from './served.ts';

vi.setConfig({ testTimeout: 180_000 });

/** Reads the output of a script as JSON; the script drives a fresh account with boto3. */
async function runPython(script: string): Promise<unknown> {
  const served = await serve({ account: adminAccount() });
  const environment = createEnvironment(served);
  const env = commandEnvironment(environment, { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' });
  try {
    const prelude =
      "import boto3, json\nfrom botocore.exceptions import ClientError\nregion = 'ap-northeast-1'\n";
    const { stdout } = await execa('python3', ['-c', prelude + script], { env, extendEnv: false });
    return JSON.parse(stdout);
  } finally {
    environment.remove();
  }
}

const NOTIFICATIONS = `
sns, sqs = boto3.client('sns', region_name=region), boto3.client('sqs', region_name=region)
topic = sns.create_topic(Name='orders', Tags=[{'Key': 'team', 'Value': 'a'}])['TopicArn']
policy = {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Principal': {'Service': 'sns.amazonaws.com'},
  'Action': 'sqs:SendMessage', 'Resource': '*', 'Condition': {'ArnEquals': {'aws:SourceArn': topic}}}]}
url = sqs.create_queue(QueueName='jobs', Attributes={'Policy': json.dumps(policy)})['QueueUrl']
queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=['QueueArn'])['Attributes']['QueueArn']
sns.subscribe(TopicArn=topic, Protocol='sqs', Endpoint=queue, Attributes={'FilterPolicy': '{"city": ["Kyoto"]}'})
for city in ['Kyoto', 'Tokyo']:
    sns.publish(TopicArn=topic, Message=city, MessageAttributes={'city': {'DataType': 'String', 'StringValue': city}})
bodies = [json.loads(one['Body'])['Message'] for one in sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)['Messages']]
topics = [one['TopicArn'] for page in sns.get_paginator('list_topics').paginate() for one in page['Topics']]
sns.delete_topic(TopicArn=topic)
try:
    sns.publish(TopicArn=topic, Message='x')
except sns.exceptions.NotFoundException as error:
    refused = error.response['Error']
print(json.dumps([bodies, topics == [topic], refused['Code'], refused['Message']]))
`;

const PARAMETERS = `
ssm = boto3.client('ssm', region_name=region)
for n in range(12):
    ssm.put_parameter(Name=f'/app/{n:02}', Value=str(n), Type='SecureString')
pages = ssm.get_paginator('get_parameters_by_path').paginate(Path='/app', WithDecryption=True)
values = [one['Value'] for page in pages for one in page['Parameters']]
try:
    ssm.get_parameter(Name='/app/99')
except ssm.exceptions.ParameterNotFound as error:
    missing = error.response['ResponseMetadata']['HTTPStatusCode']
print(json.dumps([len(values), values[11], missing]))
`;

const SECRETS = `
secrets = boto3.client('secretsmanager', region_name=region)
secrets.create_secret(Name='key', SecretBinary=b'\\x00\\x01')
secrets.put_secret_value(SecretId='key', SecretString='text')
old = secrets.get_secret_value(SecretId='key', VersionStage='AWSPREVIOUS')
secrets.delete_secret(SecretId='key')
try:
    secrets.get_secret_value(SecretId='key')
except secrets.exceptions.InvalidRequestException as error:
    refused = error.response['Error']['Message']
print(json.dumps([list(old['SecretBinary']), refused]))
`;

const ORDERS = `
from boto3.dynamodb.conditions import Attr, Key
from decimal import Decimal
client = boto3.client('dynamodb', region_name=region)
client.create_table(TableName='orders', BillingMode='PAY_PER_REQUEST',
  AttributeDefinitions=[{'AttributeName': 'customer', 'AttributeType': 'S'}, {'AttributeName': 'nr', 'AttributeType': 'N'}],
  KeySchema=[{'AttributeName': 'customer', 'KeyType': 'HASH'}, {'AttributeName': 'nr', 'KeyType': 'RANGE'}])
client.get_waiter('table_exists').wait(TableName='orders', WaiterConfig={'Delay': 1, 'MaxAttempts': 30})
table = boto3.resource('dynamodb', region_name=region).Table('orders')
with table.batch_writer() as batch:
    for nr in range(30):
        batch.put_item(Item={'customer': 'a' if nr % 2 else 'b', 'nr': nr, 'price': Decimal('1.50'), 'tags': {'x', 'y'}})
table.update_item(Key={'customer': 'a', 'nr': 1}, UpdateExpression='SET price = price + :p', ExpressionAttributeValues={':p': 1})
pages = client.get_paginator('query').paginate(TableName='orders', KeyConditionExpression='customer = :c',
  ExpressionAttributeValues={':c': {'S': 'a'}}, PaginationConfig={'PageSize': 4})
found = [int(item['nr']['N']) for page in pages for item in page['Items']]
dear = table.query(KeyConditionExpression=Key('customer').eq('a') & Key('nr').lt(9), FilterExpression=Attr('price').gt(2))['Items']
try:
    table.put_item(Item={'customer': 'a', 'nr': 1}, ConditionExpression=Attr('customer').not_exists())
except client.exceptions.ConditionalCheckFailedException as error:
    refused = error.response['Error']['Message']
arn = client.describe_table(TableName='orders')['Table']['TableArn']
first = client.get_item(TableName=arn, Key={'customer': {'S': 'a'}, 'nr': {'N': '1'}})['Item']['price']
print(json.dumps([found == list(range(1, 30, 2)), [str(one['price']) for one in dear], refused, first]))
`;

const STREAMS = `
dynamodb, streams = boto3.client('dynamodb', region_name=region), boto3.client('dynamodbstreams', region_name=region)
dynamodb.create_table(TableName='orders', BillingMode='PAY_PER_REQUEST',
  AttributeDefinitions=[{'AttributeName': 'id', 'AttributeType': 'S'}], KeySchema=[{'AttributeName': 'id', 'KeyType': 'HASH'}],
  StreamSpecification={'StreamEnabled': True, 'StreamViewType': 'NEW_AND_OLD_IMAGES'})
dynamodb.get_waiter('table_exists').wait(TableName='orders', WaiterConfig={'Delay': 1, 'MaxAttempts': 30})
dynamodb.put_item(TableName='orders', Item={'id': {'S': 'a'}})
dynamodb.delete_item(TableName='orders', Key={'id': {'S': 'a'}})
arn = streams.list_streams(TableName='orders')['Streams'][0]['StreamArn']
shard = streams.describe_stream(StreamArn=arn)['StreamDescription']['Shards'][0]['ShardId']
iterator = streams.get_shard_iterator(StreamArn=arn, ShardId=shard, ShardIteratorType='TRIM_HORIZON')['ShardIterator']
names = [record['eventName'] for record in streams.get_records(ShardIterator=iterator)['Records']]
try:
    streams.describe_stream(StreamArn=arn + 'x')
except streams.exceptions.ResourceNotFoundException as error:
    refused = error.response['ResponseMetadata']['HTTPStatusCode']
print(json.dumps([names, refused]))
`;

const KEYS = `
kms = boto3.client('kms', region_name=region)
key = kms.create_key()['KeyMetadata']['KeyId']
kms.create_alias(AliasName='alias/shop', TargetKeyId=key)
sealed = kms.encrypt(KeyId='alias/shop', Plaintext=b'secret', EncryptionContext={'a': 'b'})['CiphertextBlob']
opened = kms.decrypt(CiphertextBlob=sealed, EncryptionContext={'a': 'b'})['Plaintext'].decode()
try:
    kms.decrypt(CiphertextBlob=sealed)
except kms.exceptions.InvalidCiphertextException as error:
    refused = error.response['ResponseMetadata']['HTTPStatusCode']
print(json.dumps([opened, refused]))
`;

const SCHEDULES = `
iam, sqs = boto3.client('iam', region_name=region), boto3.client('sqs', region_name=region)
scheduler = boto3.client('scheduler', region_name=region)
trust = {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Principal': {'Service': 'scheduler.amazonaws.com'}, 'Action': 'sts:AssumeRole'}]}
role = iam.create_role(RoleName='sends', AssumeRolePolicyDocument=json.dumps(trust))['Role']['Arn']
policy = {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': 'sqs:SendMessage', 'Resource': '*'}]}
iam.put_role_policy(RoleName='sends', PolicyName='send', PolicyDocument=json.dumps(policy))
url = sqs.create_queue(QueueName='jobs')['QueueUrl']
queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=['QueueArn'])['Attributes']['QueueArn']
scheduler.create_schedule(Name='tick', ScheduleExpression='rate(1 hour)', FlexibleTimeWindow={'Mode': 'OFF'},
  Target={'Arn': queue, 'RoleArn': role, 'Input': 'tick'})
names = [one['Name'] for page in scheduler.get_paginator('list_schedules').paginate() for one in page['Schedules']]
bodies = [one['Body'] for one in sqs.receive_message(QueueUrl=url)['Messages']]
try:
    scheduler.get_schedule(Name='none')
except scheduler.exceptions.ResourceNotFoundException as error:
    refused = error.response['Error']['Message']
print(json.dumps([names, bodies, refused]))
`;

const ALARMS = `
cloudwatch, sns, sqs = [boto3.client(name, region_name=region) for name in ['cloudwatch', 'sns', 'sqs']]
policy = {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Principal': {'Service': 'sns.amazonaws.com'},
  'Action': 'sqs:SendMessage', 'Resource': '*'}]}
url = sqs.create_queue(QueueName='jobs', Attributes={'Policy': json.dumps(policy)})['QueueUrl']
queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=['QueueArn'])['Attributes']['QueueArn']
topic = sns.create_topic(Name='alerts')['TopicArn']
sns.subscribe(TopicArn=topic, Protocol='sqs', Endpoint=queue, Attributes={'RawMessageDelivery': 'true'})
# Such a request is compressed.
cloudwatch.put_metric_data(Namespace='Shop', MetricData=[{'MetricName': f'm{n}', 'Value': n} for n in range(501)])
metrics = [one['MetricName'] for page in cloudwatch.get_paginator('list_metrics').paginate() for one in page['Metrics']]
cloudwatch.put_metric_alarm(AlarmName='busy', Namespace='Shop', MetricName='m1', Statistic='Sum', Period=60,
  EvaluationPeriods=1, Threshold=0.5, ComparisonOperator='GreaterThanThreshold', AlarmActions=[topic])
cloudwatch.get_waiter('alarm_exists').wait(AlarmNames=['busy'])
cloudwatch.set_alarm_state(AlarmName='busy', StateValue='ALARM', StateReason='a test')
told = json.loads(sqs.receive_message(QueueUrl=url)['Messages'][0]['Body'])
try:
    cloudwatch.set_alarm_state(AlarmName='none', StateValue='ALARM', StateReason='a test')
except cloudwatch.exceptions.ResourceNotFound as error:
    refused = error.response['ResponseMetadata']['HTTPStatusCode']
print(json.dumps([len(set(metrics)), told['NewStateValue'], told['Trigger']['Threshold'], refused]))
`;

const LOGS = `
logs = boto3.client('logs', region_name=region)
logs.create_log_group(logGroupName='/app/web', tags={'team': 'a'})
logs.create_log_stream(logGroupName='/app/web', logStreamName='one')
import time
now = int(time.time() * 1000)
for n in range(3):
    logs.put_log_events(logGroupName='/app/web', logStreamName='one',
      logEvents=[{'timestamp': now + n, 'message': json.dumps({'status': 200 + 100 * n})}])
pages = logs.get_paginator('filter_log_events').paginate(logGroupName='/app/web', filterPattern='{ $.status >= 300 }',
  PaginationConfig={'PageSize': 1})
found = [json.loads(one['message'])['status'] for page in pages for one in page['events']]
try:
    logs.create_log_group(logGroupName='/app/web')
except logs.exceptions.ResourceAlreadyExistsException as error:
    refused = error.response['Error']['Message']
print(json.dumps([found, refused]))
`;

const EVENTS = `
events, sqs = boto3.client('events', region_name=region), boto3.client('sqs', region_name=region)
policy = {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Principal': {'Service': 'events.amazonaws.com'},
  'Action': 'sqs:SendMessage', 'Resource': '*'}]}
url = sqs.create_queue(QueueName='jobs', Attributes={'Policy': json.dumps(policy)})['QueueUrl']
queue = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=['QueueArn'])['Attributes']['QueueArn']
events.put_rule(Name='orders', EventPattern=json.dumps({'source': [{'prefix': 'shop'}]}))
events.put_targets(Rule='orders', Targets=[{'Id': 'q', 'Arn': queue, 'InputPath': '$.detail'}])
put = events.put_events(Entries=[{'Source': source, 'DetailType': 'order', 'Detail': '{"from": "' + source + '"}'}
  for source in ['shop.a', 'bank', 'aws.ec2']])
bodies = [one['Body'] for one in sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)['Messages']]
try:
    events.put_rule(Name='orders', EventPattern='{')
except events.exceptions.InvalidEventPatternException as error:
    refused = error.response['ResponseMetadata']['HTTPStatusCode']
print(json.dumps([put['FailedEntryCount'], bodies, refused]))
`;

const FUNCTIONS = `
import io, zipfile
iam, functions = boto3.client('iam', region_name=region), boto3.client('lambda', region_name=region)
trust = {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Principal': {'Service': 'lambda.amazonaws.com'}, 'Action': 'sts:AssumeRole'}]}
role = iam.create_role(RoleName='runs', AssumeRolePolicyDocument=json.dumps(trust))['Role']['Arn']
archive = io.BytesIO()
with zipfile.ZipFile(archive, 'w') as package:
    package.writestr('index.mjs', 'export const handler = async ({ n }) => n * 2;')
functions.create_function(FunctionName='twice', Runtime='nodejs22.x', Handler='index.handler', Role=role, Code={'ZipFile': archive.getvalue()})
functions.get_waiter('function_active_v2').wait(FunctionName='twice')
answer = functions.invoke(FunctionName='twice', Payload=json.dumps({'n': 21}))
try:
    functions.invoke(FunctionName='none')
except functions.exceptions.ResourceNotFoundException as error:
    refused = error.response['ResponseMetadata']['HTTPStatusCode']
print(json.dumps([json.load(answer['Payload']), answer['ExecutedVersion'], refused]))
`;

describe.skipIf(!hasPythonModule('boto3'))('boto3 (missing? pip install boto3) drives', () => {
  test('SNS with a queue of SQS', async () => {
    expect(await runPython(NOTIFICATIONS)).toEqual([['Kyoto'], true, 'NotFound', 'Topic does not exist']);
  });

  test('Parameter Store, page by page', async () => {
    expect(await runPython(PARAMETERS)).toEqual([12, '11', 400]);
  });

  test('Secrets Manager', async () => {
    expect(await runPython(SECRETS)).toEqual([
      [0, 1],
      "You can't perform this operation on the secret because it was marked for deletion.",
    ]);
  });

  test('DynamoDB, whose checksums it verifies', async () => {
    const expected = [true, ['2.5'], 'The conditional request failed', { N: '2.5' }];
    expect(await runPython(ORDERS)).toEqual(expected);
  });

  test('the streams of DynamoDB', async () => {
    expect(await runPython(STREAMS)).toEqual([['INSERT', 'REMOVE'], 400]);
  });

  test('KMS', async () => {
    expect(await runPython(KEYS)).toEqual(['secret', 400]);
  });

  test('EventBridge with a queue of SQS', async () => {
    expect(await runPython(EVENTS)).toEqual([1, ['{"from":"shop.a"}'], 400]);
  });

  test('EventBridge Scheduler', async () => {
    expect(await runPython(SCHEDULES)).toEqual([['tick'], ['tick'], 'Schedule none does not exist.']);
  });

  test('CloudWatch with a topic of SNS', async () => {
    expect(await runPython(ALARMS)).toEqual([501, 'ALARM', 0.5, 404]);
  });

  test('CloudWatch Logs', async () => {
    expect(await runPython(LOGS)).toEqual([[300, 400], 'The specified log group already exists']);
  });

  test('Lambda', async () => {
    expect(await runPython(FUNCTIONS)).toEqual([42, '$LATEST', 404]);
  });
});
