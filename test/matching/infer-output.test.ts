import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Bindings, inferOutput, match, type Verdict } from '../../src/matching/index.ts';
import { context, example } from './run.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/outputs');

/** A published output, another right one, and changes of it that are right, worth a notice, or wrong. */
interface Published {
  readonly file: string;
  readonly command: string;
  /** It stands on one page with the one before it. */
  readonly goesOn: boolean;
  readonly body: string;
  readonly right: string;
  readonly changes: readonly {
    readonly kind: 'vary' | 'notice' | 'fail';
    readonly from: string;
    readonly to: string;
  }[];
}

const CONTROLS: Readonly<Record<string, string>> = { '␍': '\r', '␛': '\u001b', '␈': '\b' };
const withControls = (text: string): string => text.replace(/[␍␛␈]/g, (sign) => CONTROLS[sign] ?? sign);

/** `$ command` and the output as published, `#pass` and another right one, then changes of that: `#fail from -> to`. */
function readOutputs(file: string): Published[] {
  const blocks = readFileSync(join(FOLDER, file), 'utf8').split(/^(?=\$\$? )/m);
  return blocks.map((block) => {
    const [head = '', tail = ''] = block.split(/^#pass\n/m);
    const [first = '', ...body] = head.trimEnd().split('\n');
    const lines = tail.trimEnd().split('\n');
    const isChange = (line: string) => /^#(?:vary|notice|fail) /.test(line);
    return {
      file,
      command: first.replace(/^\$+ /, ''),
      goesOn: first.startsWith('$$'),
      body: body.join('\n'),
      right: withControls(lines.filter((line) => !isChange(line)).join('\n')),
      changes: lines.filter(isChange).map((line) => {
        const [, kind, from = '', to = ''] = /^#(\w+) (.*?) -> (.*)$/.exec(line) ?? [];
        return { kind: kind as 'fail', from: withControls(from), to: withControls(to) };
      }),
    };
  });
}

const all = readdirSync(FOLDER).sort().flatMap(readOutputs);

function judge({ body, command }: Published, printed: string, bindings: Bindings): Verdict {
  const form = /^[{[]/.test(body) ? 'json' : 'text';
  const published = example(form, body);
  return match(published, inferOutput(printed, published), context({ script: command, bindings }));
}

/** `^` is the beginning. */
function changed(text: string, from: string, to: string, everywhere: boolean): string {
  if (from === '^') return to + text;
  if (!text.includes(from)) throw new Error(`There is no ${from} in ${text}`);
  return everywhere ? text.replaceAll(from, () => to) : text.replace(from, () => to);
}

const told = ({ differences }: Verdict): string[] =>
  differences.map(({ path, message }) => `${path}: ${message}`);

describe('outputs of many services', () => {
  let known: Bindings = new Map();
  for (const published of all) {
    const name = `${published.file}: ${published.command}`;
    const before: Bindings = published.goesOn ? known : new Map();
    const right = judge(published, published.right, before);
    known = right.bindings;

    it(`${name}: the published one and another right one pass`, () => {
      if (!published.goesOn) expect(told(judge(published, published.body, before))).toEqual([]);
      expect(told(right)).toEqual([]);
      expect(right.notices).toEqual([]);
    });

    for (const { kind, from, to } of published.changes)
      it(`${name}: ${kind} ${from} -> ${to}`, () => {
        const verdict = judge(published, changed(published.right, from, to, kind !== 'fail'), before);
        if (kind === 'fail') expect(verdict.passed).toBe(false);
        else expect(told(verdict)).toEqual([]);
        expect(verdict.notices.length > 0).toBe(
          kind === 'notice' || (kind === 'fail' && verdict.notices.length > 0),
        );
      });
  }

  it('have something that must fail', () => {
    expect(all.length).toBeGreaterThan(95);
    for (const { command, changes } of all)
      expect(
        changes.filter(({ kind }) => kind === 'fail'),
        command,
      ).not.toEqual([]);
  });
});
