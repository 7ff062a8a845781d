import { replaceFiles } from '../../files/index.ts';
import { formatProblem, type Problem } from '../../procedure/index.ts';
import {
  applyEdits,
  blobId,
  markEdit,
  type PagePair,
  proseHash,
  readOutline,
} from '../../translation/index.ts';
import { PASSED, USAGE_ERROR } from '../exit-codes.ts';
import { orRefuse, Refusal, type Selection, select } from './read.ts';

/** Writes into translations that they say what their sources say today. All of them, or none. */
export function accept(names: readonly string[], options: Selection): Promise<number> {
  return orRefuse(() => {
    if (names.length === 0)
      throw new Refusal('Name the pages that you have reviewed: npm run i18n -- accept <page>.');
    const { site, pairs } = select(names, options);
    const chosen = pairs.filter(({ translation }) => translation !== undefined);
    if (chosen.length === 0) throw new Refusal(`None of these pages is translated: ${names.join(', ')}.`);
    const locales = [...new Set(chosen.map(({ locale }) => locale))];
    if (locales.length > 1)
      throw new Refusal(
        `More than one language is meant (${locales.join(', ')}): add --locale ${locales[0]}.`,
      );
    const results = chosen.map(acceptPage);
    const problems = results.flatMap((result) => ('problems' in result ? result.problems : []));
    if (problems.length > 0) throw new Refusal(problems.map(formatProblem).join('\n'));
    const files = results.flatMap((result) =>
      'file' in result ? [[result.file, result.text] as const] : [],
    );
    replaceFiles(site.root, new Map(files));
    for (const [file] of files) console.log(`${file}  fresh`);
    return PASSED;
  }, USAGE_ERROR);
}

type Accepted = { readonly file: string; readonly text: string } | { readonly problems: readonly Problem[] };

function acceptPage({ source, translation = '', file, sourceFile }: PagePair): Accepted {
  if (source === undefined)
    throw new Refusal(`${file} is an orphan: there is no ${sourceFile} to be up to date with.`);
  const [theirs, ours] = [readOutline(source, sourceFile), readOutline(translation, file)];
  if ('problems' in theirs) return theirs;
  if ('problems' in ours) return ours;
  const mark = { source: blobId(source), prose: proseHash(theirs.outline) };
  return { file, text: applyEdits(translation, [markEdit(ours.outline, mark)]) };
}
