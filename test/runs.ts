/** Runs of a property that takes long: all of them on CI, a quarter for somebody who waits for the result. */
export const runs = (onCi: number): number => (process.env.CI ? onCi : Math.ceil(onCi / 4));
