/** PO files of gettext. */
import { type GetTextTranslation, po } from 'gettext-parser';
import { type Exchange, ExchangeError, type ExchangePage, type ExchangeUnit } from './types.ts';

/** Writes pages as PO: `msgctxt` is the page and the unit; a text that a person must read is fuzzy. */
export function writePo({ sourceLocale, locale, pages }: Exchange): string {
  const entries = pages.flatMap(({ sourceFile, units }) => units.map((unit) => entryOf(sourceFile, unit)));
  const headers = {
    'Project-Id-Version': 'tejun',
    Language: locale.replaceAll('-', '_'),
    'X-Source-Language': sourceLocale,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
  };
  const translations = Object.fromEntries(
    entries.map((entry) => [entry.msgctxt ?? '', { [entry.msgid]: entry }]),
  );
  return `${po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 }).toString('utf8')}\n`;
}

function entryOf(sourceFile: string, unit: ExchangeUnit): GetTextTranslation {
  const { id, source, target = '', state, line, notes = [] } = unit;
  return {
    msgctxt: `${sourceFile}#${id}`,
    msgid: source,
    msgstr: [target],
    comments: {
      reference: `${sourceFile}:${line ?? 1}`,
      ...(notes.length > 0 && { extracted: notes.join('\n') }),
      ...(state === 'draft' && { flag: 'fuzzy' }),
    },
  };
}

/** @throws ExchangeError */
export function readPo(text: string): Exchange {
  const { headers, translations } = parse(text);
  const header = (name: string): string | undefined =>
    Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  const locale = header('language')?.replaceAll('_', '-');
  if (!locale) throw new ExchangeError('its header has no "Language"');
  const pages = new Map<string, ExchangeUnit[]>();
  for (const { msgctxt = '', msgid, msgstr, comments } of Object.values(translations).flatMap(
    Object.values,
  )) {
    if (msgid === '') continue;
    const [, sourceFile, id] = /^(.+?)#(.+)$/.exec(msgctxt) ?? [];
    if (sourceFile === undefined || id === undefined)
      throw new ExchangeError(`msgctxt ${JSON.stringify(msgctxt)} names no page and unit`);
    const target = msgstr[0] ?? '';
    const isFuzzy = comments?.flag?.split(/,\s*/).includes('fuzzy') ?? false;
    const unit: ExchangeUnit =
      target.trim() === ''
        ? { id, source: msgid, state: 'new' }
        : { id, source: msgid, target, state: isFuzzy ? 'draft' : 'done' };
    const units = pages.get(sourceFile);
    if (units) units.push(unit);
    else pages.set(sourceFile, [unit]);
  }
  return {
    sourceLocale: header('x-source-language') ?? '',
    locale,
    pages: [...pages].map(([sourceFile, units]): ExchangePage => ({ sourceFile, units })),
  };
}

function parse(text: string) {
  try {
    return po.parse(text);
  } catch (error) {
    throw new ExchangeError(`it is not PO: ${(error as Error).message}`);
  }
}
