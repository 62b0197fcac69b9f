import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { TrackKind, WatchedTrack } from '@manyhalls/contracts';
import { MediaPlane } from '../../apps/event-server/src/media-plane/media-plane';
import type { LiveClient } from './live';
import { dtlsParameters, mediaOf, rtpParameters } from './media';
import type { TestServer } from './server';

/** What whoever asks to watch this feed gets. */
export async function watchFeed(
  client: LiveClient,
  sessionId: string,
  feedId: string,
  kind: TrackKind = 'video',
): Promise<WatchedTrack | undefined> {
  const joined = await client.ask('session:join', { sessionId });
  const { receiveTransport, routerRtpCapabilities: rtpCapabilities } = mediaOf(joined);
  await client.ask('media:connect-transport', { transportId: receiveTransport.id, dtlsParameters });
  const [watched] = await client.ask('feed:watch', { tracks: [{ feedId, kind }], rtpCapabilities });
  return watched;
}

/** Every verb of publishing is refused, whatever it names. */
export async function expectNoRight(
  client: LiveClient,
  { feedId, transportId }: { feedId: string; transportId: string } = {
    feedId: randomUUID(),
    transportId: randomUUID(),
  },
): Promise<void> {
  const track = { feedId, kind: 'video' } as const;
  for (const [verb, request] of [
    ['feed:open', { source: 'camera', microphonePlace: 'in-the-room' }],
    ['feed:publish-track', { ...track, transportId, rtpParameters: rtpParameters('video') }],
    ['feed:mute-track', { ...track, muted: true }],
    ['feed:remove-track', track],
    ['feed:close', { feedId }],
    ['media:open-transport', { direction: 'send' }],
  ] as const)
    expect([verb, (await client.refusal(verb, request)).code]).toEqual([verb, 'forbidden']);
}

/** Waits until the media nodes themselves know of exactly these tracks of a feed. */
export async function untilOnNodes(server: TestServer, feedId: string, kinds: TrackKind[]): Promise<void> {
  const plane = server.app.get<MediaPlane>(MediaPlane, { strict: false });
  for (;;) {
    const reports = await Promise.all(
      plane.nodes().map(({ nodeId }) => plane.request(nodeId, 'node:report', {})),
    );
    const known = reports.flatMap(({ feeds }) => feeds.filter((feed) => feed.feedId === feedId));
    if (
      known
        .map(({ kind }) => kind)
        .toSorted()
        .join() === kinds.toSorted().join()
    )
      return;
    await wait(50);
  }
}
