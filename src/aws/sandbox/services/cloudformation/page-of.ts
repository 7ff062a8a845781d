import { paginate, type ResultPage } from '../../operation/index.ts';
import { validationError } from './cloudformation-errors.ts';

/** Most items of an answer. */
const PAGE = 100;

/** Cuts the page that a token names out of items in the order of their keys. Throws a ValidationError for a wrong token. */
export function pageOfResults<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
  token: string | undefined,
): ResultPage<Item> {
  const page = paginate(items, key, PAGE, token);
  // Our wording.
  if (!page) throw validationError('The NextToken is not valid.');
  return page;
}

/** The same for items from the oldest on: the newest come first. */
export function newestFirst<Item>(items: readonly Item[], token: string | undefined): ResultPage<Item> {
  const numbered = items.map((item, index) => ({ item, key: String(items.length - index).padStart(8, '0') }));
  const page = pageOfResults(numbered.reverse(), ({ key }) => key, token);
  return { ...page, items: page.items.map(({ item }) => item) };
}
