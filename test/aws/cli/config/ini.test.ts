import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIni } from '../../../../src/aws/cli/config/ini.ts';

const plain = (text: string) => {
  const ini = parseIni(text);
  const unwrap = (value: unknown): unknown =>
    value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [key, unwrap(item)])) : value;
  return ini && unwrap(ini);
};

describe('INI files as botocore reads them', () => {
  it('takes = and :, spaces or none, comments and CRLF', () => {
    expect(plain('# one\r\n[default]\r\nregion=a\r\nOutput : text\r\n; two\r\n')).toEqual({
      default: { region: 'a', output: 'text' },
    });
  });

  it('cannot read a file that begins with a byte order mark, as botocore cannot', () => {
    expect(plain('\uFEFF[default]\nregion = a\n')).toBeUndefined();
  });

  it('keeps = and # inside a value', () => {
    expect(plain('[a]\nkey = x=y # z\n')).toEqual({ a: { key: 'x=y # z' } });
  });

  it('reads an indented block as settings of its own', () => {
    expect(plain('[a]\ns3 =\n  addressing_style = path\n  use = no\nregion = r\n')).toEqual({
      a: { s3: { addressing_style: 'path', use: 'no' }, region: 'r' },
    });
  });

  it('continues a value on indented lines', () => {
    expect(plain('[a]\nkey = one\n  two\n')).toEqual({ a: { key: 'one\ntwo' } });
  });

  it.each([
    ['a setting outside a section', 'key = value\n'],
    ['a section given twice', '[a]\n[a]\n'],
    ['a setting given twice', '[a]\nb = 1\nB = 2\n'],
    ['a line that is neither', '[a]\nnonsense\n'],
    ['a section without an end', '[a\nb = 1\n'],
    ['a nested line without =', '[a]\ns3 =\n  nonsense\n'],
  ])('refuses %s', (_, text) => {
    expect(parseIni(text)).toBeUndefined();
  });

  it('reads back what is written', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
    const value = fc.stringMatching(/^[!-9;-~]([ -~]{0,10}[!-~])?$/);
    const file = fc.dictionary(name, fc.dictionary(name, value), { noNullPrototype: true });
    fc.assert(
      fc.property(file, (sections) => {
        const lines = Object.entries(sections).flatMap(([section, options]) => [
          `[${section}]`,
          ...Object.entries(options).map(([option, text]) => `${option} = ${text}`),
        ]);
        expect(plain(lines.join('\n'))).toEqual(sections);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => void parseIni(`[x]\n${a}\n ${b}`)));
  });
});
