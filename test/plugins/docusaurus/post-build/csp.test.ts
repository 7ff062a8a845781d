import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { inlineScriptHashes, withPolicy } from '../../../../plugins/docusaurus/post-build/csp.ts';

const sha = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const page = (body: string) =>
  `<!doctype html><html><head><meta charset=UTF-8><title>x</title></head>${body}</html>`;

it('names scripts that stand in the page, and no others', () => {
  const html = page(
    '<script src=/a.js defer></script><script>run()</script><script type=application/ld+json>{}</script><script data-rh=true>\ntwo\n</script>',
  );
  expect([...inlineScriptHashes(html)]).toEqual([sha('run()'), sha('\ntwo\n')]);
});

it('sets the policy before anything that it governs', () => {
  const html = withPolicy(page('<script>run()</script>'), 'index.html');
  expect(html).toContain('<meta charset=UTF-8><meta http-equiv="Content-Security-Policy" content="');
  expect(html).toContain(`script-src 'self' '${sha('run()')}';`);
  expect(html).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
});

it('refuses a page that has no place for it', () => {
  expect(() => withPolicy('<html></html>', 'odd.html')).toThrow(/odd\.html/);
});
