/** An instance type, as far as the sandbox describes it. Source: EC2 User Guide, "Instance types". */
export interface InstanceType {
  readonly name: string;
  readonly architecture: 'x86_64' | 'arm64';
  readonly vcpus: number;
  readonly threadsPerCore: 1 | 2;
  /** MiB */
  readonly memory: number;
  readonly network: string;
  readonly interfaces: number;
  /** IPv4 addresses for each interface. */
  readonly addresses: number;
  readonly freeTier: boolean;
  readonly burstable: boolean;
  readonly hypervisor: 'nitro' | 'xen';
  /** GHz */
  readonly clock: number;
}

/** Name, vCPUs, threads of a core, GiB, network, interfaces, addresses of each, GHz. */
type Row = readonly [string, number, 1 | 2, number, string, number, number, number];

const UP_TO_5 = 'Up to 5 Gigabit';
const UP_TO_10 = 'Up to 10 Gigabit';
const UP_TO_12 = 'Up to 12.5 Gigabit';

const ROWS: readonly Row[] = [
  ['t2.nano', 1, 1, 0.5, 'Low to Moderate', 2, 2, 2.4],
  ['t2.micro', 1, 1, 1, 'Low to Moderate', 2, 2, 2.5],
  ['t2.small', 1, 1, 2, 'Low to Moderate', 3, 4, 2.5],
  ['t2.medium', 2, 1, 4, 'Low to Moderate', 3, 6, 2.3],
  ['t3.nano', 2, 2, 0.5, UP_TO_5, 2, 2, 2.5],
  ['t3.micro', 2, 2, 1, UP_TO_5, 2, 2, 2.5],
  ['t3.small', 2, 2, 2, UP_TO_5, 3, 4, 2.5],
  ['t3.medium', 2, 2, 4, UP_TO_5, 3, 6, 2.5],
  ['t3.large', 2, 2, 8, UP_TO_5, 3, 12, 2.5],
  ['t4g.nano', 2, 1, 0.5, UP_TO_5, 2, 2, 2.5],
  ['t4g.micro', 2, 1, 1, UP_TO_5, 2, 2, 2.5],
  ['t4g.small', 2, 1, 2, UP_TO_5, 3, 4, 2.5],
  ['t4g.medium', 2, 1, 4, UP_TO_5, 3, 6, 2.5],
  ['m5.large', 2, 2, 8, UP_TO_10, 3, 10, 3.1],
  ['m5.xlarge', 4, 2, 16, UP_TO_10, 4, 15, 3.1],
  ['m6g.medium', 1, 1, 4, UP_TO_10, 2, 4, 2.5],
  ['m6g.large', 2, 1, 8, UP_TO_10, 3, 10, 2.5],
  ['m7i.large', 2, 2, 8, UP_TO_12, 3, 10, 3.2],
  ['c5.large', 2, 2, 4, UP_TO_10, 3, 10, 3.4],
  ['c7g.large', 2, 1, 4, UP_TO_12, 3, 10, 2.6],
  ['r5.large', 2, 2, 16, UP_TO_10, 3, 10, 3.1],
];

/** "t3.micro, t3.small, t4g.micro, t4g.small, ..., t2.micro" (AWS Free Tier, by Region and account). */
const FREE_TIER = ['t2.micro', 't3.micro', 't3.small', 't4g.micro', 't4g.small'];

/** A small selection, in every Region and zone. */
export const INSTANCE_TYPES: readonly InstanceType[] = ROWS.map(
  ([name, vcpus, threadsPerCore, memory, network, interfaces, addresses, clock]) => ({
    ...{ name, vcpus, threadsPerCore, memory: memory * 1024, network, interfaces, addresses, clock },
    architecture: /^[a-z]\d+g/.test(name) ? 'arm64' : 'x86_64',
    freeTier: FREE_TIER.includes(name),
    burstable: name.startsWith('t'),
    hypervisor: name.startsWith('t2.') ? 'xen' : 'nitro',
  }),
);

export const instanceType = (name: string): InstanceType | undefined =>
  INSTANCE_TYPES.find((type) => type.name === name);
