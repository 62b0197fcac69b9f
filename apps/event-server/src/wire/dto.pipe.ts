import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { decode } from '@manyhalls/contracts';

/** Holds every body and query to its DTO, by the same rules as what comes over sockets and between nodes. */
@Injectable()
export class DtoPipe implements PipeTransform<unknown, unknown> {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !isDto(metatype)) return value;
    return decode(metatype, value);
  }
}

function isDto(metatype: ArgumentMetadata['metatype']): metatype is new () => object {
  return metatype !== undefined && !nativeTypes.has(metatype);
}

const nativeTypes = new Set<unknown>([String, Boolean, Number, Array, Object]);
