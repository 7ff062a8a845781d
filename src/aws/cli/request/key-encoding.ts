type Data = Record<string, unknown>;

interface Encoded {
  readonly members: readonly string[];
  /** Lists, and the member of their items. */
  readonly items: Readonly<Record<string, string>>;
}

const contents = { Contents: 'Key', CommonPrefixes: 'Prefix' };

/** Listings whose keys the CLI asks for URL-encoded, XML having no way to write some of them (botocore's handlers.py). */
const listings: Readonly<Record<string, Encoded>> = {
  ListObjects: { members: ['Delimiter', 'Marker', 'NextMarker'], items: contents },
  ListObjectsV2: { members: ['Delimiter', 'Prefix', 'StartAfter'], items: contents },
  ListObjectVersions: {
    members: ['KeyMarker', 'NextKeyMarker', 'Prefix', 'Delimiter'],
    items: { Versions: 'Key', DeleteMarkers: 'Key', CommonPrefixes: 'Prefix' },
  },
};

/** True when the CLI itself asks for encoded keys, and so decodes them. */
export const encodesKeys = (operation: string, input: Data): boolean =>
  operation in listings && !('EncodingType' in input);

/** The answer with its keys as they are. */
export function decodeKeys(operation: string, answer: Data): Data {
  const listing = listings[operation];
  if (!listing || answer.EncodingType !== 'url') return answer;
  const decoded = decodeMembers(answer, listing.members);
  for (const [list, member] of Object.entries(listing.items)) {
    const items = decoded[list];
    if (Array.isArray(items)) decoded[list] = items.map((item: Data) => decodeMembers(item, [member]));
  }
  return decoded;
}

function decodeMembers(data: Data, names: readonly string[]): Data {
  const change = (name: string, value: unknown) =>
    names.includes(name) && typeof value === 'string' ? decode(value) : value;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, change(name, value)]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
