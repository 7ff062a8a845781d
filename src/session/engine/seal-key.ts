const DATABASE = 'tejun';
const STORE = 'keys';
const NAME = 'journal';

/**
 * Returns the secret with which this browser seals journals, made once. It is kept apart from them: text that gets
 * into local storage is no journal. Where the browser keeps no database, it is good for this tab only.
 */
export async function sealKey(): Promise<Uint8Array> {
  const drawn = crypto.getRandomValues(new Uint8Array(32));
  try {
    const database = await answer(openDatabase());
    try {
      return await keptOr(drawn, database);
    } finally {
      database.close();
    }
  } catch {
    return drawn;
  }
}

function openDatabase(): IDBOpenDBRequest {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return opening;
}

/** One transaction, so that two tabs that are first at once take the same. */
async function keptOr(drawn: Uint8Array, database: IDBDatabase): Promise<Uint8Array> {
  const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
  const kept: unknown = await answer(store.get(NAME));
  if (kept instanceof Uint8Array && kept.length === drawn.length) return kept;
  await answer(store.put(drawn, NAME));
  return drawn;
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
