import type { Language } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';

const units = [
  { unit: 'gigabyte', bytes: 1024 ** 3 },
  { unit: 'megabyte', bytes: 1024 ** 2 },
  { unit: 'kilobyte', bytes: 1024 },
] as const;

/** `1,932,735,283` bytes as "1.8 GB". */
export function writeBytes(bytes: number, language: Language): string {
  const { unit, bytes: one } = units.find((size) => bytes >= size.bytes) ?? units[2];
  const format = { style: 'unit', unit, maximumFractionDigits: unit === 'kilobyte' ? 0 : 1 } as const;
  return new Intl.NumberFormat(languageTags[language], format).format(bytes / one);
}

/** 125.5 seconds as "2:05.5"; whole seconds without the fraction. */
export function writeSeconds(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const rest = `${Math.floor(tenths / 10) % 60}`.padStart(2, '0');
  const fraction = tenths % 10 === 0 ? '' : `.${tenths % 10}`;
  return `${Math.floor(tenths / 600)}:${rest}${fraction}`;
}

/** "2:05.5", "125.5" and "2：05" (as Han input writes it) as seconds; `null` when it is none of these. */
export function readSeconds(text: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,4}(?:\.\d{1,3})?)$/.exec(
    text.normalize('NFKC').trim().replace(',', '.'),
  );
  if (!match) return null;
  const [, minutes, seconds] = match;
  if (minutes !== undefined && Number(seconds) >= 60) return null;
  return Number(minutes ?? 0) * 60 + Number(seconds);
}
