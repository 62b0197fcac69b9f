import { toRtpCapabilities, toRtpParameters } from './rtp';

const mid = 'urn:ietf:params:rtp-hdrext:sdes:mid';

describe('RTP parameters for mediasoup', () => {
  it('leave out header extensions that mediasoup does not know', () => {
    const headerExtensions = [
      { uri: mid, id: 1 },
      { uri: 'urn:example:unknown', id: 2 },
    ];
    expect(toRtpParameters({ codecs: [], headerExtensions }).headerExtensions).toEqual([{ uri: mid, id: 1 }]);
  });

  it('leave out codecs that could not be sent for want of a payload type', () => {
    const opus = { kind: 'audio' as const, mimeType: 'audio/opus', clockRate: 48_000, channels: 2 };
    const { codecs } = toRtpCapabilities({ codecs: [opus, { ...opus, preferredPayloadType: 111 }] });
    expect(codecs).toEqual([{ ...opus, preferredPayloadType: 111 }]);
  });
});
