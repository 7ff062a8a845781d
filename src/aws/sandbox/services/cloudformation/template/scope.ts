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

/** Parameters that every template has (CloudFormation User Guide, "Pseudo parameters reference"). */
export const PSEUDO_PARAMETERS: readonly string[] = [
  'AWS::AccountId',
  'AWS::NotificationARNs',
  'AWS::NoValue',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
];

/** The stack that pseudo parameters describe. */
interface PseudoContext {
  readonly account: string;
  readonly region: string;
  readonly stackId: string;
  readonly stackName: string;
}

/** The value of a pseudo parameter; undefined for `AWS::NoValue` and for any other name. */
export function pseudoParameter(name: string, stack: PseudoContext): unknown {
  switch (name) {
    case 'AWS::AccountId':
      return stack.account;
    case 'AWS::NotificationARNs':
      return [];
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::Region':
      return stack.region;
    case 'AWS::StackId':
      return stack.stackId;
    case 'AWS::StackName':
      return stack.stackName;
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    default:
      return undefined;
  }
}
