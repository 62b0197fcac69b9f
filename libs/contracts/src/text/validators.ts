import { Type } from 'class-transformer';
import { isISO8601, IsString, Matches, MaxLength, registerDecorator, ValidateNested } from 'class-validator';
import { languages } from './language';
import { limits } from '../wire/limits';
import { LocalizedTextDto } from './localized-text.dto';

const isFilled = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/** A localized text with words in at least one language, and in each no more than `longest`. */
export function IsLocalizedText(longest: number = limits.description): PropertyDecorator {
  return (target, property) => {
    ValidateNested()(target, property);
    Type(() => LocalizedTextDto)(target, property);
    registerDecorator({
      name: 'isLocalizedText',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) => {
          const texts = languages.map((language) => (value as LocalizedTextDto | null)?.[language]);
          return texts.some(isFilled) && texts.every((text) => (text?.length ?? 0) <= longest);
        },
        defaultMessage: ({ property: name } = { property: '' } as never) =>
          `${name} needs text in one language at least, and no more than ${longest} characters`,
      },
    });
  };
}

/** A day of the calendar, `YYYY-MM-DD`; the 30th of February is none. */
export function IsDay(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) => {
          if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
          const day = new Date(`${value}T00:00:00Z`);
          return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
        },
        defaultMessage: () => `${String(property)} must be a day such as 2020-07-30`,
      },
    });
}

const withOffset = /T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/;

/** A moment in ISO 8601 with its offset, such as `2020-07-30T09:00:00+08:00`. */
export function IsInstant(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) =>
          typeof value === 'string' &&
          isISO8601(value, { strict: true, strictSeparator: true }) &&
          withOffset.test(value) &&
          !Number.isNaN(Date.parse(value)),
        defaultMessage: () => `${String(property)} must be a moment such as 2020-07-30T09:00:00+08:00`,
      },
    });
}

/** Something written, not only spaces. */
export function IsWords(longest: number, { each = false } = {}): PropertyDecorator {
  return (target, property) => {
    IsString({ each })(target, property);
    Matches(/\S/, { each, message: '$property must not be empty' })(target, property);
    MaxLength(longest, { each })(target, property);
  };
}
