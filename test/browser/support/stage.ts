import type { Page } from 'playwright-core';
import { shownPictures, type ShownPicture } from '../in-page/shown-pictures';
import { eventually } from './eventually';

/** Waits until exactly these feeds are to be seen on the stage, in this order, and their pictures go on. */
export async function showsOnStage(page: Page, feedIds: readonly string[]): Promise<ShownPicture[]> {
  let shown: ShownPicture[] = [];
  await eventually(async () => {
    const before = await page.evaluate(shownPictures);
    await new Promise((resolve) => setTimeout(resolve, 400));
    shown = await page.evaluate(shownPictures);
    expect(shown.map(({ feedId }) => feedId)).toEqual(feedIds);
    for (const { feedId, frames } of shown)
      expect(frames).toBeGreaterThan(before.find((one) => one.feedId === feedId)?.frames ?? Infinity);
  });
  return shown;
}
