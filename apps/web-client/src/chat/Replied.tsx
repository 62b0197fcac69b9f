import type { RepliedDto } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language';
import { guessLanguage } from '../i18n/guess-language';
import classes from './MessageItem.module.css';

/** The beginning of what is answered. */
export function Replied({ to }: { to: Pick<RepliedDto, 'displayName' | 'text'> }) {
  const { t } = useTranslation('chat');
  const language = useLanguage();
  return (
    <blockquote className={classes.replied}>
      <bdi>{to.displayName}</bdi>
      {to.text === null ? (
        <span className={classes.repliedText}>{t('deleted')}</span>
      ) : (
        <span className={classes.repliedText} lang={languageTags[guessLanguage(to.text, language)]}>
          {to.text}
        </span>
      )}
    </blockquote>
  );
}
