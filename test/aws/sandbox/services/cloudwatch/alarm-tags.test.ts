import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { alarmArn, BUSY, openCloudWatch } from './open-alarm.ts';

standStill();

const ResourceARN = alarmArn('busy');

test('tags come, change and go', async () => {
  const { call } = openCloudWatch();
  await call('PutMetricAlarm', { ...BUSY, Tags: [{ Key: 'team', Value: 'a' }] });
  await call('TagResource', {
    ResourceARN,
    Tags: [
      { Key: 'team', Value: 'b' },
      { Key: 'stage', Value: '' },
    ],
  });
  const tags = async () => (await call('ListTagsForResource', { ResourceARN })).Tags;
  expect(await tags()).toEqual([
    { Key: 'team', Value: 'b' },
    { Key: 'stage', Value: '' },
  ]);
  await call('UntagResource', { ResourceARN, TagKeys: ['team', 'none'] });
  expect(await tags()).toEqual([{ Key: 'stage', Value: '' }]);
});

test('an alarm that is not there has none, and takes none', async () => {
  const { call, refused } = openCloudWatch();
  expect(await call('ListTagsForResource', { ResourceARN })).toEqual({ Tags: [] });
  const refusal = await refused('TagResource', { ResourceARN, Tags: [{ Key: 'a', Value: 'b' }] });
  expect(refusal).toMatchObject({ code: 'ResourceNotFoundException', status: 404 });
  expect(await refused('UntagResource', { ResourceARN, TagKeys: ['a'] })).toMatchObject({ status: 404 });
});

test('a policy may ask for the tags of an alarm', async () => {
  const { call, of, callAsNobody } = openCloudWatch();
  await call('PutMetricAlarm', { ...BUSY, Tags: [{ Key: 'team', Value: 'a' }] });
  await call('PutMetricAlarm', { ...BUSY, AlarmName: 'idle' });
  const Condition = { StringEquals: { 'aws:ResourceTag/team': 'a' } };
  const Statement = [{ Effect: 'Allow', Action: 'cloudwatch:DisableAlarmActions', Resource: '*', Condition }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await of('iam')('PutUserPolicy', { UserName: 'nobody', PolicyName: 'team', PolicyDocument });
  await callAsNobody('DisableAlarmActions', { AlarmNames: ['busy'] });
  await expect(callAsNobody('DisableAlarmActions', { AlarmNames: ['idle'] })).rejects.toThrow('alarm:idle');
});
