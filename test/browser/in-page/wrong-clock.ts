/// <reference lib="dom" />

/** Runs in a page before its own scripts: its device's clock is wrong by so many milliseconds. */
export function installWrongClock(byMs: number): void {
  const { now } = Date;
  window.Date = class extends Date {
    constructor(...values: unknown[]) {
      if (values.length > 0) super(...(values as [number]));
      else super(now() + byMs);
    }
    static override now(): number {
      return now() + byMs;
    }
  } as DateConstructor;
}
