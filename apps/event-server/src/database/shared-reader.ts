import { isDatabaseAway } from './database-errors';

/**
 * Reads once for everybody who asks for the same at the same moment: a crowd that joins costs no more than a person.
 * Whoever asks while a reading is under way gets the next one, so that nobody is given what was read before they asked.
 */
export class SharedReader<Result> {
  private readonly underWay = new Map<string, Promise<unknown>>();
  private readonly next = new Map<string, Promise<Result>>();

  constructor(private readonly readNow: (key: string) => Promise<Result>) {}

  read(key: string): Promise<Result> {
    const waiting = this.next.get(key);
    if (waiting) return waiting;
    const reading = this.readAfter(this.underWay.get(key), key);
    this.next.set(key, reading);
    return reading;
  }

  private async readAfter(before: Promise<unknown> | undefined, key: string): Promise<Result> {
    await before?.catch((error: unknown) => {
      // Whoever has waited for one reading in vain does not wait for another.
      if (!isDatabaseAway(error)) return;
      this.next.delete(key);
      throw error;
    });
    const reading = this.readNow(key);
    this.underWay.set(key, reading);
    this.next.delete(key);
    try {
      return await reading;
    } finally {
      if (this.underWay.get(key) === reading) this.underWay.delete(key);
    }
  }
}
