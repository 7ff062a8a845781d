import * as z from 'zod';
import { strictError } from './policy-schema.ts';

/** Builders for common fields. */
export const matchingText = (pattern: RegExp, error: string) => z.string({ error }).regex(pattern, { error });
export const listOf = <Item extends z.ZodType>(item: Item, error: string) =>
  z.array(item, { error }).default([]);
export const time = z.iso
  .datetime({ offset: true, error: 'Write a time such as 2021-12-20T09:00:00Z.' })
  .transform((written) => new Date(written));

const TAG_KEY = 'Write a tag key of 1 to 128 characters, in quotes where it looks like a number.';
const TAG_VALUE = 'Write a tag value of up to 256 characters, in quotes where it looks like a number.';

export const tag = z.strictObject(
  {
    key: matchingText(/^.{1,128}$/su, TAG_KEY),
    value: matchingText(/^.{0,256}$/su, TAG_VALUE),
  },
  { error: strictError('Write a tag with key and value.') },
);
export const tagsSchema = listOf(tag, 'Write a list of tags, each with key and value.');
