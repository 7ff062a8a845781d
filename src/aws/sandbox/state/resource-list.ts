import type { Tag } from '../account/index.ts';
import { type Clock, createManualClock } from '../clock/index.ts';

/** A resource of the account, as a console lists it. */
export interface AccountResource {
  /** Unique in the account. */
  readonly key: string;
  /** As CloudFormation names its type, or would: `AWS::S3::Bucket`. */
  readonly type: string;
  /** Name or id, unique among those of its type in a Region. */
  readonly id: string;
  /** Absent for a global one. */
  readonly region?: string;
  /** Facts that a console shows beside it, by the API's names: `{ State: 'running' }`; none is empty. */
  readonly details: Readonly<Record<string, string>>;
  /** True for what the account had before its first request. */
  readonly isInitial: boolean;
}

/** A resource as its service lists it. */
export type ListedResource = Omit<AccountResource, 'key' | 'isInitial'>;

/** Lists the resources in a service's part of the state, at the account's time. */
export type ListResources<Value> = (value: Value, clock: Clock) => readonly ListedResource[];

/** No resource of a new account changes with time. */
const BEGINNING = createManualClock(new Date(0));

/** Lists resources, and marks those that were there when it was made. */
export function createResourceList<Value>(
  value: Value,
  list: ListResources<Value>,
): (clock: Clock) => AccountResource[] {
  const keyOf = ({ type, region, id }: ListedResource) => `${type} ${region} ${id}`;
  const initial = new Set(list(value, BEGINNING).map(keyOf));
  return (clock) =>
    list(value, clock).map((resource) => {
      const key = keyOf(resource);
      const details = Object.entries(resource.details).filter(([, text]) => text !== '');
      return { ...resource, key, details: Object.fromEntries(details), isInitial: initial.has(key) };
    });
}

/** Returns the name that a console shows for a resource: its `Name` tag, where it has one. */
export function nameTag(tags: readonly Tag[]): { Name?: string } {
  const name = tags.find(({ key }) => key === 'Name')?.value;
  return name === undefined ? {} : { Name: name };
}
