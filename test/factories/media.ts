import { randomInt, randomUUID } from 'node:crypto';
import type {
  DtlsParametersDto,
  FeedDto,
  JoinedDto,
  OpenFeedDto,
  RtpParametersDto,
  TrackKind,
} from '@manyhalls/contracts';
import type { LiveClient } from './live';

/** A certificate's fingerprint that nobody holds: enough to connect a transport, not to send through it. */
export const dtlsParameters: DtlsParametersDto = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }],
};

/** What a browser that sends one layer would say. */
export function rtpParameters(kind: TrackKind): RtpParametersDto {
  const encodings = [{ ssrc: randomInt(1, 0xffff_ffff) }];
  const rtcp = { cname: randomUUID(), reducedSize: true };
  return kind === 'audio'
    ? {
        mid: '0',
        codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
        encodings,
        rtcp,
      }
    : {
        mid: '1',
        codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
        encodings,
        rtcp,
      };
}

/** The media part of a join reply, which is there unless the test says otherwise. */
export function mediaOf({ media }: JoinedDto): NonNullable<JoinedDto['media']> {
  if (!media) throw new Error('joined without media');
  return media;
}

/** A transport to send through, connected. */
export async function openSendTransport(client: LiveClient): Promise<string> {
  const { id: transportId } = await client.ask('media:open-transport', { direction: 'send' });
  await client.ask('media:connect-transport', { transportId, dtlsParameters });
  return transportId;
}

export interface PublishedFeed {
  feed: FeedDto;
  transportId: string;
}

/** Opens a feed of a joined host in the green room and publishes sound and picture. */
export async function publishFeed(
  client: LiveClient,
  source: OpenFeedDto['source'] = 'camera',
): Promise<PublishedFeed> {
  const feed = await client.ask('feed:open', { source, microphonePlace: 'in-the-room' });
  const transportId = await openSendTransport(client);
  await publishTracks(client, feed.id, transportId);
  return { feed, transportId };
}

export async function publishTracks(client: LiveClient, feedId: string, transportId: string): Promise<void> {
  for (const kind of ['audio', 'video'] as const)
    await client.ask('feed:publish-track', {
      feedId,
      kind,
      transportId,
      rtpParameters: { ...rtpParameters(kind), mid: `${feedId.slice(0, 4)}-${kind}` },
    });
}
