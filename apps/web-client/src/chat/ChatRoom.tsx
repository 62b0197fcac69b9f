import type { ChatChannel } from '@manyhalls/contracts';
import { isCrew } from '@manyhalls/domain';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { LivePageContent } from '../live/LivePage';
import { useLive } from '../live/LiveRoom';
import { useAudienceMay } from '../live/use-audience-may';
import type { KnownSignIn } from '../sign-in/known-sign-ins';
import { chatMemory } from './chat-memory';
import { unreadOf, type ChatState } from './chat-state';
import { ChatStore } from './chat-store';

interface Room {
  stores: ReadonlyMap<ChatChannel, ChatStore>;
  reader: KnownSignIn;
}

const RoomContext = createContext<Room | null>(null);

/** The chats of a session that this person may read; they are kept up with also while none of them is shown. */
export function ChatRoom({
  session,
  signIn,
  children,
}: Pick<LivePageContent, 'session' | 'signIn'> & { children: ReactNode }) {
  const live = useLive();
  const [stores] = useState(() => {
    const channels: ChatChannel[] = isCrew(signIn.role) ? ['audience', 'crew'] : ['audience'];
    const storeOf = (channel: ChatChannel) =>
      new ChatStore(live, channel, chatMemory, `${session.id}.${channel}`);
    return new Map(channels.map((channel) => [channel, storeOf(channel)]));
  });
  useEffect(() => {
    const closings = [...stores.values()].map((store) => store.open());
    return () => closings.forEach((close) => close());
  }, [stores]);
  return <RoomContext value={{ stores, reader: signIn }}>{children}</RoomContext>;
}

function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('a chat needs a <ChatRoom> around it');
  return room;
}

/** @throws outside a `ChatRoom`, and for a channel that this person may not read */
export function useChat(channel: ChatChannel): ChatStore {
  const store = useRoom().stores.get(channel);
  if (!store) throw new Error(`no access to channel ${channel}`);
  return store;
}

export function useChatState<Part>(chat: ChatStore, select: (state: ChatState) => Part): Part {
  return useStore(chat.store, select);
}

export const useReader = () => useRoom().reader;

/** Whether anything can be added to the chats still, whatever their rules say. */
export function useIsOpen(): boolean {
  const { role } = useReader();
  const open = useAudienceMay('write');
  return open || isCrew(role);
}

/** How many messages are waiting to be read in a channel. */
export function useUnread(channel: ChatChannel): number {
  const { participantId } = useReader();
  return useChatState(useChat(channel), (state) => unreadOf(state, participantId));
}
