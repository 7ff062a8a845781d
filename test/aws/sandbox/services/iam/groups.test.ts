import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { openIam, S3_READ } from './open.ts';

standStill();

describe('a group', () => {
  const GroupName = 'team';
  const UserName = 'nobody';
  const plain = {
    Path: '/',
    GroupName,
    GroupId: expect.stringMatching(/^AGPA[A-Z2-7]{17}$/),
    Arn: 'arn:aws:iam::123456789012:group/team',
    CreateDate: START,
  };

  test('is made, filled, renamed and emptied', async () => {
    const { call } = openIam();
    expect(await call('CreateGroup', { GroupName })).toEqual({ Group: plain });
    await call('AddUserToGroup', { GroupName, UserName });
    await call('AddUserToGroup', { GroupName, UserName });
    expect(await call('GetGroup', { GroupName })).toMatchObject({
      Group: plain,
      Users: [{ UserName }],
      IsTruncated: false,
    });
    await call('UpdateGroup', { GroupName, NewGroupName: 'crew', NewPath: '/teams/' });
    const moved = {
      ...plain,
      ...{ GroupName: 'crew', Path: '/teams/', Arn: 'arn:aws:iam::123456789012:group/teams/crew' },
    };
    expect(await call('ListGroupsForUser', { UserName })).toEqual({ Groups: [moved], IsTruncated: false });
    expect(await call('ListGroups', { PathPrefix: '/teams/' })).toMatchObject({ Groups: [moved] });
    await call('RemoveUserFromGroup', { GroupName: 'crew', UserName });
    expect(await call('ListGroupsForUser', { UserName })).toMatchObject({ Groups: [] });
  });

  test('cannot be deleted with members or policies', async () => {
    const { call, refused } = openIam();
    await call('CreateGroup', { GroupName });
    await call('AddUserToGroup', { GroupName, UserName });
    expect(await refused('DeleteGroup', { GroupName })).toEqual({
      code: 'DeleteConflictException',
      message: 'Cannot delete entity, must remove users from group first.',
      status: 409,
    });
    await call('RemoveUserFromGroup', { GroupName, UserName });
    await call('AttachGroupPolicy', { GroupName, PolicyArn: S3_READ });
    expect(await refused('DeleteGroup', { GroupName })).toMatchObject({
      message: 'Cannot delete entity, must detach all policies first.',
    });
    await call('DetachGroupPolicy', { GroupName, PolicyArn: S3_READ });
    await call('DeleteGroup', { GroupName });
  });

  test('is one of ten at most for a user', async () => {
    const { call, refused } = openIam();
    for (let i = 0; i <= 10; i++) await call('CreateGroup', { GroupName: `g${i}` });
    for (let i = 0; i < 10; i++) await call('AddUserToGroup', { GroupName: `g${i}`, UserName });
    expect(await refused('AddUserToGroup', { GroupName: 'g10', UserName })).toEqual({
      code: 'LimitExceededException',
      message: 'Cannot exceed quota for GroupsPerUser: 10',
      status: 409,
    });
  });

  test.each([
    ['CreateGroup', { GroupName: 'TEAM' }, 'Group with name TEAM already exists.'],
    ['UpdateGroup', { GroupName: 'other', NewGroupName: 'Team' }, 'Group with name Team already exists.'],
    ['AddUserToGroup', { GroupName, UserName: 'ghost' }, 'The user with name ghost cannot be found.'],
    ['AddUserToGroup', { GroupName: 'none', UserName }, 'The group with name none cannot be found.'],
  ])('%s of %j is refused', async (operation, input, message) => {
    const { call, refused } = openIam();
    await call('CreateGroup', { GroupName });
    await call('CreateGroup', { GroupName: 'other' });
    expect(await refused(operation, input)).toMatchObject({ message });
  });
});
