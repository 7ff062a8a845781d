import { expect, test } from 'vitest';
import {
  extractValues,
  parseFilterPattern,
} from '../../../../../../src/aws/sandbox/services/logs/filter-pattern/index.ts';

const LINE = '127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /apache_pb.gif HTTP/1.0" 200 1534';

// API reference, TestMetricFilter, examples.
test.each<[string, string, Record<string, string>]>([
  [
    '[ip, identity, user_id, timestamp, request, status_code, bytes]',
    LINE,
    {
      ...{ $ip: '127.0.0.1', $identity: '-', $user_id: 'frank', $timestamp: '10/Oct/2000:13:25:15 -0700' },
      ...{ $request: 'GET /apache_pb.gif HTTP/1.0', $status_code: '200', $bytes: '1534' },
    },
  ],
  [
    '[..., size]',
    LINE,
    {
      ...{ $1: '127.0.0.1', $2: '-', $3: 'frank', $4: '10/Oct/2000:13:25:15 -0700' },
      ...{ $5: 'GET /apache_pb.gif HTTP/1.0', $6: '200', $size: '1534' },
    },
  ],
  [
    '{ $.level = "ERROR" && $.user.id > 5 }',
    '{"level":"ERROR","user":{"id":7}}',
    { '$.level': 'ERROR', '$.user.id': '7' },
  ],
  ['{ $.tags[0] = "a" }', '{"tags":["a","b"]}', { '$.tags[0]': 'a' }],
  ['{ $.none = 1 }', '{"a":1}', {}],
  ['ERROR', 'an ERROR', {}],
])('%s', (pattern, message, values) => {
  expect(extractValues(parseFilterPattern(pattern), message)).toEqual(values);
});
