import type { ChatChannel } from '@manyhalls/contracts';
import { useMemo, useState } from 'react';
import classes from './ChatPanel.module.css';
import { useChat } from './ChatRoom';
import { Composer } from './Composer';
import { MessageList } from './MessageList';
import { BanAuthor } from './moderation/BanAuthor';
import { TranslateMessage } from './moderation/TranslateMessage';
import { type Aim, type Moderation, PanelContext } from './panel';
import { PinnedMessage } from './PinnedMessage';

/** One channel: what is pinned, what was said, and where one writes. */
export function ChatPanel({ channel }: { channel: ChatChannel }) {
  const chat = useChat(channel);
  const [aim, takeAim] = useState<Aim | null>(null);
  const [moderation, moderate] = useState<Moderation | null>(null);
  const panel = useMemo(() => ({ chat, takeAim, moderate }), [chat]);
  return (
    <PanelContext value={panel}>
      <div className={classes.panel}>
        <PinnedMessage />
        <MessageList />
        {/* Another aim is another text to be written. */}
        <Composer key={aim ? `${aim.kind} ${aim.message.id}` : ''} aim={aim} />
        {moderation?.kind === 'translate' && <TranslateMessage message={moderation.message} />}
        {moderation?.kind === 'ban' && <BanAuthor author={moderation.message.author} />}
      </div>
    </PanelContext>
  );
}
