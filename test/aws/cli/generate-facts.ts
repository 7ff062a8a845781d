/**
 * Writes src/aws/cli/model/{sts,iam,s3,ec2}.ts from the botocore models of an installed AWS CLI 2.9.19:
 *
 *     npx tsx test/aws/cli/generate-facts.ts
 *
 * Only what the SDK's schemas lack or order otherwise is written. The models are Apache-2.0.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { NormalizedSchema } from '@smithy/core/schema';
import { execa, execaSync } from 'execa';
import { loadService, type ServiceId } from '../../../src/aws/wire/models/index.ts';

const BOTOCORE = process.env.BOTOCORE_DATA ?? '/usr/lib/python3/dist-packages/awscli/botocore/data';
const AWS = process.env.AWS_CLI ?? '/usr/bin/aws';
const versions: Record<ServiceId, string> = {
  sts: '2011-06-15',
  iam: '2010-05-08',
  s3: '2006-03-01',
  ec2: '2016-11-15',
};

interface Shape {
  type: string;
  members?: Record<string, { shape: string; streaming?: boolean; idempotencyToken?: boolean }>;
  required?: string[];
  member?: { shape: string };
  key?: { shape: string };
  value?: { shape: string };
  min?: number;
  enum?: string[];
  payload?: string;
}
interface Model {
  shapes: Record<string, Shape>;
  operations: Record<string, { input?: { shape: string }; output?: { shape: string } }>;
}

class Collector {
  readonly order: Record<string, string> = {};
  readonly required: Record<string, string> = {};
  readonly least: Record<string, Record<string, number | number[]>> = {};
  readonly numbers: Record<string, Record<string, string>> = {};
  readonly enums: Record<string, Record<string, string>> = {};
  readonly items: Record<string, Record<string, string>> = {};
  readonly younger: Record<string, string> = {};
  readonly #seen = new Set<string>();
  readonly #model: Model;
  constructor(model: Model) {
    this.#model = model;
  }

  /** No name: nothing was given, or answered, in its day. */
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
    const theirs = Object.keys(shape.members ?? {});
    const ours = new Map(schema.structIterator());
    const common = theirs.filter((member) => ours.has(member));
    const lost = theirs.filter((member) => !ours.has(member));
    if (lost.length > 0) process.stderr.write(`${name}: the SDK has no ${lost.join(', ')}\n`);
    const younger = [...ours.keys()].filter((member) => !theirs.includes(member));
    if (younger.length > 0) this.younger[name] = younger.join(' ');
    const sdkOrder = [...ours.keys()].filter((member) => common.includes(member));
    if (common.join() !== sdkOrder.join()) this.order[name] = common.join(' ');
    const count = (schema.getSchema() as unknown[])[6];
    const sdkRequired = [...ours.keys()].slice(0, typeof count === 'number' ? count : 0);
    const required = (shape.required ?? []).filter((m) => !shape.members?.[m]?.idempotencyToken);
    if (input && required.toSorted().join() !== sdkRequired.toSorted().join())
      this.required[name] = required.join(' ');
    for (const member of common) {
      const target = shape.members?.[member]?.shape ?? '';
      if (input) this.#limits(name, member, target);
      else this.#sample(name, member, target);
      const memberSchema = ours.get(member);
      if (memberSchema) this.walk(target, memberSchema, input);
    }
  }

  /** Of an answer, what its skeleton needs: names of a list's texts, and the limits that they break. */
  #sample(name: string, member: string, target: string): void {
    const shape = this.#model.shapes[target];
    if (!shape) return;
    this.#number(name, member, shape);
    const itemName = shape.member?.shape ?? '';
    const item = this.#model.shapes[itemName];
    if (item?.type === 'string' && itemName !== 'String') {
      this.items[name] ??= {};
      this.items[name][member] = itemName;
    }
    const own = shape.type === 'string' ? member.length : shape.type === 'list' ? 1 : 0;
    const breaks = (shape.min ?? 0) > own;
    const itemBreaks = item?.type === 'string' && (item.min ?? 0) > itemName.length;
    if (!breaks && !itemBreaks) return;
    this.least[name] ??= {};
    this.least[name][member] ??= itemBreaks ? [shape.min ?? 0, item.min ?? 0] : (shape.min ?? 0);
  }

  #number(name: string, member: string, shape: Shape): void {
    if (shape.type !== 'long' && shape.type !== 'float' && shape.type !== 'double') return;
    this.numbers[name] ??= {};
    this.numbers[name][member] = shape.type === 'long' ? 'long' : 'float';
  }

  #limits(name: string, member: string, target: string): void {
    const shape = this.#model.shapes[target];
    if (!shape) return;
    this.#number(name, member, shape);
    const item = shape.type === 'list' ? this.#model.shapes[shape.member?.shape ?? ''] : undefined;
    const first = (item ?? shape).enum?.[0];
    if (first !== undefined) {
      this.enums[name] ??= {};
      this.enums[name][member] = first;
    }
    const own = shape.min;
    const each = item && item.type !== 'structure' ? item.min : undefined;
    if (own === undefined && each === undefined) return;
    this.least[name] ??= {};
    this.least[name][member] = each === undefined ? (own ?? 0) : [own ?? 0, each];
  }
}

