import type {
  BatchExecuteStatementInput,
  BatchExecuteStatementOutput,
  BatchStatementRequest,
  BatchStatementResponse,
  ExecuteStatementInput,
  ExecuteStatementOutput,
  ExecuteTransactionInput,
  ExecuteTransactionOutput,
} from '@aws-sdk/client-dynamodb';
import { defineOperation, ServiceError } from '../../../operation/index.ts';
import { invalid } from '../dynamodb-errors.ts';
import { project } from '../expressions/index.ts';
import { consumed, consumedByTable, type Usage, writeUsage } from '../items/capacity.ts';
import { limit, returnConsumedCapacity, returnOnFailure } from '../items/item-constraints.ts';
import { type Context, carryOut } from '../items/planned-write.ts';
import { isRepeated, remember } from '../items/request-tokens.ts';
import { carryOutAll } from '../items/transactions.ts';
import { arnOf, keyAttributes, openTable, tablesIn } from '../tables/index.ts';
import type { Item } from '../values/index.ts';
import { parseStatement, type Statement } from './parse-statement.ts';
import { equalitiesOf, planStatement, type WriteStatement } from './plan-statement.ts';
import { partitionIn, runSelect, type SelectStatement } from './select.ts';

const source = 'botocore, data/dynamodb/2012-08-10/service-2.json';
const statement = { source, minLength: 1, maxLength: 8192 };
const parameters = { source, minLength: 1 };
const members = {
  Statement: { ...statement, required: true },
  Parameters: parameters,
  ReturnValuesOnConditionCheckFailure: returnOnFailure,
};

export default {
  ExecuteStatement: defineOperation<ExecuteStatementInput, ExecuteStatementOutput>({
    constraints: {
      Statement: statement,
      Parameters: parameters,
      ReturnConsumedCapacity: returnConsumedCapacity,
      Limit: limit,
      ReturnValuesOnConditionCheckFailure: returnOnFailure,
    },
    reads: ['ConsistentRead', 'NextToken'],
    access: 'none',
    handle: (context) => {
      const { input } = context;
      const read = parseStatement(input.Statement ?? '', input.Parameters ?? []);
      requireStatement(read, context);
      if (read.kind === 'select') {
        const options = { consistent: input.ConsistentRead, limit: input.Limit, token: input.NextToken };
        const { items, last, token, usage } = runSelect(read, options, context);
        return {
          Items: [...items],
          ...(last && { LastEvaluatedKey: last, NextToken: token }),
          ConsumedCapacity: consumed(input.ReturnConsumedCapacity, usage),
        };
      }
      const { items, usage } = write(read, input, context);
      return { Items: [...items], ConsumedCapacity: consumed(input.ReturnConsumedCapacity, usage) };
    },
  }),
  BatchExecuteStatement: defineOperation<BatchExecuteStatementInput, BatchExecuteStatementOutput>({
    constraints: {
      Statements: { source, minLength: 1, maxLength: 25, item: { source, members } },
      ReturnConsumedCapacity: returnConsumedCapacity,
    },
    access: 'none',
    handle: (context) => {
      const { Statements = [], ReturnConsumedCapacity } = context.input;
      const read = Statements.map((request) => ({ request, ...parsed(request) }));
      refuseMixed(read.flatMap(({ statement: one }) => one ?? []));
      const usages: Usage[] = [];
      const Responses = read.map((one) => respond(one, usages, context));
      return { Responses, ConsumedCapacity: consumedByTable(ReturnConsumedCapacity, usages) };
    },
  }),
  ExecuteTransaction: defineOperation<ExecuteTransactionInput, ExecuteTransactionOutput>({
    constraints: {
      TransactStatements: { source, minLength: 1, maxLength: 100, item: { source, members } },
      ReturnConsumedCapacity: returnConsumedCapacity,
      ClientRequestToken: { source, minLength: 1, maxLength: 36 },
    },
    access: 'none',
    handle: (context) => {
      const { TransactStatements = [], ReturnConsumedCapacity, ClientRequestToken: token } = context.input;
      const read = TransactStatements.map((request) =>
        parseStatement(request.Statement ?? '', request.Parameters ?? []),
      );
      refuseMixed(read);
      for (const one of read) requireStatement(one, context, 'ExecuteTransaction');
      const selects = read.filter((one) => one.kind === 'select');
      if (selects.length > 0) {
        const found = selects.map((one) => selectOne(one, { ConsistentRead: true }, context));
        const usages = found.map(({ usage }) => ({ ...usage, units: usage.units * 2, transactional: true }));
        return {
          Responses: found.map(({ items: [Item] }) => (Item ? { Item } : {})),
          ConsumedCapacity: consumedByTable(ReturnConsumedCapacity, usages),
        };
      }
      const request = JSON.stringify(TransactStatements);
      if (isRepeated(token, request, context)) return { Responses: [] };
      const plans = read.map((one, index) => {
        const shows = TransactStatements[index]?.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
        return planStatement(one as WriteStatement, shows, context);
      });
      const usages = carryOutAll(plans);
      remember(token, request, context);
      return { Responses: [], ConsumedCapacity: consumedByTable(ReturnConsumedCapacity, usages) };
    },
  }),
};

