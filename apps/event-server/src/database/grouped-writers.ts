import { GroupedWriter, type GroupBounds } from './grouped-writer';

/** A grouped writer for each key: what waits for one lock does not wait for another. */
export class GroupedWriters<Item, Result> {
  private readonly writers = new Map<string, GroupedWriter<Item, Result>>();

  /** @param writeMany see `GroupedWriter`; the items of one group have the same key */
  constructor(
    private readonly writeMany: ConstructorParameters<typeof GroupedWriter<Item, Result>>[0],
    private readonly bounds: Partial<GroupBounds> = {},
  ) {}

  /** @throws as `GroupedWriter.write` */
  write(key: string, item: Item): Promise<Result> {
    let writer = this.writers.get(key);
    if (!writer) {
      writer = new GroupedWriter(this.writeMany, this.bounds);
      this.writers.set(key, writer);
    }
    return writer.write(item);
  }
}
