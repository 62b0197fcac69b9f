import type { types } from 'mediasoup-client';
import type { FeedSource, MicrophonePlace, TrackKind } from '@manyhalls/contracts';

/** What a hall's camera is asked for; a camera that cannot gives what it has. */
export const cameraConstraints: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
};

/** In the room, loudspeakers play the other halls into the microphone; the desk has taken them out already. */
export function microphoneConstraints(place: MicrophonePlace): MediaTrackConstraints {
  const processing = place === 'in-the-room';
  return {
    echoCancellation: processing,
    noiseSuppression: processing,
    autoGainControl: processing,
    ...(!processing && { channelCount: { ideal: 2 } }),
  };
}

/**
 * Slides are read, not watched: sharpness before motion. Their sound may come from another tab, but never from this
 * page or the whole system: the other halls, which this page plays, would hear themselves.
 * @see https://www.w3.org/TR/screen-capture/#dom-displaymediastreamoptions
 */
export const screenConstraints: DisplayMediaStreamOptions & Record<string, unknown> = {
  video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { ideal: 15, max: 30 } },
  audio: true,
  systemAudio: 'exclude',
  selfBrowserSurface: 'exclude',
};

/** Bit rates in bit/s. Of a 720p camera these are 180p, 360p and 720p. */
const cameraLayers: types.RtpEncodingParameters[] = [
  { rid: 'low', scaleResolutionDownBy: 4, maxBitrate: 180_000, scalabilityMode: 'L1T3' },
  { rid: 'middle', scaleResolutionDownBy: 2, maxBitrate: 600_000, scalabilityMode: 'L1T3' },
  { rid: 'high', scaleResolutionDownBy: 1, maxBitrate: 2_200_000, scalabilityMode: 'L1T3' },
];

const slideLayers: types.RtpEncodingParameters[] = [
  { rid: 'low', scaleResolutionDownBy: 3, maxBitrate: 250_000, scalabilityMode: 'L1T3' },
  { rid: 'high', scaleResolutionDownBy: 1, maxBitrate: 2_500_000, scalabilityMode: 'L1T3' },
];

/** How a track of a feed is sent, and the codec it prefers. */
export function sendingOf(
  source: FeedSource,
  kind: TrackKind,
  place: MicrophonePlace,
): { options: types.ProducerOptions; codec: string } {
  if (kind === 'video')
    return {
      codec: 'video/vp8',
      options: {
        encodings: source === 'slides' ? slideLayers : cameraLayers,
        // Without it a first picture starts at 300 kbit/s and takes seconds to look like anything.
        codecOptions: { videoGoogleStartBitrate: 1_000 },
      },
    };
  const fromTheDesk = place === 'from-the-desk' || source === 'slides';
  return {
    codec: 'audio/opus',
    options: {
      codecOptions: {
        opusStereo: fromTheDesk,
        opusFec: true,
        opusDtx: false,
        opusMaxAverageBitrate: fromTheDesk ? 128_000 : 48_000,
      },
    },
  };
}
