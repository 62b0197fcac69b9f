import { registerDecorator } from 'class-validator';

const isScalar = (value: unknown) =>
  value === null ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= 500);

/** A flat object of scalars with at most 50 members: codec parameters, whose names each codec defines itself. */
export function IsCodecParameters(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isCodecParameters',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) =>
          typeof value === 'object' &&
          value !== null &&
          !Array.isArray(value) &&
          Object.keys(value).length <= 50 &&
          Object.values(value).every(isScalar),
        defaultMessage: () => `${String(property)} must be a flat object of codec parameters`,
      },
    });
}
