import type { LivePageContent } from '../live/LivePage';

export function QuestionsPanel(_: LivePageContent) {
  return null;
}
