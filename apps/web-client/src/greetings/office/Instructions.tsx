import { Title } from '@mantine/core';
import type { OfficeGreetingDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language';
import { writeBytes } from '../amounts';
import classes from './Instructions.module.css';

const points = ['length', 'picture', 'light', 'sound', 'end', 'file'] as const;

/** What to film, and how. */
export function Instructions({ greeting }: { greeting: OfficeGreetingDto }) {
  const { t } = useTranslation('greetings');
  const language = useLanguage();
  const facts = {
    minutes: Math.floor(greeting.longestSeconds / 60),
    size: writeBytes(greeting.largestFile, language),
  };
  return (
    <section>
      <Title order={2} mb="sm">
        {t('how.title')}
      </Title>
      <dl className={classes.points}>
        {points.map((point) => (
          <div key={point}>
            <dt>{t(`how.${point}`)}</dt>
            <dd>{t(`how.${point}Text`, facts)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
