import type { Page } from 'playwright-core';
import type { ShownWords } from '../pages/greeting-log';
import type { ShownPicture } from '../pages/picture-log';

/** What came of one greeting that was played, and whose player was killed in the middle. */
export interface Seen {
  killedAt: number;
  /** By viewer. */
  words: ShownWords[][];
  pictures: ShownPicture[][];
}

/** Resolves when all viewers show the slate; what they logged is forgotten. */
export async function seenBy(viewers: Page[], killedAt: number): Promise<Seen> {
  const logs = await Promise.all(
    viewers.map(async (viewer) => {
      await viewer.waitForFunction(
        (at) => window.greetingLog.some(({ subtitle, shownAt }) => subtitle === null && shownAt >= at),
        killedAt,
      );
      return viewer.evaluate(() => ({
        words: window.greetingLog.splice(0),
        pictures: window.pictureLog.splice(0),
      }));
    }),
  );
  return {
    killedAt,
    words: logs.map(({ words }) => words),
    pictures: logs.map(({ pictures }) => pictures),
  };
}

/** Milliseconds from the player's death to the slate, by viewer. */
export function slates({ killedAt, words }: Seen): number[] {
  return words.map(
    (shown) =>
      (shown.find(({ subtitle, shownAt }) => subtitle === null && shownAt >= killedAt)?.shownAt ?? Infinity) -
      killedAt,
  );
}

/** How many milliseconds each subtitle was shown before or after the picture that it belongs to. */
export function subtitleOffsets({ words, pictures }: Seen): number[] {
  return words.flatMap((shown, viewer) =>
    shown.flatMap(({ subtitle, shownAt }) => {
      const start = Number(subtitle);
      const picture = pictures[viewer]?.find(({ time }) => time >= start);
      return start > 0 && picture ? [Math.abs(shownAt - (picture.shownAt - (picture.time - start)))] : [];
    }),
  );
}
