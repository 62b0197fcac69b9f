import type { CountDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Localized } from '../i18n/Localized';
import { useLanguage } from '../i18n/language';
import { languageTags } from '@manyhalls/contracts/text/language';
import type { LivePageContent } from '../live/LivePage';
import { useLiveState } from '../live/LiveRoom';
import classes from './RailPresence.module.css';

/** Who is here, in numbers: altogether, by hall and by country. */
export function RailPresence({ event }: Pick<LivePageContent, 'event'>) {
  const { t } = useTranslation('attendee');
  const language = useLanguage();
  const presence = useLiveState((state) => state.presence);
  if (!presence) return null;
  const countries = new Intl.DisplayNames(languageTags[language], { type: 'region' });
  return (
    <>
      <p className={classes.total}>
        <span className={classes.figure}>{presence.total.toLocaleString(language)}</span>{' '}
        {t('presence.total', { count: presence.total })}
      </p>
      <Counts
        title={t('presence.byVenue')}
        // In protocol order, not by size.
        counts={event.venues.flatMap(({ id }) => presence.byVenue.find(({ key }) => key === id) ?? [])}
        name={(id) => <Localized text={event.venues.find((venue) => venue.id === id)?.city} />}
      />
      <Counts
        title={t('presence.byCountry')}
        counts={[...presence.byCountry].sort((one, other) => other.count - one.count)}
        name={(code) => countries.of(code)}
      />
    </>
  );
}

function Counts({
  title,
  counts,
  name,
}: {
  title: string;
  counts: readonly CountDto[];
  name: (key: string) => ReactNode;
}) {
  const language = useLanguage();
  if (counts.length === 0) return null;
  return (
    <section>
      <h3 className={classes.heading}>{title}</h3>
      <dl className={classes.counts}>
        {counts.map(({ key, count }) => (
          <div key={key} className={classes.line}>
            <dt>{name(key)}</dt>
            <dd>{count.toLocaleString(language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
