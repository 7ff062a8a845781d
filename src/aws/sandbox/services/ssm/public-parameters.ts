import { REGIONS, ZONES } from '../../catalogue/aws-regions.ts';
import { publicImages } from '../../catalogue/public-images.ts';
import type { Parameter } from './state.ts';

/** Before the names of all parameters that AWS publishes. */
const ROOT = '/aws/service';
/** AWS's dates are not known. */
const PUBLISHED = new Date('2025-01-01T00:00:00Z');

type Entry = readonly [name: string, value: string, modified?: Date];

/**
 * Lists what AWS publishes in a Region, as far as the sandbox has it: the images of its own catalogue, Regions, zones.
 * Names: User Guide, "Calling public parameters for AMIs, AWS services, endpoints, Regions and Availability Zones".
 */
export function publicParameters(region: string): Parameter[] {
  return [...images(region), ...infrastructure()].map(([name, value, modified = PUBLISHED]) => ({
    name,
    region,
    tags: new Map(),
    versions: [
      {
        version: 1,
        value,
        type: 'String',
        tier: 'Standard',
        dataType: 'text',
        policies: [],
        modified,
        modifiedBy: '',
        labels: new Set(),
      },
    ],
  }));
}

export function findPublicParameter(region: string, name: string): Parameter | undefined {
  if (!name.startsWith(`${ROOT}/`)) return undefined;
  return publicParameters(region).find((parameter) => parameter.name === name);
}

function images(region: string): Entry[] {
  return publicImages(region).flatMap(({ id, name, architecture, created }) =>
    namesOf(name, architecture).map((last): Entry => [`${ROOT}/${last}`, id, new Date(created)]),
  );
}

function namesOf(image: string, architecture: 'x86_64' | 'arm64'): string[] {
  const linux = 'ami-amazon-linux-latest';
  if (image.startsWith('al2023-ami-'))
    return ['kernel-default', 'kernel-6.1'].map((kernel) => `${linux}/al2023-ami-${kernel}-${architecture}`);
  if (image.startsWith('amzn2-ami-')) return [`${linux}/amzn2-ami-hvm-${architecture}-gp2`];
  if (image.startsWith('ubuntu/'))
    return [
      `canonical/ubuntu/server/24.04/stable/current/${architecture === 'arm64' ? 'arm64' : 'amd64'}/hvm/ebs-gp3/ami-id`,
    ];
  return [`ami-windows-latest/${image.replace(/-\d{4}\.\d\d\.\d\d$/, '')}`];
}

function infrastructure(): Entry[] {
  const regions = `${ROOT}/global-infrastructure/regions`;
  const zones = `${ROOT}/global-infrastructure/availability-zones`;
  return [
    ...REGIONS.flatMap(({ name, longName }): Entry[] => [
      [`${regions}/${name}`, name],
      [`${regions}/${name}/longName`, longName],
    ]),
    ...ZONES.map(({ id }): Entry => [`${zones}/${id}`, id]),
  ];
}
