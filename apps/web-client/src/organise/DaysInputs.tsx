import { SimpleGrid, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language';
import { writeDay } from '../i18n/times';

/** First and last day. The browser shows figures in its own order, so the day is written out below. */
export function DaysInputs({
  first,
  last,
}: {
  first: GetInputPropsReturnType;
  last: GetInputPropsReturnType;
}) {
  const { t } = useTranslation('organise');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <DayInput label={t('details.firstDay')} {...first} />
      <DayInput label={t('details.lastDay')} min={first.value} {...last} />
    </SimpleGrid>
  );
}

function DayInput({ label, ...props }: GetInputPropsReturnType & { label: string; min?: string }) {
  const language = useLanguage();
  return (
    <TextInput
      type="date"
      label={label}
      required
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={props.value ? writeDay(props.value, language) : '\u00a0'}
      {...props}
    />
  );
}
