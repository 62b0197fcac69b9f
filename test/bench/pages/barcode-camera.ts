/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { newPerson } from '../lib/browser';

declare global {
  /** Chromium's: a track whose pictures come from a stream, which may be given to a worker. */
  class MediaStreamTrackGenerator extends MediaStreamTrack {
    constructor(init: { kind: 'video' });
    readonly writable: WritableStream<VideoFrame>;
  }
  interface Window {
    /** While it does not run, a camera gives no pictures, and its page needs no CPU for encoding them. */
    runCamera(runs: boolean): void;
  }
}

export interface BarcodeCamera {
  width: number;
  height: number;
  framesPerSecond: number;
  /** Tells this camera's pictures from another's, where they are read by `installPictureLog`: up to 255. */
  mark?: number;
}

/** A page whose camera shows the time as a barcode: see `barcode.ts`. */
export async function pageWithCamera(browser: Browser, camera: BarcodeCamera): Promise<Page> {
  // The camera's worker comes from no server, which the product's pages do not allow theirs.
  const context = await newPerson(browser, { bypassCSP: true });
  await context.addInitScript(installBarcodeCamera, camera);
  return context.newPage();
}

/**
 * Runs in a page before its own scripts. The pictures are made in a worker, as a camera makes them outside of its page:
 * what the page does must not hold them up, nor they the page.
 */
function installBarcodeCamera(camera: BarcodeCamera): void {
  const drawInWorker = () => {
    let runs = true;
    self.onmessage = ({ data }: MessageEvent<BarcodeCamera & { pictures: WritableStream<VideoFrame> }>) => {
      self.onmessage = (message: MessageEvent<boolean>) => (runs = message.data);
      const { width, height, framesPerSecond, mark = 0, pictures } = data;
      const writer = pictures.getWriter();
      // I420: the brightness of each pixel, then two planes of colour, which stay grey.
      const content = new Uint8Array(width * height * 1.5).fill(128);
      const draw = () => {
        const now = Date.now();
        const time = now % 2 ** 24;
        const check = (time ^ (time >> 8) ^ (time >> 16) ^ 0x5a ^ mark) & 0xff;
        const code = time * 256 + check;
        for (let y = 0; y < height; y += 1)
          for (let column = 0; column < 8; column += 1) {
            const bit = Math.floor((y * 4) / height) * 8 + column;
            const from = y * width + (column * width) / 8;
            content.fill(Math.floor(code / 2 ** bit) % 2 ? 235 : 16, from, from + width / 8);
          }
        const format = {
          format: 'I420',
          codedWidth: width,
          codedHeight: height,
          timestamp: now * 1000,
        } as const;
        void writer.write(new VideoFrame(content, format));
      };
      setInterval(() => {
        if (runs) draw();
      }, 1000 / framesPerSecond);
    };
  };
  const source = new Blob([`(${String(drawInWorker)})()`], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(source));
  const picture = new MediaStreamTrackGenerator({ kind: 'video' });
  worker.postMessage({ ...camera, pictures: picture.writable }, [picture.writable]);
  window.runCamera = (runs) => worker.postMessage(runs);

  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    if (!constraints?.video) return getUserMedia(constraints);
    const sound = constraints.audio ? await getUserMedia({ audio: constraints.audio }) : null;
    return new MediaStream([picture.clone(), ...(sound?.getAudioTracks() ?? [])]);
  };
}
