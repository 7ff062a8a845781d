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
