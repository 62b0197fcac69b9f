import { isIP } from 'node:net';
import { plainToInstance, Transform, type ClassConstructor } from 'class-transformer';
import { IsInt, Max, Min, registerDecorator } from 'class-validator';

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

export const WrittenInJson = (type: ClassConstructor<object>) =>
  reading((text) => plainToInstance(type, JSON.parse(text) as unknown));

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

const namedRanges = new Set(['loopback', 'linklocal', 'uniquelocal']);

function isAddressRange(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  if (namedRanges.has(text)) return true;
  const [, address = '', bits = '0'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(bits) <= (family === 4 ? 32 : 128);
}

/** A list of what Express can trust: https://expressjs.com/en/guide/behind-proxies.html */
export function AreAddressRanges(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'areAddressRanges',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) => Array.isArray(value) && value.every(isAddressRange),
        defaultMessage: () => 'must be a list of addresses or ranges such as 10.0.0.0/8,loopback',
      },
    });
}
