import { ServiceError } from '../../../errors/service-error.ts';
import { isObject, type Template } from './types.ts';

/** Properties by which a resource of IAM gets a name of its own. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
};

/** Types whose creation the caller must acknowledge (CloudFormation User Guide, "Acknowledging IAM resources"). */
const TYPES = [...Object.keys(NAMES), 'AWS::IAM::Policy'];

/** The capability that a template needs, with the reason that GetTemplateSummary gives for it. */
export function neededCapability(
  template: Template,
): { readonly capability: string; readonly reason: string } | undefined {
  const types = Object.values(template.resources)
    .filter(({ Type }) => TYPES.includes(Type))
    .map((resource) => ({ type: resource.Type, isNamed: hasName(resource.Type, resource.Properties) }));
  if (types.length === 0) return undefined;
  return {
    capability: types.some(({ isNamed }) => isNamed) ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM',
    reason: `The following resource(s) require capabilities: [${[...new Set(types.map(({ type }) => type))].join(', ')}]`,
  };
}

function hasName(type: string, properties: unknown): boolean {
  return isObject(properties) && (NAMES[type] ?? '') in properties;
}

/** Throws InsufficientCapabilitiesException where what the template needs is not acknowledged. */
export function checkCapabilities(template: Template, given: readonly string[]): void {
  const needed = neededCapability(template)?.capability;
  if (needed === undefined || given.includes(needed) || given.includes('CAPABILITY_NAMED_IAM')) return;
  throw new ServiceError(400, 'InsufficientCapabilitiesException', `Requires capabilities : [${needed}]`);
}
