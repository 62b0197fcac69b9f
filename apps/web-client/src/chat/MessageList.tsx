import { Button, Loader } from '@mantine/core';
import { useDocumentVisibility } from '@mantine/hooks';
import type { MessageDto } from '@manyhalls/contracts';
import { IconArrowDown } from '@tabler/icons-react';
import { Fragment, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../api/faults';
import { useLanguage } from '../i18n/language';
import { dayAt, viewerZone, writeDay } from '../i18n/times';
import { unreadOf } from './chat-state';
import { useChatState, useReader } from './ChatRoom';
import { authorsOf } from './mentions';
import { MessageItem } from './MessageItem';
import classes from './MessageList.module.css';
import { OutgoingItem } from './OutgoingItem';
import { usePanel } from './panel';
import { useAnnouncedMessages } from './use-announced-messages';
import { useScroll } from './use-scroll';

const nobody: string[] = [];

/** What was said, the newest at the bottom. */
export function MessageList() {
  const { t } = useTranslation('chat');
  const { chat } = usePanel();
  const reader = useReader();
  const messages = useChatState(chat, (state) => state.messages);
  const outbox = useChatState(chat, (state) => state.outbox);
  const unread = useChatState(chat, (state) => unreadOf(state, reader.participantId));
  // Where the reader had left off; it stays there while this list is open.
  const [leftOff] = useState(() => chat.store.getState().seen);
  const readOlder = useCallback(() => void chat.readOlder(), [chat]);
  const { list, atEnd, toEnd } = useScroll(messages[0]?.id, readOlder);
  const visible = useDocumentVisibility() === 'visible';
  useEffect(() => {
    chat.look(atEnd && visible);
    return () => chat.look(false);
  }, [chat, atEnd, visible]);
  useAnnouncedMessages(messages, reader.participantId);

  const names = new Map(authorsOf(messages).map((one) => [one.participantId, one.displayName]));
  const mentions = ({ mentionedIds }: MessageDto) =>
    mentionedIds.length === 0 ? nobody : mentionedIds.flatMap((id) => names.get(id) ?? []);
  const firstNew =
    leftOff === null
      ? undefined
      : messages.find(
          ({ number, author }) => number > leftOff && author.participantId !== reader.participantId,
        );
  return (
    <div className={classes.frame}>
      <div ref={list} className={classes.list} role="log" aria-live="off" aria-label={t('log')} tabIndex={0}>
        <div>
          <Beginning />
          <ol className={classes.messages}>
            {messages.map((message, index) => (
              <Fragment key={message.id}>
                <DayLine message={message} before={messages[index - 1]} />
                {message === firstNew && <li className={classes.line}>{t('new')}</li>}
                <MessageItem message={message} mentions={mentions(message)} />
              </Fragment>
            ))}
            {outbox.map((outgoing) => (
              <OutgoingItem key={outgoing.request.clientMessageId} outgoing={outgoing} />
            ))}
          </ol>
        </div>
      </div>
      {!atEnd && (
        <Button
          className={classes.toEnd}
          size="compact-md"
          leftSection={<IconArrowDown size={18} aria-hidden />}
          onClick={toEnd}
        >
          {unread > 0 ? t('toNew', { count: unread }) : t('toEnd')}
        </Button>
      )}
    </div>
  );
}

/** What stands before the first message: older ones, or why there are none. */
function Beginning() {
  const { t } = useTranslation('chat');
  const words = useFaultWords();
  const { chat } = usePanel();
  const { from, more } = useChatState(chat, (state) => state.history);
  const fault = useChatState(chat, (state) => state.fault);
  const empty = useChatState(chat, (state) => state.messages.length + state.outbox.length === 0);
  const readingOlder = useChatState(chat, (state) => state.readingOlder);
  if (from === null)
    return (
      <div className={classes.state} role="status">
        {fault ? words(fault) : <Loader size="sm" role="img" aria-label={t('loading')} />}
      </div>
    );
  if (more)
    return (
      <div className={classes.state}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={readingOlder}
          onClick={() => void chat.readOlder()}
        >
          {t('older')}
        </Button>
      </div>
    );
  return empty && <p className={classes.state}>{t(`empty.${chat.channel}`)}</p>;
}

function DayLine({ message, before }: { message: MessageDto; before: MessageDto | undefined }) {
  const language = useLanguage();
  const dayOf = ({ sentAt }: MessageDto) => dayAt(new Date(sentAt), viewerZone());
  const day = dayOf(message);
  if (before && dayOf(before) === day) return null;
  return <li className={classes.line}>{writeDay(day, language)}</li>;
}
