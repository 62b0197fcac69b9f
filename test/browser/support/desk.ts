import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Of two presses soon after each other, the page takes the second for a slip. */
const slipMs = 1_000;
let takenAt = -Infinity;

/** GO, by the space bar, as soon as this cue is the one it takes. */
export async function pressGo(desk: Page, number: number): Promise<void> {
  await desk.getByRole('button', { name: new RegExp(`^GO ?: cue ${number},`) }).waitFor();
  await wait(Math.max(0, takenAt + slipMs - Date.now()));
  await desk.locator('body').press(' ');
  await desk.locator(`[role=row][aria-rowindex="${number + 1}"][data-tally=programme]`).waitFor();
  takenAt = Date.now();
}
