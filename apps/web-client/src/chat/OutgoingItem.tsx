import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../app/StateMark';
import type { Outgoing } from './chat-state';
import classes from './MessageItem.module.css';
import { MessageWords } from './MessageWords';
import { usePanel } from './panel';
import { Replied } from './Replied';
import { useRefusal } from './use-refusal';

/** An own message that the server has not acknowledged yet. */
export function OutgoingItem({ outgoing }: { outgoing: Outgoing }) {
  const { t } = useTranslation('chat');
  const words = useRefusal();
  const { chat } = usePanel();
  const { request, repliedTo, state, fault } = outgoing;
  const { clientMessageId, text, language } = request;
  return (
    <li className={classes.item} data-outgoing>
      {repliedTo && <Replied to={{ displayName: repliedTo.author.displayName, text: repliedTo.text }} />}
      <MessageWords text={text} language={language} />
      {state === 'sending' && <p className={classes.note}>{t('outgoing.sending')}</p>}
      {state === 'waiting' && (
        <StateMark tone="attention" shape="ring">
          {t('outgoing.waiting')}
        </StateMark>
      )}
      {state === 'failed' && (
        <>
          <StateMark tone="on-air" shape="cross">
            {t('outgoing.failed')}
          </StateMark>
          <p className={classes.note} role="alert">
            {fault && words(fault)}
          </p>
        </>
      )}
      {state !== 'sending' && (
        <Group gap="xs" mt={6}>
          <Button size="compact-sm" variant="default" onClick={() => chat.sendAgain(clientMessageId)}>
            {t('outgoing.again')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => chat.drop(clientMessageId)}>
            {t('outgoing.drop')}
          </Button>
        </Group>
      )}
    </li>
  );
}
