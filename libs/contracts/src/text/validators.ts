import { Type } from 'class-transformer';
import { registerDecorator, ValidateNested } from 'class-validator';
import { languages } from './language';
import { LocalizedTextDto } from './localized-text.dto';

const isFilled = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/** A localized text with words in at least one language. */
export function IsLocalizedText(): PropertyDecorator {
  return (target, property) => {
    ValidateNested()(target, property);
    Type(() => LocalizedTextDto)(target, property);
    registerDecorator({
      name: 'isLocalizedText',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) =>
          languages.some((language) => isFilled((value as LocalizedTextDto | null)?.[language])),
        defaultMessage: ({ property: name } = { property: '' } as never) =>
          `${name} needs text in one language at least`,
      },
    });
  };
}

/** An IANA time zone that this runtime knows, such as `Asia/Tokyo`. */
export function IsTimeZone(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isTimeZone',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) => {
          try {
            return typeof value === 'string' && new Intl.DateTimeFormat('en', { timeZone: value }) !== null;
          } catch {
            return false;
          }
        },
        defaultMessage: () => `${String(property)} is not a known time zone`,
      },
    });
}
