import { ListResourceTagsCommand, TagResourceCommand } from '@aws-sdk/client-kms';
import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openKey } from './open-key.ts';

standStill();

test('tags are counted over all requests and listed by name', async () => {
  const { kms, KeyId } = await openKey({ Tags: [{ TagKey: 'b', TagValue: '2' }] });
  await kms.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'a', TagValue: '1' }] }));
  expect((await kms.send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual([
    { TagKey: 'a', TagValue: '1' },
    { TagKey: 'b', TagValue: '2' },
  ]);
});
