import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { ConnectTransportDto } from './transport.dto';
import { RtpParametersDto } from './rtp.dto';

const faults = (dto: new () => object, value: unknown) =>
  validateSync(plainToInstance(dto, value), { whitelist: true, forbidNonWhitelisted: true });

/** What Chromium publishes for a simulcast camera. */
const simulcast = {
  mid: '0',
  codecs: [
    {
      mimeType: 'video/VP8',
      payloadType: 96,
      clockRate: 90000,
      parameters: { 'x-google-start-bitrate': 1000 },
      rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
    },
  ],
  headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4, encrypt: false, parameters: {} }],
  encodings: [{ rid: 'r0', active: true, scaleResolutionDownBy: 4, maxBitrate: 150000, dtx: false }],
  rtcp: { cname: 'x', reducedSize: true },
};

describe('RTP parameters on the wire', () => {
  it('accepts what a browser publishes', () => {
    expect(faults(RtpParametersDto, simulcast)).toEqual([]);
  });

  it.each([
    ['no codecs', { ...simulcast, codecs: undefined }],
    [
      'a payload type that does not exist',
      { ...simulcast, codecs: [{ ...simulcast.codecs[0], payloadType: 300 }] },
    ],
    [
      'codec parameters that are not flat',
      { ...simulcast, codecs: [{ ...simulcast.codecs[0], parameters: { a: {} } }] },
    ],
    ['an unknown field', { ...simulcast, surprise: true }],
    ['too many encodings', { ...simulcast, encodings: Array(9).fill({}) }],
    ['a rid with markup', { ...simulcast, encodings: [{ rid: '<b>' }] }],
  ])('refuses %s', (_, value) => {
    expect(faults(RtpParametersDto, value)).not.toEqual([]);
  });
});

describe('DTLS parameters on the wire', () => {
  const connect = (dtlsParameters: unknown) =>
    faults(ConnectTransportDto, { transportId: '6d1e7ab5-9cb0-4b2e-8c43-4a9d7f6f0f10', dtlsParameters });
  const value = Array(32).fill('AB').join(':');

  it('accepts a fingerprint', () => {
    expect(connect({ role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] })).toEqual([]);
  });

  it.each([
    ['no fingerprint', { fingerprints: [] }],
    ['an unknown algorithm', { fingerprints: [{ algorithm: 'md5', value }] }],
    ['a fingerprint that is not one', { fingerprints: [{ algorithm: 'sha-256', value: 'hello' }] }],
    ['a role that does not exist', { role: 'boss', fingerprints: [{ algorithm: 'sha-256', value }] }],
  ])('refuses %s', (_, dtlsParameters) => {
    expect(connect(dtlsParameters)).not.toEqual([]);
  });
});
