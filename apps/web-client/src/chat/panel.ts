import type { MessageDto } from '@manyhalls/contracts';
import { createContext, useContext } from 'react';
import type { ChatStore } from './chat-store';

/** What the composer is for besides something new. */
export interface Aim {
  kind: 'reply' | 'edit';
  message: MessageDto;
}

/** What a moderator is asked about before it is done. */
export interface Moderation {
  kind: 'translate' | 'ban';
  message: MessageDto;
}

interface Panel {
  chat: ChatStore;
  takeAim: (aim: Aim | null) => void;
  moderate: (moderation: Moderation | null) => void;
}

export const PanelContext = createContext<Panel | null>(null);

/** The panel that something stands in. @throws outside of a `ChatPanel` */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('usePanel() needs a <ChatPanel> around it');
  return panel;
}
