import type { ClassConstructor } from 'class-transformer';
import { decode, errorCodes, Fault, type ErrorCode } from '@manyhalls/contracts';

/**
 * What a node answered, as the DTO that was promised.
 * @throws {Fault} the node's own refusal; `internal` when the answer is not one, or does not fit the DTO.
 */
export function decodeAck<Dto extends object>(dto: ClassConstructor<Dto>, answer: unknown): Dto {
  if (!isRecord(answer)) throw broken();
  if (answer['ok'] === true) {
    try {
      return decode(dto, answer['data']);
    } catch (error) {
      throw broken(error instanceof Fault ? error.details : undefined);
    }
  }
  const error = answer['error'];
  if (!isRecord(error) || !isErrorCode(error['code']) || typeof error['message'] !== 'string') throw broken();
  const details = error['details'];
  throw new Fault(error['code'], error['message'], isRecord(details) ? details : undefined);
}

const broken = (details?: Record<string, unknown>) =>
  new Fault('internal', 'the media node gave a broken answer', details);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isErrorCode = (value: unknown): value is ErrorCode => errorCodes.some((code) => code === value);
