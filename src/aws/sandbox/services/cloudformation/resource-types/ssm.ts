import { validationError } from '../cloudformation-errors.ts';
import { map, replaced, text, updated } from './properties.ts';
import type { ResourceContext, ResourceType, Values } from './types.ts';

/** Properties that PutParameter takes by the same names. */
const TAKEN = ['AllowedPattern', 'DataType', 'Description', 'Policies', 'Tier', 'Type', 'Value'];

const parameter: ResourceType = {
  properties: {
    Name: replaced(text),
    AllowedPattern: updated(text),
    DataType: updated(text),
    Description: updated(text),
    Policies: updated(text),
    Tier: updated(text),
    Type: updated(text),
    Value: updated(text),
    Tags: updated(map(text)),
  },
  required: ['Type', 'Value'],
  attributes: ['Type', 'Value'],
  nameProperty: 'Name',
  create: async (values, context) => {
    const Name = String(values.Name ?? `CFN-${context.newName(1000)}`);
    const Tags = Object.entries(tagsOf(values)).map(([Key, Value]) => ({ Key, Value }));
    await put(Name, values, context, Tags.length > 0 ? { Tags } : {});
    return { id: Name, attributes: { Type: String(values.Type), Value: String(values.Value) } };
  },
  updates: [
    async ({ id, before, after }, context) => {
      const { call } = context;
      if (TAKEN.some((name) => before[name] !== after[name]))
        await put(id, after, context, { Overwrite: true });
      const [old, now] = [tagsOf(before), tagsOf(after)];
      const TagKeys = Object.keys(old).filter((key) => !Object.hasOwn(now, key));
      const Tags = Object.entries(now).flatMap(([Key, Value]) =>
        old[Key] === Value ? [] : [{ Key, Value }],
      );
      const resource = { ResourceType: 'Parameter', ResourceId: id };
      if (TagKeys.length > 0) await call('ssm', 'RemoveTagsFromResource', { ...resource, TagKeys });
      if (Tags.length > 0) await call('ssm', 'AddTagsToResource', { ...resource, Tags });
    },
  ],
  delete: async (id, _, { call }) => void (await call('ssm', 'DeleteParameter', { Name: id })),
};

/** Unlike those of most types, the tags of a parameter are a map. */
const tagsOf = ({ Tags = {} }: Values) => Tags as Readonly<Record<string, string>>;

async function put(Name: string, values: Values, { call }: ResourceContext, more: Values): Promise<void> {
  if (values.Type === 'SecureString')
    throw validationError('SSM Parameters of type SecureString cannot be created using CloudFormation');
  const taken = Object.fromEntries(
    TAKEN.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  await call('ssm', 'PutParameter', { Name, ...taken, ...more });
}

export default { 'AWS::SSM::Parameter': parameter };
