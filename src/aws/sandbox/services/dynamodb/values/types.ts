import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type { AttributeValue };

/** Attributes by their names. Stored items are never changed: a write makes a new one. */
export type Item = Readonly<Record<string, AttributeValue>>;
