/// <reference lib="dom" />

declare global {
  interface Window {
    /** Every picture with a barcode that any video of this page has shown, in that order. */
    pictureLog: ShownPicture[];
  }
}

export interface ShownPicture {
  /** Of the camera or greeting that it is from. */
  mark: number;
  /** What its barcode says: of a camera when it was drawn, of a greeting where in it. In milliseconds. */
  time: number;
  /** On the clock of all processes of this machine. */
  shownAt: number;
}

/** Runs in a page before its own scripts: reads every picture that is handed to the compositor. */
export function installPictureLog(): void {
  window.pictureLog = [];
  const canvas = new OffscreenCanvas(80, 40);
  const paint = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  const read = (video: HTMLVideoElement) => {
    const shownAt = Date.now();
    paint.drawImage(video, 0, 0, 80, 40);
    const { data } = paint.getImageData(0, 0, 80, 40);
    let code = 0;
    for (let bit = 31; bit >= 0; bit -= 1) {
      const [x, y] = [(bit % 8) * 10 + 5, Math.floor(bit / 8) * 10 + 5];
      code = code * 2 + ((data[(y * 80 + x) * 4] as number) > 127 ? 1 : 0);
    }
    const time = Math.floor(code / 256);
    const mark = (code ^ time ^ (time >> 8) ^ (time >> 16) ^ 0x5a) & 0xff;
    window.pictureLog.push({ mark, time, shownAt });
    video.requestVideoFrameCallback(() => read(video));
  };
  const seen = new WeakSet<HTMLVideoElement>();
  const lookForVideos = () => {
    for (const video of document.querySelectorAll('video')) {
      if (seen.has(video)) continue;
      seen.add(video);
      video.requestVideoFrameCallback(() => read(video));
    }
  };
  new MutationObserver(lookForVideos).observe(document, { childList: true, subtree: true });
}
