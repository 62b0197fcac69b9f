import { Menu } from '@mantine/core';
import type { MessageDto } from '@manyhalls/contracts';
import { may } from '@manyhalls/domain';
import {
  IconBan,
  IconCheck,
  IconLanguage,
  IconMessageOff,
  IconPin,
  IconPinnedOff,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live/LiveRoom';
import { useReader } from '../ChatRoom';
import { usePanel } from '../panel';
import { useDeed } from '../use-deed';

/** For how long somebody can be kept from writing in one press, in minutes. */
const muteMinutes = [5, 30];

/** What a moderator can do with a message, and with whoever wrote it. */
export function ModerationItems({ message }: { message: MessageDto }) {
  const { t } = useTranslation('chat');
  const { chat, moderate } = usePanel();
  const deed = useDeed();
  const { id: messageId, text, held, pinned } = message;
  const change = (verb: 'chat:delete' | 'chat:restore' | 'chat:approve') => () =>
    chat.change(verb, { messageId });
  const pin = (on: boolean) => () => chat.change('chat:pin', { messageId, pinned: on });

  if (text === null)
    return (
      <Menu.Item
        leftSection={<IconRestore size={18} aria-hidden />}
        onClick={() => void deed(change('chat:restore'))}
      >
        {t('restore')}
      </Menu.Item>
    );
  return (
    <>
      <Menu.Divider />
      {held && (
        <Menu.Item
          leftSection={<IconCheck size={18} aria-hidden />}
          onClick={() => void deed(change('chat:approve'))}
        >
          {t('approve')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={pinned ? <IconPinnedOff size={18} aria-hidden /> : <IconPin size={18} aria-hidden />}
        onClick={() => void deed(pin(!pinned))}
      >
        {t(pinned ? 'unpin' : 'pin')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconLanguage size={18} aria-hidden />}
        onClick={() => moderate({ kind: 'translate', message })}
      >
        {t('translate.action')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => void deed(change('chat:delete'), { done: t('deleted'), undo: change('chat:restore') })}
      >
        {t('delete')}
      </Menu.Item>
      <AuthorItems message={message} />
    </>
  );
}

function AuthorItems({ message }: { message: MessageDto }) {
  const { t } = useTranslation('chat');
  const live = useLive();
  const deed = useDeed();
  const reader = useReader();
  const { moderate } = usePanel();
  const { participantId, displayName, role } = message.author;
  const attends = role === 'attendee';
  // The crew is the organisers' affair.
  const bans =
    may(reader.role, 'moderation:ban') &&
    (attends || reader.role === 'organiser') &&
    participantId !== reader.participantId;
  if (!attends && !bans) return null;
  const mute = (minutes: number) => () => live.ask('moderation:mute', { participantId, minutes });
  return (
    <>
      <Menu.Divider />
      {(attends ? muteMinutes : []).map((minutes) => (
        <Menu.Item
          key={minutes}
          leftSection={<IconMessageOff size={18} aria-hidden />}
          onClick={() =>
            void deed(mute(minutes), {
              done: t('muted.done', { name: displayName, count: minutes }),
              undo: mute(0),
            })
          }
        >
          {t('muted.action', { count: minutes })}
        </Menu.Item>
      ))}
      {bans && (
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconBan size={18} aria-hidden />}
          onClick={() => moderate({ kind: 'ban', message })}
        >
          {t('ban.action')}
        </Menu.Item>
      )}
    </>
  );
}
