import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** What cannot be read is left as it is, so that the validator beside it says what is wrong. */
const reading = (read: (text: string) => unknown) =>
  Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    try {
      return read(value);
    } catch {
      return value;
    }
  });

/** `a, b`; the word for none, and nothing at all, are the empty list. */
export const Listed = ({ none = '' } = {}) =>
  reading((text) =>
    text.trim() === none
      ? []
      : text
          .split(',')
          .map((item) => item.trim())
          .filter(Boolean),
  );

/** `on` or `off`. */
export const OnOff = () => reading((text) => ({ on: true, off: false })[text] ?? text);

export const WrittenInJson = () => reading((text): unknown => JSON.parse(text));

/** First and last port, both used. */
export class PortRange {
  @IsInt() @Min(1024) @Max(65_535) first: number;
  @IsInt() @Min(1024) @Max(65_535) last: number;

  constructor(first: number, last: number) {
    this.first = first;
    this.last = last;
  }
}

/** `41000-41999`. */
export const RangeOfPorts = () =>
  reading((text) => {
    const [first, last] = text.split('-').map(Number);
    return first !== undefined && last !== undefined && first <= last ? new PortRange(first, last) : text;
  });
