import type { Ec2Resource } from './types.ts';

/** Last request for an instance; its state follows from it by the account's clock. */
export type Phase = 'running' | 'stopped' | 'terminated';

export interface Instance extends Ec2Resource {
  readonly reservationId: string;
  readonly launchIndex: number;
  readonly imageId: string;
  instanceType: string;
  readonly keyName?: string | undefined;
  /** Of the last start. */
  launchTime: Date;
  readonly availabilityZone: string;
  readonly subnetId: string;
  readonly vpcId: string;
  readonly clientToken: string;
  phase: Phase;
  /** When the phase was asked for. */
  since: Date;
  /** Set once a terminated instance has given back what it had. */
  released: boolean;
  /** Base64. */
  userData?: string | undefined;
  monitoring: boolean;
  ebsOptimized: boolean;
  disableApiTermination: boolean;
  disableApiStop: boolean;
  shutdownBehavior: 'stop' | 'terminate';
  metadata: MetadataOptions;
  profile?: ProfileAssociation | undefined;
  /** EC2 gives it a public address at each start. */
  readonly hasPublicIp: boolean;
  tenancy: 'default' | 'dedicated' | 'host';
}

/** Options of the instance metadata service; the names are the API's. */
export interface MetadataOptions {
  readonly HttpTokens: 'optional' | 'required';
  readonly HttpPutResponseHopLimit: number;
  readonly HttpEndpoint: 'enabled' | 'disabled';
  readonly HttpProtocolIpv6: 'enabled' | 'disabled';
  readonly InstanceMetadataTags: 'enabled' | 'disabled';
}

/** An instance profile in use. */
interface ProfileAssociation {
  /** `iip-assoc-...` */
  readonly id: string;
  readonly arn: string;
  readonly profileId: string;
  readonly time: Date;
}

export interface KeyPair extends Ec2Resource {
  readonly name: string;
  readonly type: 'rsa' | 'ed25519';
  readonly fingerprint: string;
  /** `ssh-rsa AAAA... comment` */
  readonly publicKey: string;
  readonly created: Date;
}

export interface Volume extends Ec2Resource {
  readonly availabilityZone: string;
  /** GiB */
  size: number;
  type: string;
  iops?: number | undefined;
  /** MiB/s */
  throughput?: number | undefined;
  readonly encrypted: boolean;
  readonly kmsKeyId?: string | undefined;
  readonly snapshotId?: string | undefined;
  readonly created: Date;
  attachment?: VolumeAttachment | undefined;
  /** When its detachment began. */
  detached?: Date | undefined;
}

interface VolumeAttachment {
  readonly instanceId: string;
  /** `/dev/xvda` */
  readonly device: string;
  readonly time: Date;
  deleteOnTermination: boolean;
}

export interface Snapshot extends Ec2Resource {
  readonly volumeId: string;
  readonly size: number;
  readonly encrypted: boolean;
  readonly kmsKeyId?: string | undefined;
  readonly description: string;
  readonly started: Date;
}

/** An image of the account's own. */
export interface OwnImage extends Ec2Resource {
  readonly name: string;
  readonly description?: string | undefined;
  readonly created: Date;
  /** The image that its instance was launched from. */
  readonly sourceImageId: string;
  readonly instanceId: string;
  readonly rootDevice: string;
  readonly devices: readonly {
    readonly device: string;
    readonly snapshotId: string;
    readonly size: number;
    readonly type: string;
    readonly deleteOnTermination: boolean;
  }[];
}

export interface LaunchTemplate extends Ec2Resource {
  readonly name: string;
  readonly created: Date;
  readonly createdBy: string;
  defaultVersion: number;
  /** The highest number that was ever given. */
  latestVersion: number;
  versions: readonly LaunchTemplateVersion[];
}

export interface LaunchTemplateVersion {
  readonly number: number;
  readonly description?: string | undefined;
  readonly created: Date;
  /** As the API takes it (RequestLaunchTemplateData). */
  readonly data: object;
}

/** Instances and what belongs to them, in all regions, by id. */
export interface Compute {
  readonly instances: Map<string, Instance>;
  readonly keyPairs: Map<string, KeyPair>;
  readonly volumes: Map<string, Volume>;
  readonly snapshots: Map<string, Snapshot>;
  readonly images: Map<string, OwnImage>;
  readonly launchTemplates: Map<string, LaunchTemplate>;
}
