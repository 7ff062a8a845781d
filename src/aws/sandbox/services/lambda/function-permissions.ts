import type {
  AddPermissionRequest,
  AddPermissionResponse,
  GetPolicyRequest,
  GetPolicyResponse,
  RemovePermissionRequest,
} from '@aws-sdk/client-lambda';
import { defineOperation, newRequestId, type OperationContext } from '../../operation/index.ts';
import { findFunction, onQualified, readFunctionName, versionOf } from './find-function.ts';
import { principalElement } from './function-policy.ts';
import * as rules from './lambda-constraints.ts';
import {
  functionNotFound,
  invalidLambdaParameter,
  lambdaConflict,
  lambdaNotFound,
  noSuchAlias,
  noSuchResource,
  otherRevision,
} from './lambda-errors.ts';
import {
  type FunctionPolicy,
  functionsIn,
  type LambdaFunction,
  type PermissionStatement,
} from './lambda-state.ts';

type Input = { readonly FunctionName: string | undefined; readonly Qualifier?: string | undefined };

export default {
  AddPermission: defineOperation<AddPermissionRequest, AddPermissionResponse>({
    constraints: {
      FunctionName: rules.functionName,
      StatementId: rules.statementId,
      Action: rules.permissionAction,
      Principal: rules.principal,
      SourceArn: rules.sourceArn,
      SourceAccount: rules.sourceAccount,
      Qualifier: rules.qualifier,
      FunctionUrlAuthType: rules.authType,
    },
    reads: ['EventSourceToken', 'PrincipalOrgID', 'RevisionId'],
    access: {
      ...onQualified<AddPermissionRequest>('AddPermission'),
      conditions: (context) => ({
        ...onQualified('AddPermission').conditions(context),
        'lambda:Principal': context.input.Principal,
        'lambda:FunctionUrlAuthType': context.input.FunctionUrlAuthType,
      }),
    },
    handle: (context) => {
      const { input, random, state } = context;
      const { one, qualifier } = functionWithPolicy(context);
      if (qualifier === '$LATEST')
        throw invalidLambdaParameter('We currently do not support adding policies for $LATEST.');
      checkQualifier(one, qualifier);
      const policy = one.policies.get(qualifier ?? '');
      checkRevision(policy, input.RevisionId);
      const { StatementId = '' } = input;
      if (policy?.statements.some(({ Sid }) => Sid === StatementId))
        throw lambdaConflict(
          `The statement id (${StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
        );
      const Principal = principalElement(input.Principal ?? '', state);
      if (Principal === undefined)
        throw invalidLambdaParameter(
          'The provided principal was invalid. Please check the principal and try again.',
        );
      const statement: PermissionStatement = {
        ...{ Sid: StatementId, Effect: 'Allow', Principal, Action: input.Action ?? '' },
        Resource: qualifier === undefined ? one.arn : `${one.arn}:${qualifier}`,
        ...conditionOf(input),
      };
      one.policies.set(qualifier ?? '', {
        statements: [...(policy?.statements ?? []), statement],
        revisionId: newRequestId(random),
      });
      return { Statement: JSON.stringify(statement) };
    },
  }),
  RemovePermission: defineOperation<RemovePermissionRequest, object>({
    constraints: {
      FunctionName: rules.functionName,
      StatementId: rules.removedStatementId,
      Qualifier: rules.qualifier,
    },
    reads: ['RevisionId'],
    access: onQualified('RemovePermission'),
    handle: (context) => {
      const { input, random } = context;
      const { name } = readFunctionName({ FunctionName: input.FunctionName });
      if (!functionsIn(context).get(name))
        throw lambdaNotFound(`No policy found for: ${functionsIn(context).arnOf(name)}`);
      const { one, qualifier = '' } = functionWithPolicy(context);
      if (qualifier !== '') checkQualifier(one, qualifier);
      const policy = one.policies.get(qualifier);
      if (!policy) throw lambdaNotFound('No policy is associated with the given resource.');
      const statements = policy.statements.filter(({ Sid }) => Sid !== input.StatementId);
      if (statements.length === policy.statements.length)
        throw lambdaNotFound(`Statement ${input.StatementId} is not found in resource policy.`);
      checkRevision(policy, input.RevisionId);
      if (statements.length === 0) one.policies.delete(qualifier);
      else one.policies.set(qualifier, { statements, revisionId: newRequestId(random) });
      return {};
    },
  }),
  GetPolicy: defineOperation<GetPolicyRequest, GetPolicyResponse>({
    constraints: { FunctionName: rules.invokedName, Qualifier: rules.qualifier },
    access: onQualified('GetPolicy'),
    handle: (context) => {
      const { name, qualifier = '' } = readFunctionName(context.input);
      const policy = functionsIn(context).get(name)?.policies.get(qualifier);
      if (!policy) throw noSuchResource();
      return {
        Policy: JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: policy.statements }),
        RevisionId: policy.revisionId,
      };
    },
  }),
};

function functionWithPolicy(context: OperationContext<Input>): {
  readonly one: LambdaFunction;
  readonly qualifier?: string;
} {
  return { one: findFunction(context), qualifier: readFunctionName(context.input).qualifier };
}

/** Throws ResourceNotFoundException; AWS looks for an alias unless the qualifier is a number or has a `$`. */
function checkQualifier(one: LambdaFunction, qualifier: string | undefined): void {
  if (qualifier === undefined || versionOf(one, qualifier)) return;
  const arn = `${one.arn}:${qualifier}`;
  throw /^\d+$|\$/.test(qualifier) ? functionNotFound(arn) : noSuchAlias(arn);
}

function checkRevision(policy: FunctionPolicy | undefined, expected: string | undefined): void {
  if (expected !== undefined && expected !== policy?.revisionId) throw otherRevision('GetPolicy');
}

/** The condition that the members of a request make, with the names and the order that AWS gives them. */
function conditionOf(input: AddPermissionRequest): Pick<PermissionStatement, 'Condition'> {
  const equals = {
    ...(input.SourceAccount !== undefined && { 'AWS:SourceAccount': input.SourceAccount }),
    ...(input.EventSourceToken !== undefined && { 'lambda:EventSourceToken': input.EventSourceToken }),
    ...(input.FunctionUrlAuthType !== undefined && {
      'lambda:FunctionUrlAuthType': input.FunctionUrlAuthType,
    }),
    ...(input.PrincipalOrgID !== undefined && { 'aws:PrincipalOrgID': input.PrincipalOrgID }),
  };
  const condition = {
    ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
    ...(input.SourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': input.SourceArn } }),
  };
  return Object.keys(condition).length > 0 ? { Condition: condition } : {};
}
