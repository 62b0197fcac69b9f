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
  const read = async (video: HTMLVideoElement) => {
    const shownAt = Date.now();
    video.requestVideoFrameCallback(() => void read(video));
    // Not drawn: its brightness is copied as it is, which costs a hundredth of it.
    const frame = new VideoFrame(video);
    const { codedWidth: width, codedHeight: height } = frame;
    const content = new Uint8Array(frame.allocationSize());
    const [brightness] = await frame.copyTo(content);
    frame.close();
    if (!brightness) throw new Error('a picture without a plane');
    let code = 0;
    for (let bit = 31; bit >= 0; bit -= 1) {
      const x = Math.floor((((bit % 8) + 0.5) * width) / 8);
      const y = Math.floor(((Math.floor(bit / 8) + 0.5) * height) / 4);
      code = code * 2 + (content[brightness.offset + y * brightness.stride + x]! > 127 ? 1 : 0);
    }
    const time = Math.floor(code / 256);
    const mark = (code ^ time ^ (time >> 8) ^ (time >> 16) ^ 0x5a) & 0xff;
    window.pictureLog.push({ mark, time, shownAt });
  };
  const seen = new WeakSet<HTMLVideoElement>();
  const lookForVideos = () => {
    for (const video of document.querySelectorAll('video')) {
      if (seen.has(video)) continue;
      seen.add(video);
      video.requestVideoFrameCallback(() => void read(video));
    }
  };
  new MutationObserver(lookForVideos).observe(document, { childList: true, subtree: true });
}