function paginators(id: ServiceId): Record<string, object> {
  const data = JSON.parse(readFileSync(`${BOTOCORE}/${id}/${versions[id]}/paginators-1.json`, 'utf8'));
  const list = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat());
  return Object.fromEntries(
    Object.entries(data.pagination as Record<string, Record<string, string | string[]>>).map(([op, p]) => [
      op,
      {
        input: list(p.input_token),
        output: list(p.output_token),
        results: list(p.result_key),
        ...(p.limit_key ? { limit: p.limit_key } : {}),
        ...(p.more_results ? { more: p.more_results } : {}),
        ...(p.non_aggregate_keys ? { once: list(p.non_aggregate_keys) } : {}),
      },
    ]),
  );
}

/** The names under "Invalid choice, valid choices are:", in the CLI's order. */
function choices(command: readonly string[]): string[] {
  const { stderr } = execaSync(AWS, [...command, 'no-such-thing'], { reject: false, env: { AWS_PAGER: '' } });
  const list = stderr.split('valid choices are:\n')[1] ?? '';
  return (
    list
      .split('\n\nInvalid choice')[0]
      ?.split(/[|\n]/)
      .map((name) => name.trim())
      .filter(Boolean) ?? []
  );
}

async function generate(id: ServiceId): Promise<void> {
  const model: Model = JSON.parse(readFileSync(`${BOTOCORE}/${id}/${versions[id]}/service-2.json`, 'utf8'));
  const sdk = await loadService(id);
  const found = new Collector(model);
  for (const [name, operation] of Object.entries(model.operations)) {
    const schema = sdk.operation(name);
    if (!schema) {
      process.stderr.write(`${id}: the SDK has no operation ${name}\n`);
      continue;
    }
    found.walk(operation.input?.shape, NormalizedSchema.of(schema[4]), true);
    found.walk(operation.output?.shape, NormalizedSchema.of(schema[5]), false);
  }
  const facts = {
    operations: choices([id === 's3' ? 's3api' : id]).join(' '),
    order: found.order,
    required: found.required,
    least: found.least,
    numbers: found.numbers,
    enums: found.enums,
    items: found.items,
    younger: found.younger,
    paginators: paginators(id),
  };
  const text = `// Generated by test/aws/cli/generate-facts.ts from AWS CLI 2.9.19's botocore model (Apache-2.0): do not edit.
import type { ServiceFacts } from './types.ts';

export const ${id}: ServiceFacts = ${JSON.stringify(facts, null, 2)};
`;
  writeFileSync(`src/aws/cli/model/${id}.ts`, text);
}

/** Writes all of src/aws/cli/model that is generated. */
export async function generateFacts(): Promise<void> {
  for (const id of Object.keys(versions) as ServiceId[]) await generate(id);
  const words = (names: readonly string[]) => `'${names.join(' ')}'.split(' ')`;
  writeFileSync(
    'src/aws/cli/model/commands.ts',
    `// Generated by test/aws/cli/generate-facts.ts: do not edit.
/** Commands of AWS CLI 2.9.19, in its order. */
export const commands = ${words(choices([]))};

/** Commands of its \`aws s3\`. */
export const s3Commands = ${words(choices(['s3']))};
`,
  );
  await execa('npx', ['biome', 'check', '--write', 'src/aws/cli/model']);
}

if (import.meta.filename === process.argv[1]) await generateFacts();
