/** Fields that a DTO declares but nobody sent are `undefined`, and mean "as it is". */
export function withoutGaps<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}
