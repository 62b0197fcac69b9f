import type { MessageDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language';
import { useChatState, useIsOpen } from './ChatRoom';
import { reactionKey } from './chat-state';
import classes from './MessageItem.module.css';
import { usePanel } from './panel';
import { reactionIcons } from './reactions';
import { useDeed } from './use-deed';

/** How others have answered in one press; pressing one joins in, or takes it back. */
export function Reactions({ message }: { message: MessageDto }) {
  const { t } = useTranslation('chat');
  const language = useLanguage();
  const { chat } = usePanel();
  const own = useChatState(chat, (state) => state.ownReactions);
  const deed = useDeed();
  const open = useIsOpen();
  if (message.reactions.length === 0) return null;
  return (
    <div className={classes.reactions}>
      {message.reactions.map(({ name, count }) => {
        const Icon = reactionIcons[name];
        const on = own.has(reactionKey(message.id, name));
        return (
          <button
            key={name}
            type="button"
            className={classes.reaction}
            aria-pressed={on}
            disabled={!open}
            aria-label={t('reactions.count', { name: t(`reactions.${name}`), count })}
            onClick={() => void deed(() => chat.react({ messageId: message.id, name, on: !on }))}
          >
            <Icon size={15} aria-hidden />
            {count.toLocaleString(language)}
          </button>
        );
      })}
    </div>
  );
}
