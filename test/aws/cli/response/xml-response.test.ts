import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';
import { loadCliModel } from '../../../../src/aws/cli/model/index.ts';
import { jsonWithFloats } from '../../../../src/aws/cli/python/float.ts';
import { child, parseXml, readStructure } from '../../../../src/aws/cli/response/xml-response.ts';
import { loadService, type ServiceId } from '../../../../src/aws/wire/models/index.ts';

describe('parseXml', () => {
  it('gives names without prefixes, texts as they are, and attributes', () => {
    const root = parseXml('<?xml version="1.0"?><x:a n="1"><b> c&#xD;&amp;d </b><b/></x:a>');
    expect(root.name).toBe('a');
    expect(root.attributes).toEqual({ n: '1' });
    expect(root.children.map(({ name, text }) => [name, text])).toEqual([
      ['b', ' c\r&d '],
      ['b', ''],
    ]);
    expect(child(root, 'b')?.text).toBe(' c\r&d ');
    expect(child(undefined, 'b')).toBeUndefined();
  });

  it.each(['', '<a>', '<a></b>', 'text'])('refuses %j with the text', (text) => {
    expect(() => parseXml(text)).toThrow(/^Unable to parse response \(.+\), invalid XML received/);
  });
});

describe('readStructure', () => {
  async function read(id: ServiceId, operation: string, xml: string) {
    const [service, model] = await Promise.all([loadService(id), loadCliModel(id)]);
    const schema = NormalizedSchema.of(service.operation(operation)?.[5] as never);
    return readStructure(parseXml(xml), schema, { model, timestamp: (text) => `at ${text}` });
  }

  it('reads lists, numbers, booleans and times', async () => {
    expect(
      await read(
        'iam',
        'ListUsers',
        '<R><Users><member><UserName>a</UserName><CreateDate>2021</CreateDate></member></Users><IsTruncated>false</IsTruncated></R>',
      ),
    ).toEqual({ Users: [{ UserName: 'a', CreateDate: 'at 2021' }], IsTruncated: false });
  });

  it('reads flattened lists, and leaves out what is not there', async () => {
    expect(
      await read(
        's3',
        'ListObjectsV2',
        '<R><Contents><Key>a</Key><Size>3</Size></Contents><Contents><Key>b</Key></Contents><Prefix/></R>',
      ),
    ).toEqual({ Prefix: '', Contents: [{ Key: 'a', Size: 3 }, { Key: 'b' }] });
  });

  it('knows floats from other numbers, in lists too', async () => {
    const member = '<Id>a</Id><Values><member>5.0</member><member>1E7</member></Values>';
    const xml = `<R><MetricDataResults><member>${member}</member></MetricDataResults></R>`;
    const data = await read('cloudwatch', 'GetMetricData', xml);
    expect(jsonWithFloats(data)).toBe('{"MetricDataResults":[{"Id":"a","Values":[5.0,10000000.0]}]}');
    expect(
      jsonWithFloats(
        await read(
          'cloudwatch',
          'DescribeAlarms',
          '<R><MetricAlarms><member><Period>60</Period></member></MetricAlarms></R>',
        ),
      ),
    ).toBe('{"MetricAlarms":[{"Period":60}]}');
  });

  it('reads maps', async () => {
    expect(
      await read(
        'iam',
        'GetAccountSummary',
        '<R><SummaryMap><entry><key>Users</key><value>2</value></entry></SummaryMap></R>',
      ),
    ).toEqual({ SummaryMap: { Users: 2 } });
  });
});
