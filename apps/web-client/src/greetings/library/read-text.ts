import type { Language } from '@manyhalls/contracts';

/** What subtitle editors of the country write when it is not UTF-8. */
const older: Record<Language, string> = { zh: 'gb18030', ja: 'shift_jis', ko: 'euc-kr', en: 'windows-1252' };

/** A text file, whatever it is encoded in. */
export function decodeText(bytes: BufferSource, language: Language): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(older[language]).decode(bytes);
  }
}
