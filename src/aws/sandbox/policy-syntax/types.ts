/** Kind of a policy: attached to an identity, or the trust policy of a role. */
export type PolicyKind = 'identity' | 'trust';

/** A JSON object whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

type DocumentPath = readonly (string | number)[];

/** One way in which a document breaks IAM's grammar, and where it stands. */
export interface Fault {
  readonly code: FaultCode;
  readonly path: DocumentPath;
  /** The field, operator, type of principal that is wrong. */
  readonly name?: string;
  /** The action, resource or principal that is wrong. */
  readonly value?: string;
}

type FaultCode =
  | 'document'
  | 'version'
  | 'id'
  | 'statement'
  | 'unknown-field'
  | 'effect'
  | 'sid'
  | 'repeated-sid'
  | 'condition'
  | 'operator'
  | 'balance'
  | 'no-action'
  | 'empty-action'
  | 'action'
  | 'action-without-vendor'
  | 'action-with-colons'
  | 'vendor'
  | 'trust-action'
  | 'no-resource'
  | 'empty-resource'
  | 'resource'
  | 'resource-form'
  | 'misplaced-principal'
  | 'misplaced-resource'
  | 'no-principal'
  | 'empty-principal'
  | 'principal';
