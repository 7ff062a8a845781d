import type { LoadContext, Plugin } from '@docusaurus/types';
import { HEIGHTS_KEY, PLACES } from '../../src/site/left-heights.ts';

/**
 * Defines `tejunHold`, and calls it before anything is painted: results of a reader who returns come back seconds later,
 * and the page must have their room by then. A sheet that a script makes is no inline style, which the policy forbids.
 */
const scriptFor = (baseUrl: string) => `(() => {
  const rules = ${JSON.stringify(PLACES.map(({ rule }) => rule))};
  let sheet;
  globalThis.tejunHold = (isOver) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    if (isOver) return;
    try {
      const page = location.pathname.slice(${baseUrl.length});
      const heights = JSON.parse(localStorage.getItem('${HEIGHTS_KEY}'))[page];
      sheet = new CSSStyleSheet();
      for (const [place, name, height] of heights) {
        const rule = rules[place].replace('$n', () => CSS.escape(name));
        sheet.insertRule(rule.replace('$h', Number(height) + 'px'));
      }
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    } catch {}
  };
  tejunHold();
})();`;

/** Keeps pages still for readers who return: see `src/site/left-heights.ts`. */
export default function stillness(context: LoadContext): Plugin {
  return {
    name: 'tejun-stillness',
    injectHtmlTags: () => ({
      preBodyTags: [{ tagName: 'script', innerHTML: scriptFor(context.baseUrl) }],
    }),
  };
}
