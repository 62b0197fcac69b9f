import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { Fault } from './fault';

/**
 * Turns what came over a wire into its DTO.
 * @throws {Fault} `bad-request`, naming the fields at fault, when it does not fit: a wrong value, or a field unknown.
 */
export function decode<Dto extends object>(dto: ClassConstructor<Dto>, value: unknown): Dto {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Fault('bad-request', 'expected an object');
  }
  const instance = instanceOf(dto, value);
  // class-validator calls an instance of a class without rules unknown, so the empty DTO is checked by hand.
  if (hasNoRules(dto)) {
    if (Object.keys(value).length > 0) throw new Fault('bad-request', 'expected an empty object');
    return instance;
  }
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) {
    const fields = Object.fromEntries(errors.flatMap((error) => complaints(error)));
    throw new Fault('bad-request', `does not fit: ${Object.keys(fields).join(', ')}`, { fields });
  }
  return instance;
}

/** class-transformer follows unknown fields too, and recursively: how deep they go is up to the sender. */
function instanceOf<Dto extends object>(dto: ClassConstructor<Dto>, value: object): Dto {
  try {
    return plainToInstance(dto, value);
  } catch (error) {
    if (error instanceof RangeError) throw new Fault('bad-request', 'nested too deeply');
    throw error;
  }
}

function hasNoRules(dto: ClassConstructor<object>): boolean {
  return getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false).length === 0;
}

function complaints(error: ValidationError, path = ''): [string, string][] {
  const here = path ? `${path}.${error.property}` : error.property;
  const own = Object.values(error.constraints ?? {}).map((message): [string, string] => [here, message]);
  return [...own, ...(error.children ?? []).flatMap((child) => complaints(child, here))];
}
