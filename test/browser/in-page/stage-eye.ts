/// <reference lib="dom" />

/** What somebody sees of the stage when the page is painted. */
export interface Glimpse {
  /** The true time, whatever the page takes it for; in milliseconds since 1970. */
  at: number;
  /** Of all that is painted where the large picture stands, from 0 to 255. */
  brightness: number;
  /** Of a coded video, in seconds; `null`: it is something else, or its poster. */
  position: number | null;
  subtitles: string;
}

declare global {
  interface Window {
    glimpses: Glimpse[];
    stopLooking?: () => void;
  }
}

/** Begins to look at every frame the page paints. */
export function lookAtStage(): void {
  const [columns, rows, scale] = [8, 2, 4];
  const canvas = new OffscreenCanvas(columns * scale, rows * scale * 2);
  const paint = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  window.glimpses = [];

  const isThere = (picture: Element) =>
    picture instanceof HTMLImageElement
      ? picture.complete && picture.naturalWidth > 0
      : picture instanceof HTMLVideoElement
        ? picture.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && picture.videoWidth > 0
        : picture instanceof HTMLCanvasElement && picture.width > 0;
  const read = (data: Uint8ClampedArray): number | null => {
    const isWhite = (column: number, row: number) => {
      const [x, y] = [column * scale + scale / 2, row * scale * 2 + scale];
      return (data[(y * canvas.width + x) * 4] ?? 0) > 127;
    };
    let tenths = 0;
    for (let bit = 0; bit < columns; bit += 1) {
      if (isWhite(bit, 0) === isWhite(bit, 1)) return null;
      if (isWhite(bit, 0)) tenths += 2 ** bit;
    }
    // In the middle of the tenth for which the picture stands.
    return (tenths + 0.5) / 10;
  };
  const look = () => {
    const pictures = [...document.querySelectorAll('[data-place="1"] :is(img, canvas, video)')].filter(
      (picture) => picture.checkVisibility() && isThere(picture),
    ) as (HTMLImageElement | HTMLCanvasElement | HTMLVideoElement)[];
    paint.fillStyle = '#000';
    paint.fillRect(0, 0, canvas.width, canvas.height);
    for (const picture of pictures) paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const { data } = paint.getImageData(0, 0, canvas.width, canvas.height);
    window.glimpses.push({
      at: performance.timeOrigin + performance.now(),
      brightness:
        data.reduce((sum, value, index) => (index % 4 === 0 ? sum + value : sum), 0) / (data.length / 4),
      position: pictures.at(-1) instanceof HTMLVideoElement ? read(data) : null,
      subtitles: document.querySelector('[data-subtitles]')?.textContent ?? '',
    });
  };
  let frame = 0;
  const again = () => {
    look();
    frame = requestAnimationFrame(again);
  };
  frame = requestAnimationFrame(again);
  window.stopLooking = () => cancelAnimationFrame(frame);
}

/** Stops looking. */
export function whatWasSeen(): Glimpse[] {
  window.stopLooking?.();
  return window.glimpses;
}
