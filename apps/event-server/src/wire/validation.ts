import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Fault } from '@manyhalls/contracts';

/** Holds what arrives to its DTO, over HTTP and sockets alike: nothing unknown passes, and every field is named. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors) =>
      new Fault('bad-request', 'the message does not fit', {
        fields: Object.fromEntries(errors.flatMap(faultsOf)),
      }),
  });
}

/** `[path, reasons]` for every field at fault, however deep: `coHosts.0.name`. */
function faultsOf(error: ValidationError): [string, string[]][] {
  const own: [string, string[]][] = error.constraints
    ? [[error.property, Object.values(error.constraints)]]
    : [];
  const below = (error.children ?? [])
    .flatMap(faultsOf)
    .map(([path, reasons]): [string, string[]] => [`${error.property}.${path}`, reasons]);
  return [...own, ...below];
}
