import { ServiceError } from '../../operation/index.ts';
import { invalidLogsParameter } from './logs-errors.ts';

/** API reference, TagResource: "You can associate as many as 50 tags with a CloudWatch Logs resource." */
const MOST_TAGS = 50;
const KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** Checks the tags of one resource. The texts are ours. */
export function checkLogTags(tags: ReadonlyMap<string, string>): void {
  for (const [key, value] of tags) {
    if (!KEY.test(key) || key.startsWith('aws:'))
      throw invalidLogsParameter(`The tag key '${key}' is not valid.`);
    if (!VALUE.test(value))
      throw invalidLogsParameter(`The value '${value}' of the tag '${key}' is not valid.`);
  }
  if (tags.size > MOST_TAGS)
    throw new ServiceError(400, 'TooManyTagsException', `A resource can have at most ${MOST_TAGS} tags.`);
}
