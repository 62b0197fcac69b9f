import { Button, Text } from '@mantine/core';
import type { ParticipantDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../app/StateMark';
import { countryName } from '../../forms/countries';
import { useLanguage } from '../../i18n/language';
import { viewerZone, writeMoment } from '../../i18n/times';
import classes from '../rows.module.css';

export function AttendeeRow({ person, onRevoke }: { person: ParticipantDto; onRevoke: () => void }) {
  const { t } = useTranslation('organise');
  const language = useLanguage();
  const { displayName: name, institution, country, createdAt, revokedAt } = person;
  return (
    <li className={classes.row}>
      <div className={classes.about}>
        <span className={classes.title}>{name}</span>
        <Text component="span" size="sm" c="dimmed">
          {institution}
          {country && ` · ${countryName(country, language)}`}
        </Text>
      </div>
      <div className={classes.facts}>
        {revokedAt ? (
          <StateMark tone="quiet" shape="cross">
            {t('people.state.revoked')}
          </StateMark>
        ) : (
          <StateMark tone="good" shape="tick">
            {t('people.registered')}
          </StateMark>
        )}
        <Text component="span" size="sm" c="dimmed">
          {writeMoment(new Date(revokedAt ?? createdAt), viewerZone(), language)}
        </Text>
      </div>
      <div className={classes.deeds}>
        <Button
          variant="default"
          size="xs"
          disabled={revokedAt !== null}
          aria-label={t('people.revokeOne', { name })}
          onClick={onRevoke}
        >
          {t('people.revoke')}
        </Button>
      </div>
    </li>
  );
}
