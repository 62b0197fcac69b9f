/// <reference lib="dom" />

declare global {
  interface Window {
    /** When a button or link was pressed last, and when the first picture came after that; in page milliseconds. */
    stopwatch: { pressedAt: number; firstFrameAt: number };
  }
}

/**
 * Runs in a page before its own scripts: notes when somebody presses something, and when the first video frame that
 * was decoded after it is handed to the compositor. Works where pressing does not load another document.
 */
export function installStopwatch(): void {
  window.stopwatch = { pressedAt: 0, firstFrameAt: 0 };
  addEventListener(
    'click',
    (event) => {
      if (!(event.target as Element).closest('button, a')) return;
      window.stopwatch = { pressedAt: performance.now(), firstFrameAt: 0 };
    },
    { capture: true },
  );
  const seen = new WeakSet<HTMLVideoElement>();
  const lookForVideos = () => {
    for (const video of document.querySelectorAll('video')) {
      if (seen.has(video)) continue;
      seen.add(video);
      video.requestVideoFrameCallback((now) => (window.stopwatch.firstFrameAt ||= now));
    }
  };
  new MutationObserver(lookForVideos).observe(document, { childList: true, subtree: true });
}

/** Milliseconds from pressing to the first frame, once it is there. */
export function readStopwatch(): number | null {
  const { pressedAt, firstFrameAt } = window.stopwatch;
  return pressedAt > 0 && firstFrameAt > pressedAt ? firstFrameAt - pressedAt : null;
}
