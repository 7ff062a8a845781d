import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Colours that axe has passed, as text of this colour and size on these grounds. */
const passed = new Set<string>();

/**
 * Lists the findings of axe, in both themes: only colours differ between them. Its search for contrast takes longer
 * than all its other rules together, and most text looks as text of an earlier page: that is left out.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(findings, { not: COLOUR_RULES });
  for (const theme of ['light', 'dark']) {
    await page.evaluate(showTheme, theme);
    const looks = await page.evaluate(markKnown, [...passed]);
    const ofColour = await page.evaluate(findings, { only: COLOUR_RULES });
    if (ofColour.length === 0) for (const look of looks) passed.add(look);
    found.push(...ofColour);
  }
  return found;
}

const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Shows a theme, and waits for the colours that are on their way: those are nobody's choice. */
async function showTheme(theme: string): Promise<void> {
  document.documentElement.setAttribute('data-theme', theme);
  const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changes.map(({ finished }) => finished));
}

/** Marks the leaves of the page that look as one that has passed. Returns how the others look. */
function markKnown(known: string[]): string[] {
  const seen = new Set(known);
  const fresh: string[] = [];
  for (const leaf of document.body.querySelectorAll('*')) {
    leaf.removeAttribute('data-looks-known');
    if (leaf.children.length > 0) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(leaf);
    const around = leaf.parentElement && getComputedStyle(leaf.parentElement).color;
    const look = [color, around, fontSize, fontWeight, textDecorationLine, leaf.closest('a') !== null];
    for (let at: Element | null = leaf; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
      look.push(backgroundColor, backgroundImage, opacity);
    }
    const key = look.join('|');
    if (seen.has(key)) leaf.setAttribute('data-looks-known', '');
    else fresh.push(key);
    seen.add(key);
  }
  return fresh;
}

/** Runs axe with some of its rules, or with all others; what is marked is left out of the former. */
async function findings(rules: { only?: string[]; not?: string[] }): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
  const resultTypes = ['violations' as const];
  const { violations } = rules.only
    ? await axe.run({ exclude: ['[data-looks-known]'] }, { resultTypes, runOnly: rules.only })
    : await axe.run(document, {
        resultTypes,
        rules: Object.fromEntries((rules.not ?? []).map((rule) => [rule, { enabled: false }])),
      });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}
