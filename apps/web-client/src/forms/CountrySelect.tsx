import { Select, type ComboboxItem, type ComboboxParsedItem, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language';
import { countryName, listCountries } from './countries';

interface Props extends Omit<SelectProps, 'data' | 'filter' | 'searchable'> {
  /** Countries most people of this event come from; they stand first. */
  first?: readonly string[];
}

/** Every country by its name in the reader's language; it is also found by its English name or code. */
export function CountrySelect({ first = [], ...props }: Props) {
  const { t } = useTranslation('forms');
  const language = useLanguage();
  const firstCodes = first.join(' ');
  const data = useMemo(
    () =>
      listCountries(language, firstCodes ? firstCodes.split(' ') : []).map(({ code, name }) => ({
        value: code,
        label: name,
      })),
    [language, firstCodes],
  );
  return (
    <Select
      searchable
      data={data}
      filter={({ options, search }) => options.filter((option) => isFound(option, search))}
      nothingFoundMessage={t('nothingFound')}
      {...props}
    />
  );
}

function isFound(option: ComboboxParsedItem, search: string): boolean {
  if (!isItem(option)) return false;
  const wanted = search.trim().toLocaleLowerCase();
  const names = [option.label, option.value, countryName(option.value, 'en')];
  return names.some((name) => name.toLocaleLowerCase().includes(wanted));
}

const isItem = (option: ComboboxParsedItem): option is ComboboxItem => 'value' in option;
