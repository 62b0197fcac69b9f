import type { Page } from 'playwright-core';
import { heardTones, receivedPictures } from '../in-page/received-media';
import { eventually } from './eventually';
import { otherTone, tones } from './halls';

const allTones = [...Object.values(tones), otherTone];

/** Waits until so many pictures have a size and go on while one looks. */
export async function seesAdvancing(viewer: Page, count: number): Promise<void> {
  await eventually(async () => {
    const before = await viewer.evaluate(receivedPictures);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const after = await viewer.evaluate(receivedPictures);
    const advancing = after.filter(({ track, framesDecoded, width, height }) => {
      const earlier = before.find((one) => one.track === track);
      return earlier && framesDecoded > earlier.framesDecoded && width > 0 && height > 0;
    });
    expect(advancing).toHaveLength(count);
  });
}

/** Waits until exactly these tones are heard. */
export async function hearsExactly(viewer: Page, expected: readonly number[]): Promise<void> {
  await eventually(async () => {
    expect(await viewer.evaluate(heardTones, allTones)).toEqual(expected);
  });
}
