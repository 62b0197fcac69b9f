import { getSupportedRtpCapabilities, type types } from 'mediasoup';
import type { RtpCapabilitiesDto, RtpParametersDto } from '@manyhalls/contracts';

const knownUris = new Set<string>(getSupportedRtpCapabilities().headerExtensions?.map(({ uri }) => uri));

const isKnown = <Extension extends { uri: string }>(
  extension: Extension,
): extension is Extension & { uri: types.RtpHeaderExtensionUri } => knownUris.has(extension.uri);

/** RTP parameters as mediasoup types them: header extensions that it does not know are left out. */
export function toRtpParameters(dto: RtpParametersDto): types.RtpParameters {
  return { ...dto, headerExtensions: dto.headerExtensions?.filter(isKnown) };
}

/** Capabilities as mediasoup types them. A codec without a payload type could not be sent, so it is left out. */
export function toRtpCapabilities(dto: RtpCapabilitiesDto): types.RtpCapabilities {
  return {
    codecs: dto.codecs.flatMap(({ preferredPayloadType, ...codec }) =>
      preferredPayloadType === undefined ? [] : [{ ...codec, preferredPayloadType }],
    ),
    headerExtensions: dto.headerExtensions?.filter(isKnown),
  };
}

export function fromRtpCapabilities({
  codecs = [],
  headerExtensions,
}: types.RtpCapabilities): RtpCapabilitiesDto {
  return { codecs, headerExtensions };
}
