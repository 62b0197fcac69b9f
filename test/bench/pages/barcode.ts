/// <reference lib="dom" />

/** The barcode: 24 bits of the time in milliseconds, then 8 bits to check them by, in 8 × 4 blocks, white for 1. */

declare global {
  interface Window {
    /** While false, the camera gives no pictures, and its page needs no CPU for encoding them. */
    cameraRuns: boolean;
    reading: BarcodeReading;
  }
}

export interface BarcodeReading {
  /** Milliseconds from drawing to showing, one for each picture that was shown since reading began. */
  glassToGlass: number[];
  /** Pictures whose barcode could not be read. */
  unreadable: number;
}

export interface BarcodeCamera {
  width: number;
  height: number;
  framesPerSecond: number;
  /** Tells this camera's pictures from another's, where they are read by `installPictureLog`: up to 255. */
  mark?: number;
}

/** Runs in a page before its own scripts: its camera becomes a canvas that shows the time as a barcode. */
export function installBarcodeCamera({ width, height, framesPerSecond, mark = 0 }: BarcodeCamera): void {
  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const paint = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
  const stream = canvas.captureStream(0);
  const picture = stream.getVideoTracks()[0] as CanvasCaptureMediaStreamTrack;

  window.cameraRuns = true;
  setInterval(() => {
    if (!window.cameraRuns) return;
    const time = Date.now() % 2 ** 24;
    const check = (time ^ (time >> 8) ^ (time >> 16) ^ 0x5a ^ mark) & 0xff;
    const code = time * 256 + check;
    for (let bit = 0; bit < 32; bit += 1) {
      paint.fillStyle = Math.floor(code / 2 ** bit) % 2 ? '#fff' : '#000';
      const [x, y] = [bit % 8, Math.floor(bit / 8)];
      paint.fillRect((x * width) / 8, (y * height) / 4, width / 8, height / 4);
    }
    picture.requestFrame();
  }, 1000 / framesPerSecond);

  navigator.mediaDevices.getUserMedia = async (constraints) => {
    if (!constraints?.video) return getUserMedia(constraints);
    const sound = constraints.audio ? await getUserMedia({ audio: constraints.audio }) : null;
    return new MediaStream([picture.clone(), ...(sound?.getAudioTracks() ?? [])]);
  };
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
