import { expect, test } from 'vitest';
import { coverage, coverageOf } from '../../../src/aws/sandbox/coverage.ts';
import { loadService, serviceIds } from '../../../src/aws/wire/models/index.ts';

test('every operation of a service is either simulated or refused', async () => {
  const services = await coverage();
  expect(services.map(({ service }) => service)).toEqual(serviceIds);
  for (const { service, simulated, absent } of services) {
    const { operationNames } = await loadService(service);
    expect([...simulated, ...absent].sort()).toEqual([...operationNames].sort());
  }
});

test.for([
  ['sts', 'GetSessionToken', 'AssumeRoot'],
  ['sqs', 'ReceiveMessage', 'StartMessageMoveTask'],
  ['ec2', 'RunInstances', 'CreateFleet'],
] as const)('%s has %s, and refuses %s', async ([service, simulated, absent]) => {
  expect(await coverageOf(service)).toMatchObject({
    simulated: expect.arrayContaining([simulated]),
    absent: expect.arrayContaining([absent]),
  });
});
