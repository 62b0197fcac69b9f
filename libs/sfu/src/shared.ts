/** Who asks while the same is under way, or done, gets the same. A failure is forgotten. */
export function shared<Key, Value>(
  made: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  let promise = made.get(key);
  if (!promise) {
    promise = make();
    made.set(key, promise);
    promise.catch(() => made.delete(key));
  }
  return promise;
}
