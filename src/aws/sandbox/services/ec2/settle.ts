import type { Clock } from '../../clock/index.ts';
import type { AccountState } from '../../operation/index.ts';
import {
  DETACHING_SECONDS,
  endpointState,
  natState,
  secondsSince,
  stateOf,
  VISIBLE_SECONDS,
} from './lifecycle.ts';
import { type Compute, computeOf, type Instance, type Networks, networksOf } from './state/index.ts';

/** Brings the account up to its clock: what has ended gives back what it had, and is forgotten after an hour. */
export function settleInstances(state: AccountState, clock: Clock): void {
  const networks = networksOf(state);
  const compute = computeOf(state);
  const isForgotten = (since: Date | undefined) =>
    since !== undefined && secondsSince(clock, since) >= VISIBLE_SECONDS;
  for (const instance of compute.instances.values()) {
    if (stateOf(instance, clock) === 'terminated' && !instance.released) release(instance, networks, compute);
    if (instance.phase === 'terminated' && isForgotten(instance.since)) compute.instances.delete(instance.id);
  }
  settleNetworks(networks, clock, isForgotten);
  for (const volume of compute.volumes.values())
    if (volume.detached && secondsSince(clock, volume.detached) >= DETACHING_SECONDS) {
      volume.attachment = undefined;
      volume.detached = undefined;
    }
}

function settleNetworks(
  networks: Networks,
  clock: Clock,
  isForgotten: (since: Date | undefined) => boolean,
): void {
  const { natGateways, vpcEndpoints, peerings } = networks;
  for (const gateway of natGateways.values()) {
    const current = natState(gateway, clock);
    if (current === 'deleted' || current === 'failed') removeInterface(networks, gateway.networkInterfaceId);
    if (isForgotten(gateway.deleted)) natGateways.delete(gateway.id);
  }
  for (const endpoint of vpcEndpoints.values()) {
    if (endpointState(endpoint, clock) !== 'deleted') continue;
    for (const id of endpoint.networkInterfaceIds) removeInterface(networks, id);
    vpcEndpoints.delete(endpoint.id);
  }
  for (const peering of peerings.values()) if (isForgotten(peering.ended)) peerings.delete(peering.id);
}

/** "Deletes on termination" decides what an instance leaves behind (EC2 User Guide, "Terminate an instance"). */
function release(instance: Instance, networks: Networks, compute: Compute): void {
  instance.released = true;
  for (const face of networks.networkInterfaces.values())
    if (face.attachment?.instanceId === instance.id) {
      if (face.attachment.deleteOnTermination) removeInterface(networks, face.id);
      else face.attachment = undefined;
    }
  for (const volume of compute.volumes.values())
    if (volume.attachment?.instanceId === instance.id) {
      if (volume.attachment.deleteOnTermination) compute.volumes.delete(volume.id);
      else volume.attachment = undefined;
    }
}

/** Removes a network interface; its Elastic IP address stays with the account. */
export function removeInterface({ networkInterfaces, addresses }: Networks, id: string): void {
  networkInterfaces.delete(id);
  for (const address of addresses.values())
    if (address.association?.networkInterfaceId === id) address.association = undefined;
}
