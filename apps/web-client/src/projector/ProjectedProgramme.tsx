import { useMemo } from 'react';
import type { LivePageContent } from '../live/LivePage';
import { FeedSounds } from '../media/FeedSounds';
import { tilesOf } from '../media/tiles';
import { programmeFeeds } from '../show/programme-feeds';
import { ProgrammeScreen } from '../show/ProgrammeScreen';
import classes from './ProjectedProgramme.module.css';
import { projectorView } from './projector-view';

/** The programme as large as the screen, and its sound but for the hall's own (mix-minus). */
export function ProjectedProgramme(content: LivePageContent) {
  const { event, session, show, signIn } = content;
  const feeds = useMemo(() => programmeFeeds(show), [show]);
  const venues = event.venues.filter(({ id }) => session.venueIds.includes(id));
  const view = projectorView(show, tilesOf(feeds, venues), signIn.venueId);
  return (
    <div className={classes.programme}>
      <FeedSounds feeds={feeds.filter(({ venueId }) => venueId === null || venueId !== signIn.venueId)} />
      <ProgrammeScreen content={content} view={view} />
    </div>
  );
}
