import { readFileSync } from 'node:fs';
import { counted, say } from '../../language/index.ts';
import { formatProblem, type Problem } from '../../procedure/index.ts';
import { changeFiles, type FileChange, UsageError } from '../../project/index.ts';
import {
  acceptPage,
  type Exchange,
  ExchangeError,
  type ExchangePage,
  importPage,
  type PagePair,
  readPo,
  readSite,
  readXliff,
  startDrawings,
} from '../../translation/index.ts';
import { PAGE_FAILED, PASSED } from '../exit-codes.ts';
import { finishInterrupted } from '../interrupted.ts';

interface ImportOptions {
  readonly root: string;
  /** Marks pages as up to date of which every text has been reviewed in the file. */
  readonly accept?: boolean;
}

/** `tejun i18n import`: takes the texts of a translator's file into the translations. */
export function importTexts(file: string, { root, accept }: ImportOptions): number {
  finishInterrupted(root);
  const exchange = readExchange(file);
  const { pairs, locales } = readSite(root);
  if (!locales.translations.includes(exchange.locale))
    throw new UsageError(
      say`${file} is in ${exchange.locale}: this project has ${locales.translations.join(', ')}.`,
    );
  const results = exchange.pages.map((page) => {
    const pair = pairs.find((one) => one.sourceFile === page.sourceFile && one.locale === exchange.locale);
    return pair?.source === undefined
      ? { problems: [noPage(file, page.sourceFile)] }
      : takePage(pair, page, { sourceLocale: locales.source, accept });
  });
  const changes = results.flatMap(({ pair, change }: Taken) =>
    pair && change ? [change, ...startDrawings(root, pair)] : [],
  );
  changeFiles(root, changes);
  const problems = results.flatMap((result) => result.problems);
  if (problems.length > 0) console.error(problems.map(formatProblem).join('\n'));
  for (const line of results.flatMap(({ lines = [] }: Taken) => lines)) console.log(line);
  console.log(
    changes.length === 0 ? say`Nothing has changed.` : say`${counted(changes.length, 'file')} written.`,
  );
  return problems.length > 0 ? PAGE_FAILED : PASSED;
}

/** Outcome of one page of a file. */
interface Taken {
  readonly pair?: PagePair;
  readonly change?: FileChange;
  readonly problems: readonly Problem[];
  /** To be told once it is written. */
  readonly lines?: readonly string[];
}

function takePage(
  pair: PagePair,
  page: ExchangePage,
  { sourceLocale, accept = false }: { readonly sourceLocale: string; readonly accept?: boolean },
): Taken {
  const { text, isDone, changed, problems, notices } = importPage(pair, page, sourceLocale);
  const imported = changeOf(pair, text);
  const accepted: Accepted = accept && isDone ? acceptText(pair, imported?.after, sourceLocale) : {};
  const change = accepted.change ?? imported;
  const isLeft = accept && (!isDone || accepted.problems !== undefined);
  const remark = isLeft
    ? say`, not accepted: not every text has been reviewed`
    : accepted.change
      ? ', fresh'
      : '';
  return {
    pair,
    change,
    problems: [...problems, ...(accepted.problems ?? [])],
    lines: [
      ...notices.map(
        ({ id, missing }) => `${pair.file}  ${id}: without ${missing.join(', ')}, which the source has`,
      ),
      ...(change || isLeft ? [`${pair.file}  ${counted(changed, 'text')}${remark}`] : []),
    ],
  };
}

const changeOf = (
  { file, translation: before }: PagePair,
  after: string | undefined,
): FileChange | undefined => (after === undefined || after === before ? undefined : { file, before, after });

interface Accepted {
  readonly change?: FileChange;
  readonly problems?: readonly Problem[];
}

function acceptText(pair: PagePair, text: string | undefined, sourceLocale: string): Accepted {
  const translation = text ?? pair.translation;
  if (translation === undefined) return {};
  const result = acceptPage({ ...pair, translation }, sourceLocale);
  if ('problems' in result) return result;
  return { change: changeOf(pair, result.change.after) };
}

/** @throws UsageError */
function readExchange(file: string): Exchange {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  try {
    return text.trimStart().startsWith('<') ? readXliff(text) : readPo(text);
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    throw new UsageError(say`${file} cannot be read: ${error.message}.`);
  }
}

const noPage = (file: string, sourceFile: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: 'no-page',
  message: say`There is no page ${sourceFile}: its texts are not taken.`,
  fix: say`Export the page again under the name that it has now.`,
});
