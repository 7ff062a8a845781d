import * as z from 'zod';
import type { Content, Recording } from '../types.ts';

/** Format marker, so that no other JSON is taken for a recording. */
const FORMAT = 'tejun recording';
const VERSION = 1;

/** Text as its lines, so that a change shows as the line that changed. */
const lines = z.array(z.string()).transform((parts): Content => parts.join('\n'));
const content = z.union([lines, z.strictObject({ base64: z.base64() })]);

const call = z.strictObject({
  arguments: z.array(z.string()),
  exitCode: z.int().min(0).max(255),
  stdout: content.default(''),
  stderr: content.default(''),
  files: z
    .array(
      z.strictObject({ path: z.string().startsWith('/'), mode: z.string().regex(/^[0-7]{3,4}$/), content }),
    )
    .default([]),
  removed: z.array(z.string().startsWith('/')).default([]),
});

const recording = z.strictObject({
  page: z.string(),
  provenance: z.strictObject({
    date: z.iso.datetime(),
    target: z.enum(['sandbox', 'emulator', 'live']),
    cli: z.string(),
    regions: z.array(z.string()),
    locales: z.array(z.string()),
  }),
  steps: z.array(
    z.strictObject({
      id: z.string(),
      script: z.array(z.string()).transform((parts) => parts.join('\n')),
      endedAt: z.iso.datetime(),
      calls: z.array(call),
    }),
  ),
});

export type ParsedRecording = { readonly recording: Recording } | { readonly problem: string };

/** Reads the text of a recording. The problem is one sentence, without the file's name. */
export function parseRecording(text: string): ParsedRecording {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `It is not JSON, or only the beginning of it: ${(error as Error).message}.` };
  }
  const { format, version, ...rest } = Object(value) as Record<string, unknown>;
  if (format !== FORMAT) return { problem: `It is not a recording: "format" is not "${FORMAT}".` };
  if (version !== VERSION)
    return {
      problem: `It is a recording of version ${String(version)}; this Tejun reads version ${VERSION}.`,
    };
  const parsed = recording.safeParse(rest);
  if (parsed.success) return { recording: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue?.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return { problem: `${place?.replace(/^\./, '') || 'It'}: ${issue?.message ?? 'it is no recording'}.` };
}

/** The text of a recording's file. What is empty is left out. */
export function printRecording({ page, provenance, steps }: Recording): string {
  const document = {
    format: FORMAT,
    version: VERSION,
    page,
    provenance,
    steps: steps.map(({ id, script, endedAt, calls }) => ({
      id,
      script: script.split('\n'),
      endedAt,
      calls: calls.map(({ arguments: args, exitCode, stdout, stderr, files, removed }) => ({
        arguments: args,
        exitCode,
        ...(stdout === '' ? {} : { stdout: printed(stdout) }),
        ...(stderr === '' ? {} : { stderr: printed(stderr) }),
        ...(files.length === 0
          ? {}
          : { files: files.map(({ content, ...file }) => ({ ...file, content: printed(content) })) }),
        ...(removed.length === 0 ? {} : { removed }),
      })),
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const printed = (content: Content) => (typeof content === 'string' ? content.split('\n') : content);
