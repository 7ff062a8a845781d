import * as z from 'zod';
import { say } from '../../../language/say.ts';
import { matchingText, namesText, onlyFields } from '../../../procedure/yaml/index.ts';
import {
  type Fault,
  fieldsOfDocument,
  fieldsOfStatement,
  type PolicyKind,
  policyFaults,
} from '../policy-syntax/index.ts';

/** Builders for common fields. */
export const listOf = <Item extends z.ZodType>(item: Item, error: () => string) =>
  z.array(item, { error }).default([]);
export const time = z.iso
  .datetime({ offset: true, error: () => say`Write a time such as 2021-12-20T09:00:00Z.` })
  .transform((written) => new Date(written));

export const region = matchingText(
  /^[a-z]{2}(-[a-z]+)+-\d$/,
  () => say`Write a region such as ap-northeast-1.`,
);
export const plainText = z.string({ error: () => say`Write a text.` });

const sayTagKey = () => say`Write a tag key of 1 to 128 characters, in quotes where it looks like a number.`;
const sayTagValue = () =>
  say`Write a tag value of up to 256 characters, in quotes where it looks like a number.`;

export const tag = onlyFields(
  {
    key: matchingText(/^.{1,128}$/su, sayTagKey),
    value: matchingText(/^.{0,256}$/su, sayTagValue),
  },
  () => say`Write a tag with key and value.`,
);
export const tagsSchema = listOf(tag, () => say`Write a list of tags, each with key and value.`);

const sayActions = () =>
  say`Write an action such as 's3:ListAllMyBuckets', also with * or ?, or a list of them.`;
const sayResources = () =>
  say`Write an ARN such as 'arn:aws:s3:::example-bucket/*', or '*', or a list of them.`;
const sayCondition = () =>
  say`Write operators, each with keys and values: { StringLike: { 's3:prefix': 'home/*' } }.`;
const sayPrincipal = () =>
  say`Write whom the role trusts: { AWS: 'arn:aws:iam::123456789012:user/name' } or { Service: ec2.amazonaws.com }.`;
const SYNTAX = {
  identity: {
    document: () => say`Write a policy document with Version and Statement.`,
    statement: () => say`Write a statement with Effect, Action and Resource, or a list of them.`,
    balance: () =>
      say`Give a statement exactly one of Action and NotAction, and exactly one of Resource and NotResource.`,
    actions: sayActions,
  },
  trust: {
    document: () => say`Write a trust policy with Version and Statement.`,
    statement: () => say`Write a statement with Effect, Principal and Action, or a list of them.`,
    balance: () =>
      say`Give a statement exactly one of Action and NotAction, and exactly one of Principal and NotPrincipal.`,
    actions: () => say`Write 'sts:AssumeRole', or a list of actions of STS.`,
  },
} as const;

/** An identity-based policy; AWS takes variables in an older document for text, and says nothing. */
export const identityPolicySchema = z.unknown().superRefine((document, context) => {
  report(document, 'identity', context);
  if (context.issues.length > 0 || !JSON.stringify(document).includes('${')) return;
  if ((document as { Version?: unknown }).Version !== '2012-10-17')
    context.addIssue({
      code: 'custom',
      path: ['Version'],
      message: say`Write Version: '2012-10-17': without it, policy variables are plain text.`,
    });
});

/** A role's trust policy. */
export const trustDocument = z
  .unknown()
  .superRefine((document, context) => report(document, 'trust', context));

function report(document: unknown, kind: PolicyKind, context: z.core.$RefinementCtx): void {
  for (const fault of policyFaults(document, kind))
    if (isUnknownField(fault))
      context.addIssue({
        code: 'unrecognized_keys',
        path: [...fault.path],
        keys: [fault.name ?? ''],
        message: namesText(fault.path.length === 0 ? fieldsOfDocument : fieldsOfStatement[kind]),
      });
    else context.addIssue({ code: 'custom', path: [...fault.path], message: fixOf(fault, kind) });
}

function isUnknownField({ code }: Fault): boolean {
  return ['unknown-field', 'misplaced-principal', 'misplaced-resource'].includes(code);
}

/** Says what to write instead. */
function fixOf({ code }: Fault, kind: PolicyKind): string {
  const texts = SYNTAX[kind];
  switch (code) {
    case 'document':
      return texts.document();
    case 'version':
      return say`Write '2012-10-17', in quotes.`;
    case 'id':
      return say`Write a name for the policy document.`;
    case 'statement':
      return texts.statement();
    case 'effect':
      return say`Write Allow or Deny.`;
    case 'sid':
      return say`Write a name of letters and digits for the statement.`;
    case 'repeated-sid':
      return say`Write another Sid: each may stand once in a policy.`;
    case 'condition':
      return sayCondition();
    case 'operator':
      return say`Write a condition operator such as StringLike, Bool, DateLessThan or IpAddress; Null only in quotes.`;
    case 'balance':
    case 'no-resource':
      return texts.balance();
    case 'no-action':
      return kind === 'identity' ? texts.balance() : texts.actions();
    case 'empty-resource':
    case 'resource':
    case 'resource-form':
      return sayResources();
    case 'no-principal':
    case 'empty-principal':
    case 'principal':
      return sayPrincipal();
    default:
      return texts.actions();
  }
}
