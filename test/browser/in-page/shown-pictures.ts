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
      const video = seen?.querySelector('video');
      if (!seen?.dataset.feed || !video) return [];
      const { left, top, width, height } = seen.getBoundingClientRect();
      const { totalVideoFrames: frames } = video.getVideoPlaybackQuality();
      return [{ feedId: seen.dataset.feed, frames, left, top, width, height }];
    });
}
