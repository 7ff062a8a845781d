/** A public image. */
export interface PublicImage {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly architecture: 'x86_64' | 'arm64';
  readonly owner: { readonly id: string; readonly alias?: string };
  readonly created: string;
  readonly rootDevice: string;
  /** GiB */
  readonly size: number;
  readonly snapshotId: string;
  readonly platformDetails: 'Linux/UNIX' | 'Windows';
  readonly volumeType: 'gp2' | 'gp3';
  readonly bootMode?: 'uefi-preferred' | 'uefi';
  /** Instances from it use version 2 of the instance metadata service unless told otherwise. */
  readonly requiresImdsV2: boolean;
}

const AMAZON = { id: '137112412989', alias: 'amazon' } as const;
const CANONICAL = { id: '099720109477' } as const;

interface Release {
  readonly number: string;
  readonly name: string;
  readonly description: string;
  readonly architecture: PublicImage['architecture'];
  readonly owner: PublicImage['owner'];
  readonly created: string;
  readonly rootDevice: string;
  readonly size: number;
  readonly platformDetails?: 'Windows';
  readonly volumeType: PublicImage['volumeType'];
  readonly bootMode?: PublicImage['bootMode'];
  readonly requiresImdsV2?: boolean;
}

/**
 * A small selection. Names, owners, root devices and sizes are of the form that AWS and Canonical publish; dates and
 * ids are ours: ids differ by Region, and a page finds them by name or by its public parameter.
 */
const RELEASES: readonly Release[] = [
  ...(['x86_64', 'arm64'] as const).flatMap((architecture, index): Release[] => [
    {
      number: `a2023${index}`,
      name: `al2023-ami-2023.9.20251117.1-kernel-6.1-${architecture}`,
      description: `Amazon Linux 2023 AMI 2023.9.20251117.1 ${architecture} HVM kernel-6.1`,
      ...{ architecture, owner: AMAZON, created: '2025-11-18T20:15:42.000Z' },
      ...{ rootDevice: '/dev/xvda', size: 8, volumeType: 'gp3', requiresImdsV2: true },
      bootMode: architecture === 'arm64' ? 'uefi' : 'uefi-preferred',
    },
    {
      number: `a2002${index}`,
      name: `amzn2-ami-hvm-2.0.20251110.1-${architecture}-gp2`,
      description: `Amazon Linux 2 AMI 2.0.20251110.1 ${architecture} HVM gp2`,
      ...{ architecture, owner: AMAZON, created: '2025-11-12T02:11:05.000Z' },
      ...{ rootDevice: '/dev/xvda', size: 8, volumeType: 'gp2' },
    },
    {
      number: `b2404${index}`,
      name: `ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-${architecture === 'arm64' ? 'arm64' : 'amd64'}-server-20251022`,
      description: `Canonical, Ubuntu, 24.04, ${architecture === 'arm64' ? 'arm64' : 'amd64'} noble image`,
      ...{ architecture, owner: CANONICAL, created: '2025-10-22T11:03:17.000Z' },
      ...{ rootDevice: '/dev/sda1', size: 8, volumeType: 'gp3' },
      bootMode: architecture === 'arm64' ? 'uefi' : 'uefi-preferred',
    },
  ]),
  {
    number: 'c20220',
    name: 'Windows_Server-2022-English-Full-Base-2025.11.12',
    description: 'Microsoft Windows Server 2022 Full Locale English AMI provided by Amazon',
    ...{ architecture: 'x86_64', owner: { id: '801119661308', alias: 'amazon' } },
    ...{ created: '2025-11-13T05:02:44.000Z', rootDevice: '/dev/sda1', size: 30 },
    ...{ platformDetails: 'Windows', volumeType: 'gp2' },
  },
];

/** The images of a Region. An id follows from the Region and the release, so that it is the same in every account. */
export function publicImages(region: string): PublicImage[] {
  const place = [...region].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffff_ffff, 7);
  const suffix = `${place.toString(16).padStart(8, '0')}${'0'.repeat(2)}`;
  return RELEASES.map(({ number, ...release }) => ({
    platformDetails: 'Linux/UNIX',
    requiresImdsV2: false,
    ...release,
    id: `ami-0${number}${suffix}`,
    snapshotId: `snap-0${number}${suffix}`,
  }));
}
