/** Default seed of ids, keys and tokens. */
export const DEFAULT_SEED = 'tejun';
