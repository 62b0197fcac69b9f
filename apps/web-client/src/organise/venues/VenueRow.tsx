import { ActionIcon, Text } from '@mantine/core';
import type { VenueDto } from '@manyhalls/contracts';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../app/use-now';
import { countryName } from '../../forms/countries';
import { Localized, useLocalize } from '../../i18n/Localized';
import { useLanguage } from '../../i18n/language';
import { writeClock } from '../../i18n/times';
import classes from '../rows.module.css';

interface Props {
  venue: VenueDto;
  first: boolean;
  last: boolean;
  onMove: (by: number) => void;
  onEdit: () => void;
  onRemove: () => void;
}

export function VenueRow({ venue, first, last, onMove, onEdit, onRemove }: Props) {
  const { t } = useTranslation('organise');
  const language = useLanguage();
  const city = useLocalize()(venue.city);
  const now = useNow(10_000);
  const action = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  return (
    <li className={classes.row}>
      <div className={classes.about}>
        <Localized text={venue.city} className={classes.title} />
        <Text component="span" size="sm" c="dimmed">
          <Localized text={venue.name} /> · {countryName(venue.country, language)}
        </Text>
      </div>
      <div className={classes.facts}>
        <span className={classes.clock}>{writeClock(now, venue.timeZone)}</span>
        <Text component="span" size="sm" c="dimmed">
          {venue.timeZone} · {t('venues.node', { node: venue.homeNode })}
        </Text>
      </div>
      <div className={classes.actions}>
        <ActionIcon
          {...action}
          disabled={first}
          aria-label={t('venues.up', { city })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          {...action}
          disabled={last}
          aria-label={t('venues.down', { city })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon {...action} aria-label={t('venues.editOne', { city })} onClick={onEdit}>
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon {...action} aria-label={t('venues.removeOne', { city })} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}
