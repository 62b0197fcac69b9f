/** As much SDP (RFC 8866) as it takes to bring a plain WebRTC stack together with a mediasoup transport. */
import type {
  ConsumerParametersDto,
  DtlsParametersDto,
  RtpParametersDto,
  TransportParametersDto,
} from '@manyhalls/contracts';

/** What the transport offers: one m-line per consumer, in their order. */
export function offerOf(
  transport: TransportParametersDto,
  consumers: readonly ConsumerParametersDto[],
): string {
  const media = consumers.map(({ kind, rtpParameters }, index) =>
    mediaLines(kind, rtpParameters, String(index), 'sendonly'),
  );
  return description(transport, 'actpass', media);
}

/** The transport's answer to somebody who offers to send one track. */
export function answerTo(
  transport: TransportParametersDto,
  kind: ConsumerParametersDto['kind'],
  rtpParameters: RtpParametersDto,
): string {
  return description(transport, 'passive', [mediaLines(kind, rtpParameters, '0', 'recvonly')]);
}

/** The other stack's fingerprint. It is always the DTLS client here, as browsers are towards mediasoup. */
export function dtlsParametersOf(localSdp: string): DtlsParametersDto {
  const [, value] = /^a=fingerprint:sha-256 (\S+)/im.exec(localSdp) ?? [];
  if (!value) throw new Error('no SHA-256 fingerprint in the local description');
  return { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] };
}

function description(
  transport: TransportParametersDto,
  setup: 'actpass' | 'passive',
  media: string[][],
): string {
  const { iceParameters, iceCandidates, dtlsParameters } = transport;
  const fingerprint = dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256');
  if (!fingerprint) throw new Error('the transport has no SHA-256 fingerprint');
  const candidates = iceCandidates
    .filter(({ protocol }) => protocol === 'udp')
    .map((c) => `a=candidate:${c.foundation} 1 UDP ${c.priority} ${c.address} ${c.port} typ host`);
  const perMedia = [
    `a=setup:${setup}`,
    `a=fingerprint:sha-256 ${fingerprint.value}`,
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    ...candidates,
    'a=end-of-candidates',
  ];
  return [
    'v=0',
    'o=- 0 0 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=ice-lite',
    `a=group:BUNDLE ${media.map((_lines, index) => index).join(' ')}`,
    ...media.flatMap((lines) => [...lines, ...perMedia]),
    '',
  ].join('\r\n');
}

function mediaLines(
  kind: ConsumerParametersDto['kind'],
  { codecs: [codec], encodings }: RtpParametersDto,
  mid: string,
  direction: 'sendonly' | 'recvonly',
): string[] {
  if (!codec) throw new Error('RTP parameters without a codec');
  const { payloadType, mimeType, clockRate, channels, rtcpFeedback = [] } = codec;
  const name = mimeType.slice(mimeType.indexOf('/') + 1);
  const ssrc = encodings?.[0]?.ssrc;
  return [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${payloadType}`,
    'c=IN IP4 127.0.0.1',
    `a=mid:${mid}`,
    `a=${direction}`,
    'a=rtcp-mux',
    `a=rtpmap:${payloadType} ${name}/${clockRate}${channels ? `/${channels}` : ''}`,
    ...rtcpFeedback.map(({ type, parameter = '' }) =>
      `a=rtcp-fb:${payloadType} ${type} ${parameter}`.trimEnd(),
    ),
    ...(direction === 'sendonly' && ssrc ? [`a=ssrc:${ssrc} cname:bench`] : []),
  ];
}
