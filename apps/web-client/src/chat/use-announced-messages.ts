import type { MessageDto } from '@manyhalls/contracts';
import { useThrottledValue } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../live/Announcer';

/** How often new messages are read out at most, in milliseconds: speech must not drown the programme. */
const announceMs = 5_000;

/** Reads new messages of others out: one in its words, several as their number. */
export function useAnnouncedMessages(messages: readonly MessageDto[], ownId: string): void {
  const { t } = useTranslation('chat');
  const announce = useAnnounce();
  const settled = useThrottledValue(messages, announceMs);
  const told = useRef<number | null>(null);
  useEffect(() => {
    const newest = settled.at(-1)?.number ?? 0;
    const before = told.current;
    told.current = settled.length > 0 ? Math.max(newest, before ?? 0) : before;
    if (before === null) return;
    const fresh = settled.filter(
      ({ number, author, text }) => number > before && author.participantId !== ownId && text !== null,
    );
    const [one] = fresh;
    if (fresh.length > 1) announce(t('announce', { count: fresh.length }));
    else if (one) announce(`${one.author.displayName}: ${one.text}`);
  }, [settled, ownId, announce, t]);
}
