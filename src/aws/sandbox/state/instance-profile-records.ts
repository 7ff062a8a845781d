import type { Tag } from '../account/index.ts';
import { defineSlice } from './slices.ts';
import type { RoleRecord } from './types.ts';

export interface InstanceProfile {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  /** 21 characters, `AIPA...` */
  readonly id: string;
  readonly created: Date;
  tags: readonly Tag[];
  /** "An instance profile can contain only one role" (IAM User Guide). */
  role?: RoleRecord;
}

/** IAM's instance profiles by their names in lower case: EC2 gives their roles to instances. */
export const instanceProfileState = defineSlice(
  'instance-profiles',
  () => new Map<string, InstanceProfile>(),
  (profiles) =>
    [...profiles.values()].map(({ name, role }) => ({
      type: 'AWS::IAM::InstanceProfile',
      id: name,
      details: { Role: role?.name ?? '' },
    })),
);
