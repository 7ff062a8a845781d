import { describe, expect, test } from 'vitest';
import { FilterPolicyError, parseFilterPolicy } from '../../../../src/aws/sandbox/filter-policy/index.ts';

const refusalOf = (text: string) => {
  try {
    parseFilterPolicy(text, 'MessageAttributes');
  } catch (error) {
    if (error instanceof FilterPolicyError) return error.message;
    throw error;
  }
  return undefined;
};

/** Texts and columns as AWS was recorded to answer. */
describe('what AWS refuses, with the column that it names:', () => {
  test.each([
    ['{"key":[["value"]]}', 'Match value must be String, number, true, false, or null', 10],
    ['{"key":[{"wrong-operator":true}]}', 'Unrecognized match type wrong-operator', 31],
    ['{"key":[{"suffix":"value","prefix":"value2"}]}', 'Only one key allowed in match expression', 37],
    ['{"key":[{"exists":null}]}', 'exists match pattern must be either true or false.', 23],
    ['{"key":[{"exists":"no"}]}', 'exists match pattern must be either true or false.', 20],
    ['{"key":[{"anything-but":{"exists":false}}]}', 'Unsupported anything-but pattern: exists', 40],
    ['{"key":[{"anything-but":{"prefix":false}}]}', 'prefix match pattern must be a string', 40],
    ['{"key":[{"anything-but":{"suffix":"test"}}]}', 'Unsupported anything-but pattern: suffix', 36],
    [
      '{"key":[{"anything-but":{"wrong-operator":null}}]}',
      'Unsupported anything-but pattern: wrong-operator',
      47,
    ],
    ['{"key":[{"numeric":[]}]}', 'Invalid member in numeric match: ]', 22],
    ['{"key":[{"numeric":[">",20,30]}]}', 'Bad value in numeric range: 30', 30],
    ['{"key":[{"numeric":[">",20,"<="]}]}', 'Value of <= must be numeric', 33],
    ['{"key":[{"numeric":[">="]}]}', 'Value of >= must be numeric', 26],
    ['{"key":[{"numeric":[1,"<="]}]}', 'Invalid member in numeric match: 1', 22],
    ['{"key":[{"numeric":[">",20,"<",30,"<",50]}]}', 'Too many terms in numeric range expression', 36],
    ['{"key":[{"numeric":["=","000"]}]}', 'Value of equals must be numeric', 26],
    ['{"key":[{"numeric":["operator"]}]}', 'Unrecognized numeric range operator: operator', 32],
    ['{"key":[{"numeric":[">=",1,">",2]}]}', 'Bad numeric range operator: >', 31],
    ['{"key":[{"numeric":["<",100,">",10]}]}', 'Too many elements in numeric expression', 30],
    ['{"key":[{"numeric":[">","20","<","30"]}]}', 'Value of > must be numeric', 26],
    ['{"key":[{"numeric":[">",20,"<","30"]}]}', 'Value of < must be numeric', 33],
    ['{"key":[{"numeric":[">",20,"test"]}]}', 'Bad numeric range operator: test', 34],
    ['{"key":[{"numeric":[">",3,"<",1]}]}', 'Bottom must be less than top', 33],
    ['{"key":[{"cidr":["bad-filter"]}]}', 'prefix match pattern must be a string', 18],
    ['{"key":[]}', 'Empty arrays are not allowed', 10],
    ['{"key":[{"suffix":[]}]}', 'suffix match pattern must be a string', 20],
    ['{"key":[{"suffix":null}]}', 'suffix match pattern must be a string', 23],
    ['{"key":{"not-an-operator":"value"}}', '"not-an-operator" must be an object or an array', 28],
    ['{"key":{"suffix":"value"}}', '"suffix" must be an object or an array', 19],
    ['{"key":{"suffix":"value","prefix":"value"}}', '"suffix" must be an object or an array', 19],
    ['{"key":[{"suffix":100}]}', 'suffix match pattern must be a string', 22],
    ['{"key":[{"suffix":["test","test2"]}]}', 'suffix match pattern must be a string', 20],
  ])('%s', (policy, message, column) => {
    expect(refusalOf(policy)).toBe(
      `${message}\n at [Source: (String)"${policy}"; line: 1, column: ${column}]`,
    );
  });

  test.each([
    ['{"key":[{"cidr":"bad-filter"}]}', "Malformed CIDR, one '/' required"],
    ['{"key":[{"cidr":"bad-filter/64"}]}', 'Nonstandard IP address: bad-filter'],
    ['{"key":[{"cidr":"bad-filter/bad"}]}', 'Malformed CIDR, mask bits must be an integer'],
    ['{"key":[{"cidr":"xx.11.xx/8"}]}', 'Nonstandard IP address: xx.11.xx'],
    ['{"key":[{"cidr":"xxxx:db8:1234:1a00::/64"}]}', 'Nonstandard IP address: xxxx:db8:1234:1a00::'],
    [
      '{"a":["1"],"b":["1"],"c":["1"],"d":["1"],"e":["1"],"f":["1"]}',
      'Filter policy can not have more than 5 keys',
    ],
    [JSON.stringify({ a: Array.from({ length: 151 }, (_, n) => n) }), 'Filter policy is too complex'],
    [
      '{invalid}',
      "failed to parse JSON. Unexpected character ('i' (code 105)): was expecting double-quote to start field name\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 2]",
    ],
  ])('%s', (policy, message) => {
    expect(refusalOf(policy)).toBe(message);
  });
});
