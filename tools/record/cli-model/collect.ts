import type { NormalizedSchema } from '@smithy/core/schema';
import type { CliModel } from '../../../src/aws/cli/model/index.ts';
import type { Model, Shape } from './botocore.ts';

type Texts = Record<string, string>;
type Table<Value> = Record<string, Record<string, Value>>;

/** Compares botocore's shapes with the SDK's schemas and keeps what the schemas lack or order differently. */
export class Collector {
  readonly memberOrder: Texts = {};
  readonly required: Texts = {};
  readonly min: Table<number | number[]> = {};
  readonly numbers: Table<string> = {};
  readonly enums: Table<string> = {};
  readonly listItemNames: Table<string> = {};
  readonly addedSince: Texts = {};
  readonly #seen = new Set<string>();
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  get differences(): Pick<
    CliModel,
    'memberOrder' | 'required' | 'min' | 'numbers' | 'enums' | 'listItemNames' | 'addedSince'
  > {
    const { memberOrder, required, min, numbers, enums, listItemNames, addedSince } = this;
    return { memberOrder, required, min, numbers, enums, listItemNames, addedSince };
  }

  /** Without a name, the operation had no input or output in that version. */
  walk(shapeName: string | undefined, schema: NormalizedSchema, input: boolean): void {
    const shape = shapeName === undefined ? { type: 'structure' } : this.#model.shapes[shapeName];
    if (!shape) return;
    if (shape.type === 'list' && shape.member && schema.isListSchema())
      this.walk(shape.member.shape, schema.getValueSchema(), input);
    if (shape.type === 'map' && shape.value && schema.isMapSchema())
      this.walk(shape.value.shape, schema.getValueSchema(), input);
    if (shape.type === 'structure' && schema.isStructSchema()) this.#structure(shape, schema, input);
  }

  #structure(shape: Shape, schema: NormalizedSchema, input: boolean): void {
    const name = schema.getName() ?? '';
    const key = `${name}/${input}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const inCli = Object.keys(shape.members ?? {});
    const inSdk = new Map(schema.structIterator());
    const common = inCli.filter((member) => inSdk.has(member));
    const lost = inCli.filter((member) => !inSdk.has(member));
    if (lost.length > 0) process.stderr.write(`${name}: the SDK has no ${lost.join(', ')}\n`);
    const added = [...inSdk.keys()].filter((member) => !inCli.includes(member));
    if (added.length > 0) this.addedSince[name] = added.join(' ');
    const sdkOrder = [...inSdk.keys()].filter((member) => common.includes(member));
    if (common.join() !== sdkOrder.join()) this.memberOrder[name] = common.join(' ');
    if (input) this.#required(name, shape, schema, [...inSdk.keys()]);
    for (const member of common) {
      const target = shape.members?.[member]?.shape ?? '';
      if (input) this.#limits(name, member, target);
      else this.#sample(name, member, target);
      const memberSchema = inSdk.get(member);
      if (memberSchema) this.walk(target, memberSchema, input);
    }
  }

  /** The seventh element of a structure's schema is the number of its leading members that are required. */
  #required(name: string, shape: Shape, schema: NormalizedSchema, members: readonly string[]): void {
    const count = (schema.getSchema() as unknown[])[6];
    const inSdk = members.slice(0, typeof count === 'number' ? count : 0);
    const required = (shape.required ?? []).filter((member) => !shape.members?.[member]?.idempotencyToken);
    if (required.toSorted().join() !== inSdk.toSorted().join()) this.required[name] = required.join(' ');
  }

  /** Collects what an output skeleton needs: names of a list's texts, and the limits that the skeleton breaks. */
  #sample(name: string, member: string, target: string): void {
    const shape = this.#model.shapes[target];
    if (!shape) return;
    this.#number(name, member, shape);
    const itemName = shape.member?.shape ?? '';
    const item = this.#model.shapes[itemName];
    if (item?.type === 'string' && itemName !== 'String') put(this.listItemNames, name, member, itemName);
    const own = shape.type === 'string' ? member.length : shape.type === 'list' ? 1 : 0;
    const breaks = (shape.min ?? 0) > own;
    const itemBreaks = item?.type === 'string' && (item.min ?? 0) > itemName.length;
    if (!breaks && !itemBreaks) return;
    if (this.min[name]?.[member] === undefined)
      put(this.min, name, member, itemBreaks ? [shape.min ?? 0, item.min ?? 0] : (shape.min ?? 0));
  }

  /** Collects the kind of a number, or of the numbers of a map or list. */
  #number(name: string, member: string, given: Shape): void {
    const of = { map: given.value, list: given.member }[given.type];
    const shape = this.#model.shapes[of?.shape ?? ''] ?? given;
    if (shape.type === 'long') put(this.numbers, name, member, 'long');
    if (shape.type === 'float' || shape.type === 'double') put(this.numbers, name, member, 'float');
  }

  #limits(name: string, member: string, target: string): void {
    const shape = this.#model.shapes[target];
    if (!shape) return;
    this.#number(name, member, shape);
    const item = shape.type === 'list' ? this.#model.shapes[shape.member?.shape ?? ''] : undefined;
    const first = (item ?? shape).enum?.[0];
    if (first !== undefined) put(this.enums, name, member, first);
    const own = shape.min;
    const each = item && item.type !== 'structure' ? item.min : undefined;
    if (own === undefined && each === undefined) return;
    put(this.min, name, member, each === undefined ? (own ?? 0) : [own ?? 0, each]);
  }
}

function put<Value>(table: Table<Value>, structure: string, member: string, value: Value): void {
  table[structure] ??= {};
  table[structure][member] = value;
}
