import { ActionIcon, Menu } from '@mantine/core';
import type { MessageDto } from '@manyhalls/contracts';
import { reactionNames } from '@manyhalls/contracts/chat/chat-channel';
import { may } from '@manyhalls/domain';
import { IconArrowBackUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { reactionKey } from './chat-state';
import { useIsOpen, useReader } from './ChatRoom';
import classes from './MessageItem.module.css';
import { ModerationItems } from './moderation/ModerationItems';
import { usePanel } from './panel';
import { reactionIcons } from './reactions';
import { useDeed } from './use-deed';

/** All that can be done with one message, behind one quiet button. */
export function MessageMenu({ message }: { message: MessageDto }) {
  const { t } = useTranslation('chat');
  const { role, participantId } = useReader();
  const moderates = may(role, 'chat:moderate');
  const own = message.author.participantId === participantId;
  const present = message.text !== null;
  const open = useIsOpen();
  if (!moderates && !(present && (open || own))) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('menu', { name: message.author.displayName })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {present && open && <Answers message={message} />}
        {present && own && <OwnItems message={message} edits={open} deletes={!moderates} />}
        {moderates && <ModerationItems message={message} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function Answers({ message }: { message: MessageDto }) {
  const { t } = useTranslation('chat');
  const { chat, takeAim } = usePanel();
  const deed = useDeed();
  const messageId = message.id;
  return (
    <>
      <div className={classes.choices} role="presentation">
        {reactionNames.map((name) => {
          const Icon = reactionIcons[name];
          const on = () => !chat.store.getState().ownReactions.has(reactionKey(messageId, name));
          return (
            <Menu.Item
              key={name}
              className={classes.choice}
              aria-label={t(`reactions.${name}`)}
              title={t(`reactions.${name}`)}
              onClick={() => void deed(() => chat.react({ messageId, name, on: on() }))}
            >
              <Icon size={20} aria-hidden />
            </Menu.Item>
          );
        })}
      </div>
      <Menu.Item
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        onClick={() => takeAim({ kind: 'reply', message })}
      >
        {t('reply')}
      </Menu.Item>
    </>
  );
}

function OwnItems({ message, edits, deletes }: { message: MessageDto; edits: boolean; deletes: boolean }) {
  const { t } = useTranslation('chat');
  const { chat, takeAim } = usePanel();
  const deed = useDeed();
  const { id: messageId } = message;
  return (
    <>
      {edits && (
        <Menu.Item
          leftSection={<IconPencil size={18} aria-hidden />}
          onClick={() => takeAim({ kind: 'edit', message })}
        >
          {t('edit')}
        </Menu.Item>
      )}
      {deletes && (
        <Menu.Item
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={() =>
            void deed(() => chat.change('chat:delete', { messageId }), {
              done: t('deleted'),
              undo: () => chat.change('chat:restore', { messageId }),
            })
          }
        >
          {t('delete')}
        </Menu.Item>
      )}
    </>
  );
}
