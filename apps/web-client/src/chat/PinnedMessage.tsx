import { IconPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChatState } from './ChatRoom';
import classes from './ChatPanel.module.css';
import { MessageWords } from './MessageWords';
import { usePanel } from './panel';
import { Translation } from './Translation';

/** The announcement on top of the chat. */
export function PinnedMessage() {
  const { t } = useTranslation('chat');
  const { chat } = usePanel();
  const pinned = useChatState(chat, (state) => state.pinned);
  if (!pinned || pinned.text === null) return null;
  return (
    <section className={classes.pinned} aria-label={t('pinned')} tabIndex={0}>
      <IconPin size={18} aria-hidden className={classes.pin} />
      <p className={classes.by}>
        {t('pinned')} · <bdi>{pinned.author.displayName}</bdi>
      </p>
      <div>
        <MessageWords text={pinned.text} language={pinned.language} />
        <Translation of={pinned} />
      </div>
    </section>
  );
}
