import type { VenueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useNow } from '../app/use-now';
import { Localized } from '../i18n/Localized';
import { writeClock } from '../i18n/times';
import classes from './HallClocks.module.css';

/** The halls on one common line, each with what its clock shows now. */
export function HallClocks({ venues }: { venues: readonly VenueDto[] }) {
  const { t } = useTranslation('live-events');
  const now = useNow(5_000);
  if (venues.length === 0) return null;
  return (
    <ul className={classes.halls} aria-label={t('halls')}>
      {venues.map((venue) => (
        <li key={venue.id} className={classes.hall}>
          <Localized text={venue.city} className={classes.city} />
          <time className={classes.clock}>{writeClock(now, venue.timeZone)}</time>
          <Localized text={venue.name} className={classes.name} />
        </li>
      ))}
    </ul>
  );
}
