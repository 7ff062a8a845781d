import type { NormalizedSchema } from '@smithy/core/schema';
import { readScalar } from './scalar.ts';
import type { Structure } from './types.ts';

/** How the two query dialects name things. */
export interface FormDialect {
  memberKey(name: string, traits: Traits): string;
  /** EC2's lists are always flat. */
  readonly flatLists: boolean;
}

export interface Traits {
  readonly xmlName?: string;
  readonly ec2QueryName?: string;
  readonly xmlFlattened?: unknown;
}

/** The dialect of STS and IAM: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export const awsQuery: FormDialect = {
  memberKey: (name, traits) => traits.xmlName ?? name,
  flatLists: false,
};

/** EC2's dialect: https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
export const ec2Query: FormDialect = {
  memberKey: (name, traits) => traits.ec2QueryName ?? capitalized(traits.xmlName ?? name),
  flatLists: true,
};

/** A structure from form parameters. Throws an UnreadableValue. Parameters that the schema lacks are ignored. */
export function readForm(schema: NormalizedSchema, tree: FormTree, dialect: FormDialect): Structure {
  return readStructure(schema, tree, dialect, '');
}

function readStructure(
  schema: NormalizedSchema,
  tree: FormTree,
  dialect: FormDialect,
  path: string,
): Structure {
  const result: Structure = {};
  for (const [name, member] of schema.structIterator()) {
    const key = dialect.memberKey(name, member.getMergedTraits() as Traits);
    const node = tree.children.get(key);
    if (node) result[name] = readValue(member, node, dialect, path ? `${path}.${key}` : key);
  }
  return result;
}

function readValue(schema: NormalizedSchema, node: FormTree, dialect: FormDialect, path: string): unknown {
  if (schema.isListSchema()) return readList(schema, node, dialect, path);
  if (schema.isMapSchema()) return readMap(schema, node, dialect, path);
  if (schema.isStructSchema()) return readStructure(schema, node, dialect, path);
  return readScalar(schema, node.value ?? '', path);
}

function readList(schema: NormalizedSchema, node: FormTree, dialect: FormDialect, path: string): unknown[] {
  const item = schema.getValueSchema();
  const flat = dialect.flatLists || isFlat(schema);
  const name = (item.getMergedTraits() as Traits).xmlName ?? 'member';
  const items = numbered(flat ? node : node.children.get(name));
  return items.map((child, index) => readValue(item, child, dialect, `${path}.${index + 1}`));
}

function readMap(schema: NormalizedSchema, node: FormTree, dialect: FormDialect, path: string): Structure {
  const key = schema.getKeySchema();
  const value = schema.getValueSchema();
  const keyName = (key.getMergedTraits() as Traits).xmlName ?? 'key';
  const valueName = (value.getMergedTraits() as Traits).xmlName ?? 'value';
  const result: Structure = Object.create(null);
  for (const entry of numbered(isFlat(schema) ? node : node.children.get('entry'))) {
    const name = entry.children.get(keyName)?.value;
    const child = entry.children.get(valueName);
    if (name !== undefined && child) result[name] = readValue(value, child, dialect, `${path}.${name}`);
  }
  return result;
}

function isFlat(schema: NormalizedSchema): boolean {
  return Boolean((schema.getMergedTraits() as Traits).xmlFlattened);
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Form parameters such as `Filter.1.Value.2=x`, as a tree along their dots. */
interface FormTree {
  value?: string;
  readonly children: Map<string, FormTree>;
}

export function formTree(parameters: Iterable<[string, string]>): FormTree {
  const root: FormTree = { children: new Map() };
  for (const [name, value] of parameters) {
    let node = root;
    for (const part of name.split('.')) node = child(node, part);
    // AWS takes the first of two parameters with one name.
    node.value ??= value;
  }
  return root;
}

/** The children `1`, `2`, ... in the order of their numbers. */
function numbered(tree: FormTree | undefined): FormTree[] {
  return [...(tree?.children ?? [])]
    .filter(([name]) => /^\d{1,9}$/.test(name))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, node]) => node);
}

function child(node: FormTree, name: string): FormTree {
  let next = node.children.get(name);
  if (!next) {
    next = { children: new Map() };
    node.children.set(name, next);
  }
  return next;
}
