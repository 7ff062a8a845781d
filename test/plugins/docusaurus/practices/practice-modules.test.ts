import { expect, it } from 'vitest';
import { asModule, directory } from '../../../../plugins/docusaurus/practices/practice-modules.ts';

const load = async (source: string) =>
  (await import(`data:text/javascript,${encodeURIComponent(source)}`)).default as unknown;

it('carries data into the browser as it is, dates as dates', async () => {
  const value = {
    created: new Date('2021-12-20T09:00:00Z'),
    before: new Date(-5),
    nested: [{ text: 'new Date(5) "quoted" \\ \u0000date:7' }, null, 1.5],
    absent: undefined,
  };
  expect(await load(asModule(value))).toEqual(value);
});

it('carries hostile texts and names as what they are', async () => {
  const value = JSON.parse(
    '{"__proto__":{"polluted":true},"date":"\\u0000date:7","end":"</script>\u2028`$(x)"}',
  );
  const carried = await load(asModule(value));
  expect(carried).toStrictEqual(value);
  expect(Object.getPrototypeOf(carried)).toBe(Object.prototype);
});

it('lists the modules by the ids of their practices', () => {
  expect(directory([{ id: 'a/b', path: '/x/practice-0.js' }])).toBe(
    'export default {\n  "a/b": () => import(/* webpackChunkName: "practice-a--b" */ "/x/practice-0.js"),\n};\n',
  );
  expect(directory([{ id: '__proto__', path: '/x' }])).toContain('["__proto__"]: ');
});
