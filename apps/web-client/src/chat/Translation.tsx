import type { MessageDto } from '@manyhalls/contracts';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language';
import classes from './Translation.module.css';
import { MessageWords } from './MessageWords';

/** What a moderator put beside the original for readers of this language. */
export function Translation({ of: message }: { of: Pick<MessageDto, 'language' | 'translations'> }) {
  const { t } = useTranslation('chat');
  const language = useLanguage();
  const translation = message.translations.find((one) => one.language === language);
  if (!translation || language === message.language) return null;
  return (
    <div className={classes.translation}>
      <IconLanguage size={16} role="img" aria-label={t('translation')} className={classes.icon} />
      <MessageWords text={translation.text} language={translation.language} />
    </div>
  );
}
