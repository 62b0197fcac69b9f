import type { LivePageContent } from '../live/LivePage';

export function ChatPanel(_: LivePageContent) {
  return null;
}
