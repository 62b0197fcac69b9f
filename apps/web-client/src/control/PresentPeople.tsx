import { ScrollArea, Text } from '@mantine/core';
import type { LiveEventDto, PresentPersonDto } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import { useLanguage } from '../i18n/language';
import { useLive, useLiveState } from '../live/LiveRoom';
import classes from './PresentPeople.module.css';

/** People come in crowds: the list is read once they have settled, in milliseconds. */
const settleMs = 500;

/** Who is here: in numbers, and by name for the crew. */
export function PresentPeople({ event }: { event: LiveEventDto }) {
  const { t } = useTranslation('control');
  const live = useLive();
  const presence = useLiveState((state) => state.presence);
  const peerId = useLiveState((state) => state.peerId);
  const [settled] = useDebouncedValue(presence, settleMs);
  const [people, setPeople] = useState<readonly PresentPersonDto[]>([]);
  useEffect(() => {
    if (!peerId) return;
    // Cut off: the list stays as it was, and is read again after the rejoin.
    live.ask('presence:list', {}).then(setPeople, () => undefined);
  }, [live, peerId, settled]);
  return (
    <section className={classes.panel} aria-label={t('people.title')}>
      <h2 className={classes.heading}>
        {t('people.title')}
        <span className={classes.total}>{presence?.total ?? '–'}</span>
      </h2>
      {people.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('people.none')}
        </Text>
      ) : (
        <ScrollArea.Autosize
          mah="26rem"
          viewportProps={{ tabIndex: 0, 'aria-label': t('people.title'), role: 'group' }}
        >
          <ul className={classes.people}>
            {people.map((person) => (
              <Person key={person.participantId} event={event} person={person} />
            ))}
          </ul>
        </ScrollArea.Autosize>
      )}
    </section>
  );
}

function Person({ event, person }: { event: LiveEventDto; person: PresentPersonDto }) {
  const { t } = useTranslation(['app', 'control']);
  const language = useLanguage();
  const venue = event.venues.find(({ id }) => id === person.venueId);
  const countries = new Intl.DisplayNames(languageTags[language], { type: 'region' });
  return (
    <li className={classes.person}>
      <p className={classes.name}>
        {person.displayName}
        {person.devices > 1 && (
          <span className={classes.more}>{t('control:people.devices', { count: person.devices })}</span>
        )}
      </p>
      <p className={classes.about}>
        <span>{t(`roles.${person.role}`)}</span>
        {person.institution && <span>{person.institution}</span>}
        {venue ? (
          <Localized text={venue.city} />
        ) : (
          person.country && <span>{countries.of(person.country)}</span>
        )}
      </p>
    </li>
  );
}
