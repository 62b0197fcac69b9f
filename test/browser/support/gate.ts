import type { Page } from 'playwright-core';

/** Keeps back what pages send of some verbs, so that presses made one after the other leave at the same moment. */
export class Gate {
  private kept: (() => void)[] | null = null;

  private readonly verbs: readonly string[];

  constructor(...verbs: string[]) {
    this.verbs = verbs;
  }

  /** Before the page opens. */
  async watch(page: Page): Promise<void> {
    await page.routeWebSocket('**/socket.io/**', (socket) => {
      const event = socket.connectToServer();
      socket.onMessage((message) => {
        if (this.kept && this.verbs.some((verb) => String(message).includes(`"${verb}"`)))
          this.kept.push(() => event.send(message));
        else event.send(message);
      });
    });
  }

  close(): void {
    this.kept = [];
  }

  /** How many messages wait. */
  get waiting(): number {
    return this.kept?.length ?? 0;
  }

  open(): void {
    const kept = this.kept ?? [];
    this.kept = null;
    for (const send of kept) send();
  }
}
