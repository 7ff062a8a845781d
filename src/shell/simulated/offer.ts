/** A place at which one waits for what another brings. */
export interface Offer<T> {
  readonly promise: Promise<T>;
  accept(what: T): void;
}

export function openOffer<T>(): Offer<T> {
  let accept: Offer<T>['accept'] = () => {};
  const promise = new Promise<T>((resolve) => {
    accept = resolve;
  });
  return { promise, accept };
}
