import { setTimeout as wait } from 'node:timers/promises';
import type { ConsumerParametersDto, NodeLoadDto } from '@manyhalls/contracts';
import { Attendee } from './attendee';
import { HallFeed } from './hall-feed';
import { halls, type Halls } from './halls';

/** Who takes part in one test. */
export class People {
  private readonly feeds: HallFeed[] = [];
  private readonly attendees: Attendee[] = [];

  constructor(private readonly running: () => Halls) {}

  async hall(sessionId: string, nodeId: string): Promise<HallFeed> {
    const feed = await HallFeed.onAir(this.running(), sessionId, nodeId);
    this.feeds.push(feed);
    return feed;
  }

  async attendee(nodeId: string, feed: HallFeed): Promise<Attendee> {
    const attendee = await Attendee.watching(this.running(), nodeId, feed);
    this.attendees.push(attendee);
    return attendee;
  }

  /** What somebody who comes now is given. */
  async consume(nodeId: string, feed: HallFeed): Promise<ConsumerParametersDto> {
    const attendee = await this.attendee(nodeId, feed);
    return attendee.consumer;
  }

  /** For each node: its links, and the tracks it receives through them. */
  async pipes(): Promise<Record<string, [links: number, tracks: number]>> {
    const loads = await Promise.all(
      halls.map(async (nodeId): Promise<[string, NodeLoadDto]> => [
        nodeId,
        await this.running().plane.request(nodeId, 'node:load', {}),
      ]),
    );
    return Object.fromEntries(
      loads.map(([nodeId, { links, linkedTracks }]) => [nodeId, [links, linkedTracks]]),
    );
  }

  /** Everybody leaves, and with them every router and link. */
  async leave(): Promise<void> {
    await Promise.all(this.attendees.splice(0).map((attendee) => attendee.leave()));
    await Promise.all(this.feeds.splice(0).map((feed) => feed.leave()));
    for (;;) {
      const pipes = Object.values(await this.pipes());
      if (pipes.flat().every((count) => count === 0)) return;
      await wait(50);
    }
  }
}
