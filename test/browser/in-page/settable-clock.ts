/// <reference lib="dom" />

declare global {
  interface Window {
    /** Sets the device's clock wrong by so much, in milliseconds. */
    setClockWrong: (ms: number) => void;
    /** The device sleeps: its clock goes on, and the page's own stands still. */
    sleep: (ms: number) => void;
  }
}

/** Runs in a page before its own scripts. @param wrongBy how wrong the device's clock is at first, in milliseconds */
export function installSettableClock(wrongBy: number): void {
  const RealDate = Date;
  const monotonic = performance.now.bind(performance);
  let wrong = wrongBy;
  let slept = 0;
  window.Date = class extends RealDate {
    constructor(...given: [] | [string | number | Date]) {
      super(given.length === 0 ? RealDate.now() + wrong : given[0]);
    }
    static override now(): number {
      return RealDate.now() + wrong;
    }
  } as DateConstructor;
  performance.now = () => monotonic() - slept;
  window.setClockWrong = (ms) => {
    wrong = ms;
  };
  window.sleep = (ms) => {
    slept += ms;
  };
}
