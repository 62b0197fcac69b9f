/// <reference lib="dom" />

/** The barcode: 24 bits of the time in milliseconds, then 8 bits to check them by, in 8 × 4 blocks, white for 1. */

declare global {
  interface Window {
    reading: BarcodeReading;
  }
}

export interface BarcodeReading {
  /** Milliseconds from drawing to showing, one for each picture that was shown since reading began. */
  glassToGlass: number[];
  /** Pictures whose barcode could not be read. */
  unreadable: number;
}

/** Runs in the viewer's page: reads every picture the first video shows, and says how old it is. */
export function readBarcodes(): void {
  const video = document.querySelector('video') as HTMLVideoElement;
  const canvas = new OffscreenCanvas(80, 40);
  const paint = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  const reading: BarcodeReading = { glassToGlass: [], unreadable: 0 };
  window.reading = reading;

  const read = () => {
    if (window.reading !== reading) return; // Reading began anew.
    const shownAt = Date.now();
    paint.drawImage(video, 0, 0, 80, 40);
    const { data } = paint.getImageData(0, 0, 80, 40);
    let code = 0;
    for (let bit = 31; bit >= 0; bit -= 1) {
      const [x, y] = [(bit % 8) * 10 + 5, Math.floor(bit / 8) * 10 + 5];
      code = code * 2 + ((data[(y * 80 + x) * 4] as number) > 127 ? 1 : 0);
    }
    const time = Math.floor(code / 256);
    const check = (time ^ (time >> 8) ^ (time >> 16) ^ 0x5a) & 0xff;
    if (check === code % 256) reading.glassToGlass.push((shownAt - time) & 0xff_ffff);
    else reading.unreadable += 1;
    video.requestVideoFrameCallback(read);
  };
  video.requestVideoFrameCallback(read);
}
