import { NormalizedSchema } from '@smithy/core/schema';
import { expect, test } from 'vitest';
import { escapeXml, writeMembers } from '../../../../src/aws/sandbox/protocols/xml-writer.ts';
import { loadService, type ServiceId } from '../../../../src/aws/wire/models/index.ts';

async function write(service: ServiceId, operation: string, output: object, milliseconds = false) {
  const model = await loadService(service);
  const schema = NormalizedSchema.of(model.operation(operation)?.[5] ?? 'unit');
  return writeMembers(schema, output as Record<string, unknown>, { milliseconds });
}

test.each([
  ['<a & "b">', '&lt;a &amp; &quot;b&quot;&gt;'],
  ['a\r\nb', 'a&#xD;\nb'],
  ['a\u0000b\u0008\uffff', 'a\ufffdb\ufffd\ufffd'],
  ["it's 語", "it's 語"],
])('%j is written as %j', (text, xml) => {
  expect(escapeXml(text)).toBe(xml);
});

test('members are elements, and lists have an element of their own', async () => {
  const user = { UserName: 'a&b', Path: undefined, CreateDate: new Date('2026-01-05T12:00:00Z') };
  expect(await write('iam', 'ListUsers', { Users: [user], IsTruncated: false })).toBe(
    '<Users><member><UserName>a&amp;b</UserName><CreateDate>2026-01-05T12:00:00Z</CreateDate></member></Users>' +
      '<IsTruncated>false</IsTruncated>',
  );
});

test("EC2's lists have items, under the names of the wire", async () => {
  const output = { Subnets: [{ SubnetId: 'subnet-1', MapPublicIpOnLaunch: true }] };
  expect(await write('ec2', 'DescribeSubnets', output, true)).toBe(
    '<subnetSet><item><subnetId>subnet-1</subnetId><mapPublicIpOnLaunch>true</mapPublicIpOnLaunch></item></subnetSet>',
  );
});
