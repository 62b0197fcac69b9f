const pattern = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/;
const longest = 24 * 3_600;

/** Reads a length as people write it, `5:00` or `1:05:00`. @returns seconds; `null` when it is none */
export function readLength(text: string): number | null {
  const [, hours, minutes, seconds] = pattern.exec(text.trim()) ?? [];
  if (minutes === undefined || (hours !== undefined && Number(minutes) > 59)) return null;
  const length = Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return length >= 1 && length <= longest ? length : null;
}

/** The same as it is written: `5:00`, `1:05:00`. */
export function writeLength(length: number): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(length / 3_600), Math.floor(length / 60) % 60, length % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
