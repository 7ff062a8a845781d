/** A value of a template, with the short forms of its functions written out: `{ Ref: 'Bucket' }`. */
export type TemplateValue = unknown;

export type TemplateObject = Readonly<Record<string, TemplateValue>>;

/** A template whose structure has been checked. */
export interface Template {
  /** As it was given. */
  readonly text: string;
  /** As data, which GetTemplate gives for a template in JSON. */
  readonly isJson: boolean;
  readonly description?: string;
  readonly metadata?: TemplateValue;
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
  readonly mappings: Readonly<Record<string, Readonly<Record<string, TemplateObject>>>>;
  readonly conditions: TemplateObject;
  readonly resources: Readonly<Record<string, ResourceDeclaration>>;
  readonly outputs: Readonly<Record<string, OutputDeclaration>>;
}

export interface ParameterDeclaration {
  readonly Type: string;
  readonly Default?: unknown;
  readonly AllowedValues?: readonly unknown[];
  readonly AllowedPattern?: string;
  readonly ConstraintDescription?: string;
  readonly Description?: string;
  readonly MinLength?: unknown;
  readonly MaxLength?: unknown;
  readonly MinValue?: unknown;
  readonly MaxValue?: unknown;
  readonly NoEcho?: unknown;
}

export interface ResourceDeclaration {
  readonly Type: string;
  readonly Properties?: TemplateObject;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: TemplateValue;
}

interface OutputDeclaration {
  readonly Value: TemplateValue;
  readonly Description?: string;
  readonly Condition?: string;
  readonly Export?: { readonly Name: TemplateValue };
}

export function isObject(value: unknown): value is TemplateObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a member that values have themselves: a template may have any name, such as `constructor`. */
export function ownValue<Value>(
  values: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return isObject(values) && Object.hasOwn(values, name) ? (values[name] as Value) : undefined;
}

/** The function of a value such as `{ 'Fn::Sub': 'text' }`, with its argument; undefined for any other value. */
export function functionOf(
  value: unknown,
): { readonly name: string; readonly argument: unknown } | undefined {
  if (!isObject(value)) return undefined;
  const [only, ...others] = Object.entries(value);
  if (!only || others.length > 0) return undefined;
  const [name, argument] = only;
  return name === 'Ref' || name === 'Condition' || name.startsWith('Fn::') ? { name, argument } : undefined;
}
