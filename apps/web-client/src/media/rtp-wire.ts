import type { RtpCapabilitiesDto, RtpParametersDto } from '@manyhalls/contracts';
import type { types } from 'mediasoup-client';

/**
 * The header extensions that mediasoup-client knows. The wire carries any URI; one that the browser's library does
 * not know cannot be negotiated and is left out here.
 */
const knownExtensions: readonly types.RtpHeaderExtensionUri[] = [
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  'urn:3gpp:video-orientation',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
];

function known<Extension extends { uri: string }>(
  extension: Extension,
): extension is Extension & { uri: types.RtpHeaderExtensionUri } {
  return knownExtensions.some((uri) => uri === extension.uri);
}

export function toDeviceCapabilities(wire: RtpCapabilitiesDto): types.RtpCapabilities {
  return {
    codecs: wire.codecs.map((codec) => ({ ...codec, preferredPayloadType: codec.preferredPayloadType ?? 0 })),
    headerExtensions: wire.headerExtensions?.filter(known),
  };
}

export function toDeviceParameters(wire: RtpParametersDto): types.RtpParameters {
  return {
    ...wire,
    headerExtensions: wire.headerExtensions?.filter(known),
    // Priorities are the sender's own business; a receiver has no use for them.
    encodings: wire.encodings?.map(({ priority: _, networkPriority: __, ...encoding }) => encoding),
  };
}

type WireValue = string | number | boolean | null;

/** Codec parameters are strings and numbers by RFC 4855; whatever else a library put there stays here. */
function toWireValues(
  parameters: Record<string, unknown> | undefined,
): Record<string, WireValue> | undefined {
  if (!parameters) return undefined;
  const wire: Record<string, WireValue> = {};
  for (const [name, value] of Object.entries(parameters))
    if (
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean' ||
      value === null
    )
      wire[name] = value;
  return wire;
}

export function toWireCapabilities(device: types.RtpCapabilities): RtpCapabilitiesDto {
  return {
    codecs: (device.codecs ?? []).map((codec) => ({ ...codec, parameters: toWireValues(codec.parameters) })),
    headerExtensions: device.headerExtensions,
  };
}

export function toWireParameters(device: types.RtpParameters): RtpParametersDto {
  return {
    ...device,
    codecs: device.codecs.map((codec) => ({ ...codec, parameters: toWireValues(codec.parameters) })),
    headerExtensions: device.headerExtensions?.map((extension) => ({
      ...extension,
      parameters: toWireValues(extension.parameters),
    })),
  };
}
