import type { FeedDto, GreetingPlaybackDto, Layout, VenueDto } from '@manyhalls/contracts';
import type { ReactNode } from 'react';
import { FeedPicture } from '../media/FeedPicture';
import { HallSlate } from '../media/HallSlate';
import { GreetingPicture } from '../playback/GreetingPicture';
import classes from './CueScreen.module.css';

/** What a cue looks like to the audience: its feeds in its layout, or its slate. */
export function CueScreen({
  label,
  tally,
  state,
  feeds,
  layout,
  venues,
  playback = null,
  slate,
}: {
  label: string;
  tally: 'programme' | 'next' | 'none';
  /** In words, beside the label. */
  state: ReactNode;
  feeds: readonly FeedDto[];
  layout: Layout;
  venues: readonly VenueDto[];
  /** Of the greeting among the feeds. */
  playback?: GreetingPlaybackDto | null;
  slate: ReactNode;
}) {
  return (
    <section className={classes.screen} data-tally={tally} aria-label={label}>
      <h2 className={classes.head}>
        {label}
        <span className={classes.state}>{state}</span>
      </h2>
      <div className={classes.picture} data-layout={layout} data-count={feeds.length}>
        {feeds.length === 0 && slate}
        {feeds.map((feed) => {
          const tile = { key: feed.id, venue: venues.find(({ id }) => id === feed.venueId), feed };
          return (
            <div key={feed.id} className={classes.tile}>
              {playback?.feedId === feed.id ? (
                <GreetingPicture playback={playback} feed={feed} />
              ) : (
                <FeedPicture feed={feed} slate={<HallSlate tile={tile} />} />
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
