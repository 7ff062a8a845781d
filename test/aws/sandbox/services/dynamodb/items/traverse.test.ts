import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { numbers, open, TableName } from '../orders.ts';

standStill();

test('segments of a scan have every item once', async () => {
  const { dynamodb, put } = await open();
  for (let number = 0; number < 40; number++) await put(`c${number}`, number);
  const segments = [0, 1, 2].map((Segment) =>
    dynamodb.send(new ScanCommand({ TableName, Segment, TotalSegments: 3 })),
  );
  const found = (await Promise.all(segments)).map(({ Items }) => numbers(Items));
  expect(found.every(({ length }) => length > 3)).toBe(true);
  expect(found.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, number) => number));
});
