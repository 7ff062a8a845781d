import { expect, test } from 'vitest';
import { labelsOf, routeHttp } from '../../../../src/aws/sandbox/protocols/http-routes.ts';
import { loadService } from '../../../../src/aws/wire/models/index.ts';

const model = await loadService('lambda');
const route = (method: string, path: string, query = '') =>
  routeHttp(method, path, new URLSearchParams(query), model);

test.each([
  ['GET', '/2015-03-31/functions', 'ListFunctions', {}],
  ['GET', '/2015-03-31/functions/', 'ListFunctions', {}],
  ['POST', '/2015-03-31/functions', 'CreateFunction', {}],
  ['GET', '/2015-03-31/functions/hello', 'GetFunction', { FunctionName: 'hello' }],
  ['GET', '/2015-03-31/functions/hello/configuration', 'GetFunctionConfiguration', { FunctionName: 'hello' }],
  ['GET', '/2015-03-31/functions/a%3Ab', 'GetFunction', { FunctionName: 'a:b' }],
  ['POST', '/2015-03-31/functions/hello/invocations', 'Invoke', { FunctionName: 'hello' }],
])('%s %s is %s', (method, path, operation, labels) => {
  expect(route(method, path)).toEqual({ operation, labels });
});

test.each([
  ['PATCH', '/2015-03-31/functions'],
  ['GET', '/2015-03-31/functions/a/b/c'],
  ['GET', '/other'],
])('%s %s is no operation', (method, path) => {
  expect(route(method, path)).toBeUndefined();
});

test('an escape that is no text stays as it is', () => {
  expect(route('GET', '/2015-03-31/functions/%ff')?.labels).toEqual({ FunctionName: '%ff' });
});

test('an operation finds its labels in the path that led to it', () => {
  const operation = model.operation('GetFunction');
  expect(operation && labelsOf('/2015-03-31/functions/hello', operation)).toEqual({ FunctionName: 'hello' });
});
