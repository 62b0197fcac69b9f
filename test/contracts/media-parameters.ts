import type {
  DtlsParametersDto,
  RtpCapabilitiesDto,
  RtpParametersDto,
  TrackKind,
} from '@manyhalls/contracts';

/** What a browser could send; nobody is behind it. */
export const dtlsParameters: DtlsParametersDto = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'A7').join(':') }],
};

const codecs = {
  audio: { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 },
  video: { mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 },
} satisfies Record<TrackKind, RtpParametersDto['codecs'][number]>;

let nextSsrc = 1000;

/** @param layers how many encodings, as simulcast sends. */
export function rtpParameters(kind: TrackKind, layers = 1): RtpParametersDto {
  const encodings = Array.from({ length: layers }, () => ({ ssrc: nextSsrc++ }));
  return { codecs: [codecs[kind]], encodings };
}

export const rtpCapabilities: RtpCapabilitiesDto = {
  codecs: [
    { kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 111, clockRate: 48_000, channels: 2 },
    { kind: 'video', mimeType: 'video/VP8', preferredPayloadType: 96, clockRate: 90_000 },
  ],
};
