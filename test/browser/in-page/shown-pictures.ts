/// <reference lib="dom" />

export interface ShownPicture {
  feedId: string;
  frames: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Every picture that is to be seen on the stage now, the most important one first. */
export function shownPictures(): ShownPicture[] {
  const places = [...document.querySelectorAll<HTMLElement>('[data-arrangement] > [data-place]')];
  return places
    .sort((one, other) => Number(one.dataset.place) - Number(other.dataset.place))
    .flatMap((place) => {
      const seen = place.querySelector<HTMLElement>('[data-feed][data-seen]');
      if (!seen?.dataset.feed) return [];
      const { left, top, width, height } = seen.getBoundingClientRect();
      // A recording has a picture for large places and one for small ones.
      const frames = [...seen.querySelectorAll('video')].reduce(
        (sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames,
        0,
      );
      return [{ feedId: seen.dataset.feed, frames, left, top, width, height }];
    });
}
