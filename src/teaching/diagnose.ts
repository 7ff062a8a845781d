import { lessons } from './catalogue/index.ts';
import type { Diagnosis, Happening, Lesson, Remedy } from './types.ts';

/**
 * The lesson for what happened: the first of the catalogue that holds; undefined where none does.
 *
 * @example diagnose({ script: 'aws s3 ls', printed: 'bash: aws: command not found\n', unset: [] })
 * // { id: 'aws-not-installed', values: {} }
 */
export function diagnose(happening: Happening): Diagnosis | undefined {
  for (const lesson of lessons) {
    const values = valuesOf(lesson, happening);
    if (values) return { id: lesson.id, values };
  }
  return undefined;
}

/** Cause and way back of a diagnosis in a language, and the buttons that do it. */
export function explainDiagnosis(
  { id, values }: Diagnosis,
  locale: string,
): { readonly cause: string; readonly remedy: string; readonly buttons: readonly Remedy[] } | undefined {
  const lesson = lessons.find((one) => one.id === id);
  if (!lesson) return undefined;
  const { cause, remedy, buttons = [] } = lesson;
  const say = (text: Lesson['cause']) =>
    (text[locale] ?? text.en).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  return { cause: say(cause), remedy: say(remedy), buttons };
}

function valuesOf({ codes, when }: Lesson, happening: Happening): Diagnosis['values'] | undefined {
  const { error } = happening;
  if (codes && !(error && isOf(codes, error.code))) return undefined;
  const own = when ? when(happening) : {};
  return own && { ...(error && { code: error.code, operation: error.operation }), ...own };
}

const isOf = (codes: readonly string[] | RegExp, code: string): boolean =>
  codes instanceof RegExp ? codes.test(code) : codes.includes(code);
