import { NativeSelect } from '@mantine/core';
import type { VenueDto } from '@manyhalls/contracts';
import { languages } from '@manyhalls/contracts/text/language';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../app/LanguageSwitch';
import { useLocalize } from '../i18n/Localized';
import classes from './DeskFilters.module.css';
import { deskSections, type DeskFilter } from './desk-sections';

/** Which questions the desk shows: by state, language and hall. */
export function DeskFilters({
  filter,
  venues,
  onChange,
}: {
  filter: DeskFilter;
  venues: readonly VenueDto[];
  onChange: (filter: DeskFilter) => void;
}) {
  const { t } = useTranslation('moderate');
  const localize = useLocalize();
  return (
    <div className={classes.filters} role="group" aria-label={t('filter.title')}>
      <NativeSelect
        size="xs"
        label={t('filter.state')}
        value={filter.section ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ ...filter, section: deskSections.find((section) => section === chosen) ?? null });
        }}
        data={[
          { value: '', label: t('filter.all') },
          ...deskSections.map((section) => ({ value: section, label: t(`section.${section}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        label={t('filter.language')}
        value={filter.language ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ ...filter, language: languages.find((language) => language === chosen) ?? null });
        }}
        data={[
          { value: '', label: t('filter.all') },
          ...languages.map((language) => ({ value: language, label: languageNames[language] })),
        ]}
      />
      <NativeSelect
        size="xs"
        label={t('filter.hall')}
        value={filter.venueId ?? ''}
        onChange={(event) => onChange({ ...filter, venueId: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('filter.all') },
          ...venues.map(({ id, city }) => ({ value: id, label: localize(city) })),
        ]}
      />
    </div>
  );
}
