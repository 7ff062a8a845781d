import { say } from '../../language/index.ts';
import { workflowCommand } from '../../project/index.ts';
import type { Outdated, Site } from '../../translation/index.ts';

/** Formats what a change leaves to translators, for a person: a line each. */
export function outdatedText(site: Site, outdated: readonly Outdated[], revision: string): string {
  if (outdated.length === 0)
    return say`No translation is put out of date by what has changed since ${revision}.`;
  return outdated.map((one) => `${placeOf(one)}  ${sentence(site, one)}`).join('\n');
}

/** Formats the same as annotations of a pull request: warnings, as a stale translation may be merged. */
export const outdatedAnnotations = (site: Site, outdated: readonly Outdated[]): string =>
  outdated
    .map((one) => {
      const { sourceFile, file } = one.status;
      const place = one.kind === 'removed' ? { file, line: 1 } : { file: sourceFile, line: one.line };
      return workflowCommand('warning', sentence(site, one), { ...place, title: 'translation' });
    })
    .join('\n');

const placeOf = ({ kind, status, line }: Outdated): string =>
  kind === 'removed' ? status.file : `${status.sourceFile}:${line}`;

function sentence({ locales }: Site, { kind, heading, status }: Outdated): string {
  const language = locales.settings[status.locale]?.label ?? status.locale;
  if (kind === 'new') return say`${language}: this page is new, and not translated.`;
  if (kind === 'removed') return say`${language}: ${status.sourceFile} is gone, and this is its translation.`;
  const what = heading === '' ? say`the beginning of this page` : `"${heading}"`;
  return say`${language}: the translation of ${what} is stale now.`;
}

/**
 * Returns how much of a language is up to date, for an endpoint badge of shields.io, as JSON.
 * Source: https://shields.io/badges/endpoint-badge ("schemaVersion", "label", "message", "color").
 */
export function translationBadge({ locales }: Site, locale: string, states: readonly string[]): string {
  const translatable = states.filter((state) => state !== 'orphan');
  const fresh = translatable.filter((state) => state === 'fresh').length;
  const share = translatable.length === 0 ? 0 : fresh / translatable.length;
  const color = share === 1 ? 'brightgreen' : share >= 0.8 ? 'yellow' : 'orange';
  const label = locales.settings[locale]?.label ?? locale;
  return JSON.stringify({
    schemaVersion: 1,
    label,
    message: `${fresh} of ${translatable.length} fresh`,
    color,
  });
}
