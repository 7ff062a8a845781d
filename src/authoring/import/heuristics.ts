/** Heuristics for a line that nothing else identifies. */

const COMMANDS = new Set(
  (
    'aws cat echo ls mkdir cd export unset source curl jq rm cp mv chmod touch grep sed awk head tail printf env ' +
    'which pip pip3 python python3 npm git docker kubectl terraform ssh scp zip unzip tar wget sleep eksctl sam cdk ' +
    'yum apt-get sudo for if while eval test date dig nslookup ping openssl base64 sort uniq wc tee xargs find rmdir'
  ).split(' '),
);
const JAPANESE = /[\u3005\u3040-\u30ff\u4e00-\u9fff]/;

export const isJapanese = (text: string): boolean => JAPANESE.test(text);

/** Tells whether a line begins like a command. */
export function looksLikeCommand(line: string): boolean {
  const text = line.trim();
  if (/^[A-Za-z_]\w*=/.test(text)) return true;
  const [word = '', second = ''] = text.split(/\s+/);
  if (!COMMANDS.has(word)) return false;
  // `aws` is followed by a service, and ends no sentence.
  return word !== 'aws' || (/^(?:-|[a-z][a-z0-9-]*$)/.test(second) && !/[.。]$/.test(text));
}

/** Tells whether a text ends like a sentence: no heading, no output. */
export function looksLikeSentence(line: string): boolean {
  const text = line
    .trim()
    .replace(/(?<=[。．.])\s*[（(][^()（）]*[)）]$/, '')
    .replace(/[)）」』"']+$/, '');
  return (
    /[。．!！?？、,]$/.test(text) ||
    /(?:です|ます|ました|ません|でした|ください|ましょう)$/.test(text) ||
    (/[a-z)]\.$/.test(line.trim()) && /\s/.test(text))
  );
}

/** `(なし)`, `（何も表示されません）`, `None`: there was no output. */
export function saysNothingIsShown(line: string): boolean {
  return /^[(（]?\s*(?:なし|無し|ありません|何も(?:出力|表示)\S*|(?:出力|表示)(?:なし|は?ありません)|none|no output|\(?nothing\)?)\s*。?\s*[)）]?\.?$/i.test(
    line.trim(),
  );
}

/** Languages of fences, as writers of all flavours of Markdown and reStructuredText name them. */

const SHELLS = new Set(
  'bash sh shell console zsh ksh shellscript shell-session sh-session shellsession terminal'.split(' '),
);
const PRINTED = new Set('json text txt plain plaintext none console bash sh shell yaml'.split(' '));
/** `none` is Sphinx's: not to be highlighted. */
const NONE = new Set('text txt plain plaintext none'.split(' '));

export const isShell = (lang: string): boolean => SHELLS.has(lang);

/** Tells whether fences of this language hold output. */
export const isPrinted = (lang: string): boolean => PRINTED.has(lang);

/** Tells whether the language says nothing about a fence's content. */
export const isPlain = (lang: string | undefined): boolean => lang === undefined || NONE.has(lang);
