import { templateError, templateNotSimulated, validationError } from '../cloudformation-errors.ts';
import { isJson, readTemplateText } from './read-text.ts';
import { isObject, type ResourceDeclaration, type Template, type TemplateObject } from './types.ts';

const SECTIONS = ['Parameters', 'Mappings', 'Conditions', 'Resources', 'Outputs'] as const;
const KNOWN = [...SECTIONS, 'AWSTemplateFormatVersion', 'Description', 'Metadata'];
/** Sections of templates that AWS has, but the sandbox does not. */
const NOT_SIMULATED = ['Transform', 'Rules', 'Hooks', 'Globals'];
const RESOURCE_MEMBERS =
  'Type Properties Condition DependsOn DeletionPolicy UpdateReplacePolicy Metadata CreationPolicy UpdatePolicy'.split(
    ' ',
  );
const POLICIES = ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'];

/** Reads a template and checks its structure. Throws a ValidationError with CloudFormation's words. */
export function parseTemplate(text: string): Template {
  const data = readTemplateText(text);
  if (!isObject(data)) throw templateError('unsupported structure.');
  checkSections(data);
  const section = (name: (typeof SECTIONS)[number]) => (data[name] ?? {}) as never;
  const template: Template = {
    ...{ text, isJson: isJson(text) },
    ...(typeof data.Description === 'string' && { description: data.Description }),
    ...(data.Metadata !== undefined && { metadata: data.Metadata }),
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    resources: section('Resources'),
    outputs: section('Outputs'),
  };
  checkParameters(template);
  for (const [name, resource] of Object.entries(template.resources)) checkResource(name, resource);
  checkOutputs(template);
  return template;
}

function checkSections(data: TemplateObject): void {
  const version = data.AWSTemplateFormatVersion;
  if (version !== undefined && String(version) !== '2010-09-09')
    throw validationError(
      `Template format error: ${version} is not a supported value for AWSTemplateFormatVersion.`,
    );
  const notSimulated = NOT_SIMULATED.find((name) => name in data);
  if (notSimulated !== undefined) throw templateNotSimulated(`the section ${notSimulated} of a template`);
  const unknown = Object.keys(data).filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0)
    throw validationError(`Invalid template property or properties [${unknown.join(', ')}]`);
  for (const name of SECTIONS)
    if (name in data && !isObject(data[name])) throw templateError(`${name} must be an object.`);
  if (Object.keys((data.Resources as object | undefined) ?? {}).length === 0)
    throw templateError('At least one Resources member must be defined.');
  if (data.Description !== undefined && typeof data.Description !== 'string')
    throw templateError('Template Description must be a string.');
}

function checkParameters({ parameters }: Template): void {
  for (const [name, declared] of Object.entries(parameters)) {
    checkLogicalName(name, 'Parameter');
    if (!isObject(declared) || typeof declared.Type !== 'string')
      throw templateError(`Every Parameters object must contain a Type member.`);
  }
}

function checkResource(name: string, resource: ResourceDeclaration): void {
  checkLogicalName(name, 'Resource');
  if (!isObject(resource)) throw templateError(`[/Resources/${name}] resource definition is malformed`);
  if (typeof resource.Type !== 'string')
    throw templateError(`[/Resources/${name}] Every Resources object must contain a Type member.`);
  for (const member of ['CreationPolicy', 'UpdatePolicy'])
    if (member in resource) throw templateNotSimulated(`the attribute ${member} of a resource`);
  const unknown = Object.keys(resource).find((member) => !RESOURCE_MEMBERS.includes(member));
  if (unknown !== undefined) throw validationError(`Invalid template resource property '${unknown}'`);
  if (resource.Properties !== undefined && !isObject(resource.Properties))
    throw templateError(`[/Resources/${name}/Properties] Properties must be an object.`);
  for (const policy of [resource.DeletionPolicy, resource.UpdateReplacePolicy])
    if (policy !== undefined && !POLICIES.includes(policy))
      throw templateError(`Unrecognized DeletionPolicy ${policy} for resource ${name}`);
}

function checkOutputs({ outputs }: Template): void {
  for (const [name, output] of Object.entries(outputs)) {
    checkLogicalName(name, 'Output');
    if (!isObject(output) || output.Value === undefined)
      throw templateError('Every Outputs member must contain a Value object');
  }
}

function checkLogicalName(name: string, kind: string): void {
  if (!/^[A-Za-z0-9]{1,255}$/.test(name)) throw templateError(`${kind} name ${name} is non alphanumeric.`);
}
