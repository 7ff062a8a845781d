import type { Template, TemplateValue } from './types.ts';

/** A resource as templates see it. */
export interface ResourceView {
  /** Value of a `Ref`. */
  readonly ref: string;
  /** Value of a `Fn::GetAtt`. Throws a ValidationError. */
  attribute(name: string): unknown;
}

/** Everything that a value of a template may mention. */
export interface Scope {
  readonly template: Template;
  readonly region: string;
  /** Parameters and pseudo parameters by name; undefined for other names and for AWS::NoValue. */
  parameter(name: string): unknown;
  /** Undefined where there is no resource of that name, or its condition does not hold. */
  resource(name: string): ResourceView | undefined;
  condition(name: string): boolean;
  /** The value of an export. Throws a ValidationError. */
  imported(name: string): string;
}

/** Works out a function from its argument, which is as the template has it. */
export type TemplateFunction = (argument: unknown, scope: Scope, evaluate: Evaluate) => unknown;
export type Evaluate = (value: TemplateValue, scope: Scope) => unknown;
