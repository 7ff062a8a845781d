import type { Explanation } from '../../aws/manual/index.ts';

/** An explanation as it is shown. */
export interface Shown extends Explanation {
  /** Its language, where that is not the page's. */
  readonly lang?: 'en';
}

const COMMAND = 'figure[data-step]:not([data-role=result])';

/** Finds the block of a step's command, and that of its result example. */
const blockOf = (step: string) =>
  codeIn(document.querySelector(`${COMMAND}[data-step="${CSS.escape(step)}"]`));
export const resultOf = (step: string) =>
  codeIn(document.querySelector(`figure[data-role=result][data-step="${CSS.escape(step)}"]`));

const codeIn = (figure: Element | null) =>
  figure?.querySelector<HTMLElement>(':scope > :not([data-step-run]) pre');

/** Explains a block of a page: a command, a policy, an example of a result, or what the reader got. */
export async function explanationsOf(block: HTMLElement, locale: string): Promise<readonly Shown[]> {
  const step = block.closest<HTMLElement>('figure[data-step]')?.dataset.step;
  if (step === undefined) return [];
  const { explainResult, explainScript } = await import(
    /* webpackChunkName: "explain" */ '../../aws/manual/index.ts'
  );
  const command = blockOf(step);
  const text = block.textContent ?? '';
  const isScript = block === command && !text.trimStart().startsWith('{');
  const told = isScript ? await explainScript(text) : await explainResult(command?.textContent ?? '', text);
  const explained = told.map((one) => inLanguage(one, locale));
  return [...explained, ...explainPolicy(text, locale)];
}

function inLanguage(one: Explanation, locale: string): Shown {
  const own = ownWords(locale, one.word);
  if (own !== undefined) return { ...one, text: own };
  return locale === 'en' ? one : { ...one, lang: 'en' };
}

function explainPolicy(text: string, locale: string): Shown[] {
  if (!/"Statement"\s*:/.test(text)) return [];
  const words = policyWords(locale);
  return [...text.matchAll(/"(\w+)"(?=\s*:)/g)].flatMap(({ 1: word = '', index }) => {
    const own = Object.hasOwn(words, word) ? words[word] : undefined;
    return own ? [{ word, start: index + 1, end: index + 1 + word.length, text: own }] : [];
  });
}

type Words = Readonly<Record<string, string>>;

/** Elements of a policy, for which the CLI has no words; after the reference of IAM's JSON policies. */
const policy: Readonly<Record<'ja' | 'en', Words>> = {
  ja: {
    Version: 'ポリシーの文法のバージョン。今は「2012-10-17」です。',
    Statement: 'ステートメントの一覧。それぞれが1つの許可または拒否です。',
    Sid: 'ステートメントの名前。省略できます。',
    Effect: '許可 (Allow) か、拒否 (Deny) か。拒否は、ほかのどの許可よりも優先されます。',
    Principal: 'だれに対するものか。リソースに付けるポリシーと、信頼ポリシーにだけあります。',
    Action: '対象の操作。「サービス:操作」の形で書き、「*」は任意の文字列を表します。',
    NotAction: 'ここに書いた操作「以外」が対象です。',
    Resource: '対象のリソースのARN。「*」は任意の文字列を表します。',
    NotResource: 'ここに書いたリソース「以外」が対象です。',
    Condition: 'この条件がすべて満たされるときにだけ、ステートメントが働きます。',
  },
  en: {
    Version: 'The version of the policy language: "2012-10-17".',
    Statement: 'The statements: each allows or denies something.',
    Sid: 'A name for the statement; it may be left out.',
    Effect: 'Allow or Deny. A Deny wins over every Allow.',
    Principal: 'Who it is about; only in the policies of resources and in trust policies.',
    Action: 'The operations it is about, as "service:Operation"; "*" stands for any text.',
    NotAction: 'It is about all operations except these.',
    Resource: 'The ARNs of the resources it is about; "*" stands for any text.',
    NotResource: 'It is about all resources except these.',
    Condition: 'The statement applies only where all of these conditions hold.',
  },
};

/** Options and keys that most commands share. */
const japanese: Words = {
  '--profile': '使用するプロファイル (認証情報と設定に付けた名前)。',
  '--region': '使用するリージョン。設定ファイルと環境変数より優先されます。',
  '--output': '結果の形式。',
  '--query': '結果から一部を取り出すJMESPath式。',
  '--no-paginate': '結果の続きを自動では取得しません。',
  '--max-items': '表示する項目の数の上限。',
  '--page-size': '1回の呼び出しで取得する項目の数。',
  '--starting-token': '前回の続きから取得するためのトークン。',
  '--cli-input-json': 'オプションの値を、JSONの文字列で指定します。',
  '--cli-input-yaml': 'オプションの値を、YAMLの文字列で指定します。',
  '--generate-cli-skeleton': '呼び出しは行わず、指定できる値のひな形をJSONで表示します。',
  '--endpoint-url': '既定とは別の呼び出し先のURL。',
  '--no-sign-request': 'リクエストに署名しません (認証情報を使用しません)。',
  '--dry-run': '実行する権限があるかどうかだけを確認し、実際には実行しません。',
  '--duration-seconds': '認証情報の有効期間 (秒)。',
  AccessKeyId: 'アクセスキーID。一時的な認証情報では「ASIA」で始まります。',
  SecretAccessKey: 'シークレットアクセスキー。リクエストの署名に使用します。',
  SessionToken: 'セッショントークン。一時的な認証情報を使用するときに、キーと一緒に渡します。',
  Expiration: '認証情報の有効期限。',
  Credentials: '一時的な認証情報。',
  NextToken: '結果の続きを取得するためのトークン。',
};

/** Finds our own words for a word, in the reader's language; undefined where the CLI's own are shown. */
function ownWords(locale: string, word: string): string | undefined {
  return locale === 'ja' ? japanese[word] : undefined;
}

/** The elements of a policy in a text, in the reader's language. */
function policyWords(locale: string): Words {
  return locale === 'ja' ? policy.ja : policy.en;
}
