import { say } from '../language/say.ts';
import { attributes } from './attribute-table.ts';
import { closestMatch } from './closest-match.ts';
import type { Fence } from './fence.ts';
import { ownAttribute } from './fence-attributes.ts';
import type { ProblemReporter } from './problems.ts';
import type { ResultExample, RunnableStep } from './types.ts';

/** Kind of a fence. */
export type FenceKind =
  | { readonly kind: 'step'; readonly role: RunnableStep['role'] }
  | { readonly kind: 'result'; readonly form: ResultExample['form'] }
  /** Documentation: not ours. */
  | { readonly kind: 'plain' }
  /** A shell fence that does not say what it is for. */
  | { readonly kind: 'unmarked' }
  /** Meant for us and wrong; reported. */
  | { readonly kind: 'wrong' };

const STEP_ROLES = ['env', 'check', 'command', 'setup', 'cleanup'] as const satisfies RunnableStep['role'][];
const ROLES: readonly string[] = [...STEP_ROLES, 'result'];
/** Languages of a shell or its session, as GitHub and Prism name them. */
const SHELLS = new Set(
  'bash sh shell console zsh ksh shellscript shell-session sh-session shellsession'.split(' '),
);
const SHELL = [...SHELLS].sort((a, b) => b.length - a.length).join('|');
/** `bash　command` with a wide space, `bash:command`, `jsonresult`: all that stands before the first plain space. */
const JOINED = new RegExp(
  `^(?:(?:${SHELL}|json|text)[^A-Za-z0-9]*(${ROLES.join('|')})(?![A-Za-z])|(?:${SHELL})[\\s,:;{(|=])`,
  'i',
);
const WRONG: FenceKind = { kind: 'wrong' };

export function classifyFence(fence: Fence, reporter: ProblemReporter): FenceKind {
  const { lang, words } = fence.info;
  const roles = words.filter((word) => ROLES.includes(word));
  if (roles.length > 1) {
    reporter.report(fence.placeOf(` ${roles[1]}`), 'several-roles', roles);
    return WRONG;
  }
  const role = roles[0];
  if (role === undefined) return isFile(fence) ? fileFence(fence, reporter) : withoutRole(fence, reporter);
  reportStray(
    fence,
    words.filter((word) => word !== role),
    reporter,
  );
  if (role === 'result') {
    if (lang === 'json' || lang === 'text') return { kind: 'result', form: lang };
    return wrongLanguage(fence, role, say`"json result" or "text result"`, reporter);
  }
  if (lang !== 'bash') return wrongLanguage(fence, role, `"bash ${role}"`, reporter);
  return { kind: 'step', role: role as RunnableStep['role'] };
}

/** Words that are neither language, role nor attribute; the name of an attribute lacks its value. */
function reportStray(fence: Fence, words: readonly string[], reporter: ProblemReporter): void {
  const [first] = words;
  if (first === undefined) return;
  const place = fence.placeOf(first);
  const attribute = Object.hasOwn(attributes, first) ? attributes[first] : undefined;
  if (attribute) reporter.report(place, 'attribute-without-value', first, attribute.example);
  else reporter.report(place, 'unknown-word', words.join(' '));
}

/** `json file=policy.json`; what has no language reads as if `file=` were it. */
const isFile = ({ info }: Fence): boolean =>
  info.lang.startsWith('file=') || info.attributes.some(({ key }) => key === 'file');

function fileFence(fence: Fence, reporter: ProblemReporter): FenceKind {
  const { lang, words } = fence.info;
  if (lang.startsWith('file=')) {
    reporter.report(fence.placeOf(lang), 'role-as-language', lang, `"text ${lang}"`);
    return WRONG;
  }
  reportStray(fence, words, reporter);
  return { kind: 'step', role: 'file' };
}

function withoutRole(fence: Fence, reporter: ProblemReporter): FenceKind {
  const { lang, words } = fence.info;
  const joined = JOINED.exec(lang);
  if (joined) {
    reporter.report(fence.placeOf(lang), 'joined-words', lang, spacedOut(lang, joined[1]));
    return WRONG;
  }
  if (SHELLS.has(lang.toLowerCase())) {
    const word = words[0];
    if (word === undefined) return { kind: 'unmarked' };
    reporter.report(fence.placeOf(word), 'unknown-role', word, closestMatch(word, ROLES), ROLES);
    return WRONG;
  }
  // "```command" has its role where the language belongs; `env` is also a language.
  if (lang !== 'env' && ROLES.includes(lang)) {
    const right = lang === 'result' ? '"text result"' : `"bash ${lang}"`;
    reporter.report(fence.placeOf(lang), 'role-as-language', lang, right);
    return WRONG;
  }
  return lang === 'json' || lang === 'text' ? resultWithoutRole(fence, reporter) : { kind: 'plain' };
}

function spacedOut(lang: string, role = 'command'): string {
  if (role !== 'result') return `bash ${role}`;
  return lang.startsWith('json') ? 'json result' : 'text result';
}

/** A json or text fence is documentation unless something on it shows that a result example was meant. */
function resultWithoutRole(fence: Fence, reporter: ProblemReporter): FenceKind {
  const { lang, words } = fence.info;
  const typo = words.find((word) => closestMatch(word, ['result']));
  if (typo) {
    reporter.report(fence.placeOf(typo), 'unknown-role', typo, 'result', ROLES);
    return WRONG;
  }
  const key = ownAttribute(fence);
  if (key === undefined) return { kind: 'plain' };
  reporter.report(fence.placeOf(`${key}=`), 'missing-role', key, `"${lang} result ${key}=..."`);
  return WRONG;
}

function wrongLanguage(fence: Fence, role: string, right: string, reporter: ProblemReporter): FenceKind {
  reporter.report(fence.span.start, 'role-language', role, fence.info.lang, right);
  return WRONG;
}
