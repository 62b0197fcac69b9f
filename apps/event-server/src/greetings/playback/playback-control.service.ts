import { Injectable } from '@nestjs/common';
import { Fault, type ControlPlaybackDto, type PlaybackStep } from '@manyhalls/contracts';
import type { Feed } from '../../feeds/feed';
import { Playouts } from '../../feeds/playouts.service';
import type { Take } from '../../rundown/cue';
import { TakeHolding } from '../../rundown/holding.service';
import { ShowService } from '../../show/show.service';
import { keyframeBefore, positionAt, type GreetingPlayback } from './playback';
import { PlaybackRows } from './playback-rows.service';
import { Playbacks } from './playbacks.service';
import { Playing } from './playing.service';

/** From which states each step leads. What has failed can be tried again from where it was. */
const allowed: Record<PlaybackStep, readonly GreetingPlayback['state'][]> = {
  pause: ['playing'],
  resume: ['paused', 'slate'],
  stop: ['playing', 'paused', 'slate'],
};

/** What the show caller does to the greeting on programme. */
@Injectable()
export class PlaybackControl {
  constructor(
    private readonly shows: ShowService,
    private readonly playbacks: Playbacks,
    private readonly rows: PlaybackRows,
    private readonly playing: Playing,
    private readonly playouts: Playouts,
    private readonly holding: TakeHolding,
  ) {}

  /**
   * While it is paused, the time of its cue stands still.
   * @throws {Fault} `conflict` with the present state when the take is another one, or the step is not allowed
   */
  async control(sessionId: string, { takeId, step }: ControlPlaybackDto): Promise<void> {
    let refusal: unknown;
    await this.playbacks.inTurn(sessionId, async () => {
      try {
        const { feed, playback, take } = await this.present(sessionId, takeId);
        if (!allowed[step].includes(playback.state))
          throw new Fault('conflict', `what is ${playback.state} cannot ${step}`, { state: playback.state });
        await this[step](feed, playback, take);
        await this.holding.hold(sessionId, { takeId, held: step === 'pause' });
      } catch (thrown) {
        refusal = thrown;
      }
    });
    if (refusal !== undefined) throw refusal;
  }

  /** The tracks that it will be played on with take the place of those that were played, which ends them. */
  private async pause(feed: Feed, playback: GreetingPlayback): Promise<void> {
    const positionSeconds = keyframeBefore(positionAt(playback, new Date()));
    const onNode = feed.tracks[0]?.nodeId;
    const played = await this.playing.prepare(feed, playback.greeting, positionSeconds, onNode);
    await this.playouts.adopt(feed, played, (manager) =>
      this.rows.update(manager, feed.id, { state: 'paused', positionSeconds }),
    );
  }

  private async resume(feed: Feed, playback: GreetingPlayback, take: Take): Promise<void> {
    await this.playbacks.begin(feed, playback, take, keyframeBefore(playback.positionSeconds));
  }

  private async stop(feed: Feed, playback: GreetingPlayback): Promise<void> {
    const positionSeconds = positionAt(playback, new Date());
    await this.playbacks.write(
      feed,
      { state: 'over', positionSeconds, fault: null },
      { tracks: [], online: false },
    );
    await this.playouts.stop(feed);
  }

  private async present(sessionId: string, takeId: string) {
    const { cue, take, feeds, playbacks } = await this.shows.read(sessionId);
    const playback = playbacks.find(({ greetingId }) => greetingId === cue?.greetingId);
    const feed = feeds.find(({ id }) => id === playback?.feedId);
    if (!take || take.id !== takeId || !playback || !feed)
      throw new Fault('conflict', 'this greeting is not on programme');
    return { feed, playback, take };
  }
}
