import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { ALLOW, openIam, S3_READ } from './open.ts';
import { withBob } from './with-bob.ts';

standStill();

const bob = {
  Path: '/developers/',
  UserName: 'bob',
  UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
  Arn: 'arn:aws:iam::123456789012:user/developers/bob',
  CreateDate: START,
};

describe('a user', () => {
  test('is made, shown, renamed and moved, and keeps its id', async () => {
    const { call, refused } = openIam();
    const made = await call('CreateUser', { UserName: 'bob', Path: '/developers/' });
    expect(made).toEqual({ User: bob });
    expect(await call('GetUser', { UserName: 'BOB' })).toEqual(made);
    await call('UpdateUser', { UserName: 'bob', NewUserName: 'robert', NewPath: '/' });
    const moved = {
      ...bob,
      ...{ Path: '/', UserName: 'robert', Arn: 'arn:aws:iam::123456789012:user/robert' },
    };
    expect(await call('GetUser', { UserName: 'robert' })).toEqual({ User: moved });
    expect(await refused('GetUser', { UserName: 'bob' })).toMatchObject({ status: 404 });
    await call('UpdateUser', { UserName: 'robert', NewUserName: 'Robert' });
    expect(await call('GetUser', { UserName: 'Robert' })).toMatchObject({ User: { UserName: 'Robert' } });
  });

  test('is made at a whole second', async () => {
    const { call, clock } = openIam();
    clock.elapse(1987);
    expect(await call('CreateUser', { UserName: 'bob' })).toMatchObject({
      User: { CreateDate: new Date(START.getTime() + 1000) },
    });
  });

  test('that calls need not say its name', async () => {
    expect(await openIam().call('GetUser')).toMatchObject({
      User: { UserName: 'admin', CreateDate: new Date('2021-01-01T00:00:00Z') },
    });
  });

  test('has tags and a boundary, which lists leave out', async () => {
    const { call } = openIam();
    const Tags = [{ Key: 'team', Value: 'blue' }];
    await call('CreateUser', { UserName: 'bob', Tags, PermissionsBoundary: S3_READ });
    const full = {
      Tags,
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: S3_READ },
    };
    expect(await call('GetUser', { UserName: 'bob' })).toMatchObject({ User: full });
    const { Users } = (await call('ListUsers')) as unknown as { Users: object[] };
    expect(Users.map((user) => Object.keys(user))).toEqual(
      Users.map(() => ['Path', 'UserName', 'UserId', 'Arn', 'CreateDate']),
    );
    await call('DeleteUserPermissionsBoundary', { UserName: 'bob' });
    expect(await call('GetUser', { UserName: 'bob' })).not.toHaveProperty('User.PermissionsBoundary');
    await call('PutUserPermissionsBoundary', { UserName: 'bob', PermissionsBoundary: S3_READ });
    expect(await call('GetUser', { UserName: 'bob' })).toMatchObject({ User: full });
  });

  test.each([
    ['CreateUser', { UserName: 'Bob' }, 409, 'User with name Bob already exists.'],
    ['UpdateUser', { UserName: 'bob', NewUserName: 'ADMIN' }, 409, 'User with name ADMIN already exists.'],
    [
      'CreateUser',
      { UserName: 'a b' },
      400,
      'The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    ],
    [
      'CreateUser',
      { UserName: 'carol', Path: 'developers' },
      400,
      'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
    ],
    [
      'CreateUser',
      { UserName: 'c'.repeat(65) },
      400,
      `1 validation error detected: Value '${'c'.repeat(65)}' at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64`,
    ],
    [
      'CreateUser',
      { UserName: 'carol', PermissionsBoundary: 'arn:aws:iam::123456789012:policy/none' },
      404,
      'Scope ARN: arn:aws:iam::123456789012:policy/none does not exist or is not attachable.',
    ],
  ])('%s of %o is refused with %i', async (operation, input, status, message) => {
    const { refused } = await withBob();
    expect(await refused(operation, input)).toMatchObject({ status, message });
  });

  test('cannot be deleted before all that is its own', async () => {
    const { call, refused } = await withBob();
    const UserName = 'bob';
    const conflict = (message: string) => ({
      code: 'DeleteConflictException',
      message: `Cannot delete entity, ${message}`,
      status: 409,
    });
    await call('CreateGroup', { GroupName: 'team' });
    await call('AddUserToGroup', { GroupName: 'team', UserName });
    const { AccessKey } = (await call('CreateAccessKey', { UserName })) as unknown as {
      AccessKey: { AccessKeyId: string };
    };
    await call('PutUserPolicy', { UserName, PolicyName: 'p', PolicyDocument: ALLOW });
    await call('AttachUserPolicy', { UserName, PolicyArn: S3_READ });
    expect(await refused('DeleteUser', { UserName })).toEqual(conflict('must detach all policies first.'));
    await call('DetachUserPolicy', { UserName, PolicyArn: S3_READ });
    expect(await refused('DeleteUser', { UserName })).toEqual(conflict('must delete policies first.'));
    await call('DeleteUserPolicy', { UserName, PolicyName: 'p' });
    expect(await refused('DeleteUser', { UserName })).toEqual(conflict('must delete access keys first.'));
    await call('DeleteAccessKey', { UserName, AccessKeyId: AccessKey.AccessKeyId });
    expect(await refused('DeleteUser', { UserName })).toEqual(
      conflict('must remove users from group first.'),
    );
    await call('RemoveUserFromGroup', { GroupName: 'team', UserName });
    await call('DeleteUser', { UserName });
    expect(await refused('GetUser', { UserName })).toMatchObject({
      message: 'The user with name bob cannot be found.',
    });
  });
});
