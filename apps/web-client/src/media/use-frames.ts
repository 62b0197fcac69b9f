import { useEffect, useState, type RefObject } from 'react';

export type Frames = 'none' | 'flowing' | 'stalled';

/** How long a picture may stand still before the slate takes its place, in milliseconds. */
const stalledAfterMs = 4_000;

/** Whether frames of a track arrive at a video element. */
export function useFrames(
  video: RefObject<HTMLVideoElement | null>,
  track: MediaStreamTrack | undefined,
): Frames {
  const [state, setState] = useState<{ track: MediaStreamTrack; frames: Frames } | null>(null);

  useEffect(() => {
    const element = video.current;
    if (!element || !track) return;
    let count = 0;
    let countedAt = performance.now();
    const first = () => {
      countedAt = performance.now();
      setState({ track, frames: 'flowing' });
    };
    const check = setInterval(() => {
      const { totalVideoFrames } = element.getVideoPlaybackQuality();
      const now = performance.now();
      // A hidden page paints no frames, which says nothing about the picture.
      if (totalVideoFrames !== count || document.hidden) {
        count = totalVideoFrames;
        countedAt = now;
      }
      if (element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
      const frames = now - countedAt < stalledAfterMs ? 'flowing' : 'stalled';
      setState((before) =>
        before?.track === track && before.frames === frames ? before : { track, frames },
      );
    }, 500);
    element.addEventListener('loadeddata', first);
    return () => {
      clearInterval(check);
      element.removeEventListener('loadeddata', first);
    };
  }, [video, track]);

  return state && state.track === track ? state.frames : 'none';
}
