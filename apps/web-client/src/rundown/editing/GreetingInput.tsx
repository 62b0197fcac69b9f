import { Select } from '@mantine/core';
import type { GreetingDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useLocalize } from '../../i18n/Localized';
import { useGreetings } from './use-greetings';

/** Which recorded greeting of the event's library is played. */
export function GreetingInput({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (greeting: GreetingDto | null) => void;
}) {
  const { t } = useTranslation(['rundown', 'greetings']);
  const localize = useLocalize();
  const greetings = useGreetings();
  return (
    <Select
      label={t('form.greeting')}
      description={t('form.greetingHint')}
      placeholder={t(greetings?.length === 0 ? 'form.noGreetings' : 'form.chooseGreeting')}
      clearable
      data={(greetings ?? []).map(({ id, speaker, state }) => ({
        value: id,
        label: `${localize(speaker.name)} (${t(`greetings:library.state.${state}`)})`,
      }))}
      value={value}
      onChange={(id) => onChange(greetings?.find((greeting) => greeting.id === id) ?? null)}
    />
  );
}