type Shows = Pick<BatchStatementRequest, 'ReturnValuesOnConditionCheckFailure' | 'ConsistentRead'>;

function write(statement: WriteStatement, request: Shows, context: Context) {
  const plan = planStatement(statement, request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD', context);
  const after = carryOut(plan);
  const returning = statement.kind === 'insert' ? null : statement.returning;
  const shown = returning?.endsWith('OLD') ? plan.before : after;
  const paths = plan.actions.map(({ path }) => path);
  const item = shown && returning?.startsWith('MODIFIED') ? project(shown, paths) : shown;
  return {
    items: (returning && item ? [item] : []) as Item[],
    usage: writeUsage(plan, plan.before, after),
  };
}

/** A SELECT of a batch or a transaction, which reads one item by its key. */
function selectOne(statement: SelectStatement, { ConsistentRead }: Shows, context: Context) {
  const { table, index } = statement.from;
  const { schema } = openTable(context, table);
  const equal = new Set(equalitiesOf(statement.where).map(([name]) => name));
  if (index !== null || !keyAttributes(schema).every(({ name }) => equal.has(name)))
    throw invalid(
      'Select statements within BatchExecuteStatement must specify the primary key in the where clause.',
    );
  return runSelect(statement, { consistent: ConsistentRead }, context);
}

interface Parsed {
  readonly statement?: Statement;
  readonly error?: ServiceError;
}

/** In a batch, a statement that is wrong fails alone. */
function parsed({ Statement: text = '', Parameters = [] }: BatchStatementRequest): Parsed {
  try {
    return { statement: parseStatement(text, Parameters) };
  } catch (error) {
    if (error instanceof ServiceError) return { error };
    throw error;
  }
}

function respond(
  { statement, error, request }: Parsed & { readonly request: BatchStatementRequest },
  usages: Usage[],
  context: Context,
): BatchStatementResponse {
  if (!statement) return { Error: errorOf(error) };
  requireStatement(statement, context, 'BatchExecuteStatement');
  const { table: TableName } = statement.from;
  try {
    const { items, usage } =
      statement.kind === 'select'
        ? selectOne(statement, request, context)
        : write(statement, request, context);
    usages.push(usage);
    return { TableName, ...(items[0] && { Item: items[0] }) };
  } catch (refused) {
    if (!(refused instanceof ServiceError)) throw refused;
    return { Error: errorOf(refused), TableName };
  }
}

/** Codes of a batch are those of the errors without their last word: `DuplicateItem`. */
function errorOf(error: ServiceError | undefined): BatchStatementResponse['Error'] {
  const code =
    error?.code === 'ValidationException' ? 'ValidationError' : error?.code.replace(/Exception$/, '');
  return {
    Code: code as 'ValidationError',
    Message: error?.message,
    ...(error?.members.Item !== undefined && { Item: error.members.Item as Item }),
  };
}

function refuseMixed(statements: readonly Statement[]): void {
  const reads = statements.filter(({ kind }) => kind === 'select').length;
  // Our wording.
  if (reads > 0 && reads < statements.length)
    throw invalid('Batch contains both read and write statements: only one kind of them is allowed.');
}

const ACTIONS = {
  select: 'PartiQLSelect',
  insert: 'PartiQLInsert',
  update: 'PartiQLUpdate',
  delete: 'PartiQLDelete',
} as const;

/** Source: Developer Guide, "Using IAM policies with PartiQL". */
function requireStatement(statement: Statement, context: Context, enclosing?: string): void {
  const { table, index } = statement.from;
  const arn = arnOf(context, table);
  context.require({
    action: `dynamodb:${ACTIONS[statement.kind]}`,
    resource: index === null ? arn : `${arn}/index/${index}`,
    conditions: {
      'dynamodb:EnclosingOperation': enclosing,
      'dynamodb:FullTableScan':
        statement.kind === 'select' ? String(isFullScan(statement, context)) : undefined,
    },
  });
}

function isFullScan(statement: SelectStatement, context: Context): boolean {
  const table = tablesIn(context).find(({ arn }) => arn === arnOf(context, statement.from.table));
  const index = table?.indexes.find(({ name }) => name === statement.from.index);
  const name = (index?.schema ?? table?.schema)?.partition.name;
  return name === undefined || partitionIn(statement, name) === undefined;
}
