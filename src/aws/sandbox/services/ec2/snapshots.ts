import type * as Ec2 from '@aws-sdk/client-ec2';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { computeOf, type Snapshot } from './state/index.ts';
import { snapshotState, someTags, tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.snapshot;

export default {
  CreateSnapshot: defineOperation<Ec2.CreateSnapshotRequest, Ec2.Snapshot>({
    constraints: { Description: { maxLength: 255, source: 'EC2 User Guide, snapshots' } },
    reads: ['DryRun', 'VolumeId', 'TagSpecifications'],
    access: ec2PermissionToCreate('CreateSnapshot', kind),
    handle: (context) => {
      const { input, state, region, random, clock } = context;
      const { volumes, snapshots } = computeOf(state);
      const volume = find(volumes, input.VolumeId, kinds.volume, region);
      const { size, encrypted, kmsKeyId } = volume;
      const snapshot: Snapshot = {
        ...{ id: newId(random, kind.prefix), region, tags: tagsFor(input.TagSpecifications, kind) },
        ...{ volumeId: volume.id, size, encrypted, kmsKeyId, started: accountTime(clock) },
        description: input.Description ?? '',
      };
      snapshots.set(snapshot.id, snapshot);
      const { StorageTier: _, ...shown } = toSnapshot(snapshot, context);
      return { ...shown, State: 'pending', Progress: '', Tags: toEc2Tags(snapshot.tags) };
    },
  }),

  DescribeSnapshots: defineOperation<Ec2.DescribeSnapshotsRequest, Ec2.DescribeSnapshotsResult>({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'Filters', 'NextToken', 'OwnerIds', 'RestorableByUserIds', 'SnapshotIds'],
    access: permissionToDescribe('DescribeSnapshots'),
    handle: (context) => {
      const { input, state, region } = context;
      const { id: owner } = state.account;
      const isOurs = (ids: readonly string[] = []) =>
        ids.length === 0 || ids.some((id) => id === 'self' || id === owner);
      const all = inRegion(computeOf(state).snapshots, region).filter(
        () => isOurs(input.OwnerIds) && isOurs(input.RestorableByUserIds),
      );
      const page = selectPage(all, input.SnapshotIds, kind, input, filters(context));
      return { Snapshots: page.items.map((one) => toSnapshot(one, context)), NextToken: page.next };
    },
  }),

  DeleteSnapshot: defineOperation<Ec2.DeleteSnapshotRequest, object>({
    reads: ['DryRun', 'SnapshotId'],
    access: permissionToChange('DeleteSnapshot', kind, 'SnapshotId'),
    handle: ({ input, state, region }) => {
      const { snapshots, images } = computeOf(state);
      const { id } = find(snapshots, input.SnapshotId, kind, region);
      const user = [...images.values()].find(({ devices }) =>
        devices.some(({ snapshotId }) => snapshotId === id),
      );
      if (user)
        throw ec2Error('InvalidSnapshot.InUse', `The snapshot ${id} is currently in use by ${user.id}`);
      snapshots.delete(id);
      return {};
    },
  }),
};

type Context = OperationContext<object>;

function toSnapshot(snapshot: Snapshot, { state, clock }: Context): Ec2.Snapshot {
  const current = snapshotState(snapshot, clock);
  return {
    Description: snapshot.description,
    Encrypted: snapshot.encrypted,
    KmsKeyId: snapshot.kmsKeyId,
    OwnerId: state.account.id,
    Progress: current === 'completed' ? '100%' : '0%',
    SnapshotId: snapshot.id,
    StartTime: snapshot.started,
    State: current,
    VolumeId: snapshot.volumeId,
    VolumeSize: snapshot.size,
    Tags: someTags(snapshot.tags),
    StorageTier: 'standard',
  };
}

/** The filters that the API reference lists. */
const filters = ({ state, clock }: Context): FilterValues<Snapshot> => ({
  description: ({ description }) => [description],
  encrypted: ({ encrypted }) => [encrypted],
  'owner-alias': () => [],
  'owner-id': () => [state.account.id],
  progress: (snapshot) => [snapshotState(snapshot, clock) === 'completed' ? '100%' : '0%'],
  'snapshot-id': ({ id }) => [id],
  'start-time': ({ started }) => [started.toISOString()],
  status: (snapshot) => [snapshotState(snapshot, clock)],
  'storage-tier': () => ['standard'],
  'volume-id': ({ volumeId }) => [volumeId],
  'volume-size': ({ size }) => [size],
});
