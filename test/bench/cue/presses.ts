import type { Page } from 'playwright-core';
import type { ShownPicture } from '../pages/picture-log';

/** One GO, or what is compared with it, and what came of it. */
export interface Pressed {
  /** When, on the clock of `Date`. */
  at: number;
  /** Of what was to be seen next. */
  mark: number;
  /** Milliseconds until each socket knew. */
  known: number[];
  /** By viewer: every picture since then of what was to be seen. */
  shown: ShownPicture[][];
}

/** What each viewer has shown since then, of what was to be seen; resolves when each of them has. */
export async function shownSince(viewers: Page[], at: number, mark: number): Promise<ShownPicture[][]> {
  return Promise.all(
    viewers.map(async (viewer) => {
      const wanted = { at, mark };
      await viewer.waitForFunction(
        (of) => window.pictureLog.some((picture) => picture.mark === of.mark && picture.shownAt > of.at),
        wanted,
      );
      return viewer.evaluate((of) => {
        const log = window.pictureLog.splice(0);
        return log.filter((picture) => picture.mark === of.mark && picture.shownAt > of.at);
      }, wanted);
    }),
  );
}

/** Milliseconds until each viewer showed the first picture. */
export function firstShown({ at, shown }: Pressed): number[] {
  return shown.map(([first]) => (first?.shownAt ?? Infinity) - at);
}

/** Milliseconds between showing the same picture at two viewers, one for each picture that both showed. */
export function spreads({ shown: [one = [], other = []] }: Pressed): number[] {
  const shownAt = new Map(other.map((picture) => [picture.time, picture.shownAt]));
  return one.flatMap((picture) => {
    const at = shownAt.get(picture.time);
    return at === undefined ? [] : [Math.abs(picture.shownAt - at)];
  });
}
