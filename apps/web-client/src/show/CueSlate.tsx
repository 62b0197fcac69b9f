import type { ShownTakeDto } from '@manyhalls/contracts';
import { remainingMs } from '@manyhalls/domain';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import { dayAt, localTimes, viewerZone } from '../i18n/times';
import type { LivePageContent } from '../live/LivePage';
import { useServerNow } from '../live/use-server-now';
import classes from './CueSlate.module.css';
import { SpeakerNames } from './SpeakerNames';
import { TakeClock } from './TakeClock';

/** What stands in for the picture of a cue that has none: what it is, of which event, and of an interval how long. */
export function CueSlate({ event, session, show }: Pick<LivePageContent, 'event' | 'session' | 'show'>) {
  const { cue, take } = show;
  const isInterval = cue?.type === 'interval';
  const venues = event.venues.filter(({ id }) => session.venueIds.includes(id));
  return (
    <div className={classes.place}>
      <div className={classes.slate} data-cue-slate>
        <Localized as="p" text={event.title} className={classes.event} />
        <Localized as="p" text={cue?.title ?? session.title} className={classes.title} />
        {cue && !isInterval && <SpeakerNames speakers={cue.speakers} />}
        {isInterval && take && (
          <>
            <Continues take={take} venues={venues} />
            <div className={classes.clock}>
              <TakeClock take={take} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

/** "Continues at 11:00 Tokyo · 10:00 Jinan", or that it is about to. */
function Continues({ take, venues }: { take: ShownTakeDto; venues: LivePageContent['event']['venues'] }) {
  const { t } = useTranslation(['show', 'live-events']);
  const now = useServerNow();
  const left = remainingMs(take, now);
  if (take.heldSince !== null || left < 0) return <p>{t('show:interval.soon')}</p>;
  const at = new Date(now + left).toISOString();
  const zone = venues[0]?.timeZone ?? viewerZone();
  const times = localTimes({ startsAt: at, endsAt: at }, dayAt(new Date(at), zone), venues, viewerZone());
  return (
    <p className={classes.continues}>
      <span>{t('show:interval.continues')}</span>
      {times.map(({ start, cities }) => (
        <span key={start} className={classes.there}>
          <time>{start}</time> {cities.length === 0 && t('live-events:times.yours')}
          {cities.map((city, index) => (
            <Fragment key={index}>
              {index > 0 && ' · '}
              <Localized text={city} />
            </Fragment>
          ))}
        </span>
      ))}
    </p>
  );
}
