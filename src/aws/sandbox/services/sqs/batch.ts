import { ServiceError } from '../../operation/index.ts';

interface Entry {
  readonly Id: string | undefined;
}

const MOST = 10;

/** Checks the entries of a batch. Throws what SQS refuses the whole batch with; the texts for none and for repeated ids are public quotes. */
export function checkEntries(entries: readonly Entry[], type: string): void {
  if (entries.length === 0)
    throw refusal('EmptyBatchRequest', `There should be at least one ${type} in the request.`);
  if (entries.length > MOST)
    throw refusal(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MOST}. You have sent ${entries.length}.`,
    );
  const seen = new Set<string>();
  for (const { Id = '' } of entries) {
    if (!/^[\w-]{1,80}$/.test(Id))
      throw refusal(
        'InvalidBatchEntryId',
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
      );
    if (seen.has(Id)) throw refusal('BatchEntryIdsNotDistinct', `Id ${Id} repeated.`);
    seen.add(Id);
  }
}

const refusal = (code: string, message: string) => new ServiceError(400, code, message);

interface Failed {
  Id: string | undefined;
  SenderFault: boolean;
  Code: string;
  Message: string;
}

/** Carries out entry after entry; what refuses one of them is told in its place. An empty list of failures is not said. */
export async function perEntry<One extends Entry, Done extends { Id: string | undefined }>(
  entries: readonly One[],
  carryOut: (entry: One) => Promise<Omit<Done, 'Id'>> | Omit<Done, 'Id'>,
): Promise<{ Successful: Done[]; Failed: Failed[] }> {
  const done: Done[] = [];
  const failed: Failed[] = [];
  for (const entry of entries)
    try {
      done.push({ Id: entry.Id, ...(await carryOut(entry)) } as Done);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  return { Successful: done, ...(failed.length > 0 && { Failed: failed }) } as {
    Successful: Done[];
    Failed: Failed[];
  };
}
