import { spawn } from 'node:child_process';
import { text as readAll } from 'node:stream/consumers';
import { counted, say } from '../../language/index.ts';
import { formatProblem } from '../../procedure/index.ts';
import { changeFiles, UsageError } from '../../project/index.ts';
import { type FillRequest, fillPage, type PagePair, startDrawings } from '../../translation/index.ts';
import { PAGE_FAILED, PASSED } from '../exit-codes.ts';
import { oneLocale } from './one-locale.ts';
import { memoryOf } from './remembered.ts';
import { type PageSelection, selectTranslations } from './select-translations.ts';

interface FillCommandOptions extends PageSelection {
  readonly with?: string;
}

/** `tejun i18n fill`: fills in what is missing, page by page; each is written before the next is begun. */
export async function fill(names: readonly string[], options: FillCommandOptions): Promise<number> {
  const { site, pairs } = selectTranslations(names, options, { whole: true });
  const locale = oneLocale(site, options.locale);
  const sourceLocale = site.locales.source;
  const memory = memoryOf(site, locale);
  const command = options.with;
  const translate = command === undefined ? undefined : askedOf(command, sourceLocale, site.root);
  let isWhole = true;
  for (const pair of pairs.filter((one) => one.locale === locale && one.source !== undefined)) {
    const filled = await fillPage(pair, { memory, sourceLocale, translate });
    const { text, remembered, translated, left, problems } = filled;
    const { file, translation } = pair;
    if (text !== undefined)
      changeFiles(site.root, [{ file, before: translation, after: text }, ...startDrawings(site.root, pair)]);
    if (problems.length > 0) console.error(problems.map(formatProblem).join('\n'));
    if (text !== undefined || left > 0)
      console.log(
        say`${file}  ${counted(remembered, 'text')} from earlier translations, ${translated} by the command, ${left} left`,
      );
    isWhole &&= problems.length === 0;
  }
  return isWhole ? PASSED : PAGE_FAILED;
}

/** Asks a command of the user: one JSON document on its standard input, one on its standard output. */
const askedOf =
  (command: string, from: string, cwd: string) =>
  async (requests: readonly FillRequest[], { locale, sourceFile }: PagePair) => {
    const child = spawn(command, { shell: true, cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    // A command that ends without reading tells why by its exit code.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify({ from, to: locale, page: sourceFile, texts: requests }));
    const [output, code] = await Promise.all([readAll(child.stdout), ended]);
    if (code !== 0)
      throw new UsageError(
        say`${sourceFile}: \`${command}\` ended with exit code ${code}. Pages before it are written.`,
      );
    return answersIn(output, command, sourceFile);
  };

/** @throws UsageError for an answer of another form */
function answersIn(output: string, command: string, sourceFile: string): Map<string, string> {
  const wrong = (what: string): UsageError =>
    new UsageError(
      say`${sourceFile}: \`${command}\` printed ${what}. Print {"texts": [{"id": "...", "text": "..."}]}, with the ids of the input.`,
    );
  let answer: { texts?: unknown };
  try {
    answer = JSON.parse(output);
  } catch {
    throw wrong(say`no JSON`);
  }
  if (!Array.isArray(answer?.texts)) throw wrong(say`no list "texts"`);
  return new Map(
    answer.texts.map((one: { id?: unknown; text?: unknown } | null) => {
      if (typeof one?.id !== 'string' || typeof one.text !== 'string')
        throw wrong(say`a text without "id" or "text"`);
      return [one.id, one.text];
    }),
  );
}
