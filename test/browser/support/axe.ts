import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on a page that keeps somebody from using it, one line each, with the elements concerned. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // What is half faded in has not its own colours yet.
  await page.evaluate(motionToEnd);
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe.source);
  // All that is well is not told in detail, which takes as long as finding what is not. Preloading is for two rules
  // that would not be counted: css-orientation-lock is off by default, no-autoplay-audio is moderate.
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ resultTypes: ['violations'], preload: false })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** What moves for as long as something lasts is not waited for. */
const motionToEnd = `Promise.allSettled(
  document
    .getAnimations()
    .filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().endTime < 1000)
    .map(({ finished }) => finished),
)`;
