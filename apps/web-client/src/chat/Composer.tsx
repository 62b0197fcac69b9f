import { ActionIcon, CloseButton, Textarea } from '@mantine/core';
import type { Language } from '@manyhalls/contracts';
import { limits } from '@manyhalls/contracts/wire/limits';
import { IconSend2 } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { asFault } from '../api/faults';
import { WrittenLanguage } from '../forms/WrittenLanguage';
import { guessLanguage } from '../i18n/guess-language';
import { useLanguage } from '../i18n/language';
import { useLiveState } from '../live/LiveRoom';
import { useServerNow } from '../live/use-server-now';
import { chatMemory } from './chat-memory';
import { useChatState, useReader } from './ChatRoom';
import classes from './Composer.module.css';
import { ComposerNotice } from './ComposerNotice';
import { authorsOf } from './mentions';
import { MentionOffers } from './MentionOffers';
import { usePanel, type Aim } from './panel';
import { useMention } from './use-mention';
import { useRefusal } from './use-refusal';
import { hasLink, writingOf } from './writing';

/** How many may be mentioned in one message. */
const mostMentioned = 10;
/** The room left for writing is told when it becomes less than this. */
const littleRoom = 200;

/** Where one writes: Enter sends, Shift and Enter begins a new line. */
export function Composer({ aim }: { aim: Aim | null }) {
  const { t } = useTranslation('chat');
  const words = useRefusal();
  const language = useLanguage();
  const { chat, takeAim } = usePanel();
  const reader = useReader();
  const state = useChatState(chat, (all) => all);
  const now = useServerNow();
  const status = useLiveState(({ show }) => show?.status ?? 'scheduled');
  const editing = aim?.kind === 'edit';
  const [text, setText] = useState(() =>
    editing ? (aim.message.text ?? '') : chatMemory.readDraft(chat.place),
  );
  const [chosen, choose] = useState<Language | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  // The menu in which the aim was taken gives the focus back first.
  useEffect(() => {
    if (!aim) return;
    const timer = setTimeout(() => input.current?.focus());
    return () => clearTimeout(timer);
  }, [aim]);

  const others = authorsOf(state.messages).filter(
    ({ participantId }) => participantId !== reader.participantId,
  );
  const write = (next: string) => {
    setText(next);
    setFault(null);
    if (!editing) chatMemory.writeDraft(chat.place, next);
  };
  const mention = useMention(input, text, others, write);
  const writtenIn = chosen ?? guessLanguage(text, language);
  const writing = writingOf(state, reader, chat.channel, now, status);
  const left = limits.message - text.length;
  const linkRefused = writing.may && !writing.linksAllowed && hasLink(text);
  const ready = text.trim() !== '' && left >= 0 && writing.may && !linkRefused;

  const send = async () => {
    if (!ready) return;
    const written = text.trim();
    if (editing) {
      try {
        await chat.change('chat:edit', { messageId: aim.message.id, text: written });
        takeAim(null);
      } catch (error) {
        setFault(asFault(error));
      }
      return;
    }
    const mentionedIds = others
      .filter(({ displayName }) => written.includes(`@${displayName}`))
      .slice(0, mostMentioned)
      .map(({ participantId }) => participantId);
    chat.send({
      text: written,
      language: writtenIn,
      repliedTo: aim?.message ?? null,
      ...(mentionedIds.length > 0 && { mentionedIds }),
    });
    write('');
    choose(null);
    takeAim(null);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // An input method's Enter takes its proposal; Safari says so by the key's number only.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (mention.press(event)) return;
    if (event.key === 'Escape' && aim) takeAim(null);
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ComposerNotice writing={writing} linkRefused={linkRefused} now={now} />
      {aim && (
        <p className={classes.aim}>
          <span>{editing ? t('editing') : t('replyingTo', { name: aim.message.author.displayName })}</span>
          <CloseButton size="sm" aria-label={t('leaveAim')} onClick={() => takeAim(null)} />
        </p>
      )}
      <MentionOffers mention={mention} />
      <div className={classes.line}>
        <Textarea
          ref={input}
          className={classes.input}
          aria-label={t(`write.${chat.channel}`)}
          placeholder={t(`write.${chat.channel}`)}
          minRows={1}
          maxRows={6}
          value={text}
          disabled={!writing.may && writing.why !== 'slow'}
          error={left < 0}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          onSelect={mention.look}
          onBlur={mention.leave}
          onKeyDown={press}
          rightSection={text && !editing && <WrittenLanguage language={writtenIn} onChoose={choose} />}
          classNames={{ section: classes.language }}
          {...mention.aria}
        />
        <ActionIcon type="submit" size={42} aria-label={t(editing ? 'save' : 'send')} disabled={!ready}>
          <IconSend2 size={20} aria-hidden />
        </ActionIcon>
      </div>
      {left < littleRoom && (
        <p className={classes.room} role="status" data-over={left < 0 || undefined}>
          {left < 0 ? t('room.over', { count: -left }) : t('room.left', { count: left })}
        </p>
      )}
      {fault && (
        <p className={classes.room} role="alert" data-over>
          {words(fault)}
        </p>
      )}
    </form>
  );
}
