import { HttpException, Logger, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { Fault } from '@manyhalls/contracts';
import { toFault } from './to-fault';

const driverError = (fields: object) => Object.assign(new Error('words of the driver'), fields);
const queryFailed = (fields: object) => new QueryFailedError('SELECT secret', [], driverError(fields));

describe('what was thrown, as its sender may know it', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('is a fault itself', () => {
    const fault = new Fault('conflict', 'words', { version: 2 });
    expect(toFault(fault)).toBe(fault);
  });

  it.each([
    [new NotFoundException('Cannot GET /x'), 'not-found', 'Cannot GET /x'],
    [new PayloadTooLargeException(), 'bad-request', 'Payload Too Large'],
    [new HttpException('wait a minute', 429), 'too-many-requests', 'wait a minute'],
    [new HttpException('full', 503), 'unavailable', 'full'],
    [
      Object.assign(new SyntaxError('Unexpected token'), { status: 400, expose: true }),
      'bad-request',
      'Unexpected token',
    ],
  ])('is what Nest and Express refuse: %s', (thrown, code, message) => {
    expect(toFault(thrown).toWire()).toEqual({ code, message });
  });

  it.each([
    [driverError({ code: 'ECONNREFUSED' })],
    [new AggregateError([driverError({ code: 'ECONNREFUSED' })])],
    [queryFailed({ code: '57P01' })],
    [queryFailed({ code: '08006' })],
    [new Error('Connection terminated unexpectedly')],
    [new Error('Client was closed and is not queryable')],
    [queryFailed({ code: '55P03' })],
    [new QueryRunnerAlreadyReleasedError()],
  ])('is "unavailable" when the database is away: %s', (thrown) => {
    expect(toFault(thrown).code).toBe('unavailable');
  });

  it('is a bad request when the database refuses a value', () => {
    expect(toFault(queryFailed({ code: '22P05' })).code).toBe('bad-request');
  });

  it.each([
    [new Error('the password is sesame')],
    [queryFailed({ code: '23502' })],
    [new HttpException('the password is sesame', 500)],
    [Object.assign(new Error('the password is sesame'), { status: 400 })],
    ['the password is sesame'],
    [null],
  ])('says nothing of what nobody foresaw: %s', (thrown) => {
    expect(toFault(thrown).toWire()).toEqual({
      code: 'internal',
      message: 'something went wrong on the server',
    });
  });
});
