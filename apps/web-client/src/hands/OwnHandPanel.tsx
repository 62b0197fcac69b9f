import { Alert } from '@mantine/core';
import type { OwnHandDto } from '@manyhalls/contracts';
import { hasTurn } from '@manyhalls/domain';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnouncedChange } from '../live/Announcer';
import classes from './OwnHandPanel.module.css';
import { SpeakerPanel } from './SpeakerPanel';
import type { OwnHand } from './use-own-hand';

/** What an attendee who asked to speak must not miss: the own turn, and what became of the wish. */
export function OwnHandPanel({ own }: { own: OwnHand }) {
  const { t } = useTranslation('hands');
  /** Which end the person has taken note of. */
  const [noted, setNoted] = useState('');
  const { hand } = own;
  useStandingAnnouncement(hand);
  if (!hand) return null;
  if (hasTurn(hand.state))
    return (
      <FocusKeeper state="turn">
        <SpeakerPanel key={hand.id} own={own} hand={hand} />
      </FocusKeeper>
    );
  const end = `${hand.id} ${hand.version}`;
  if ((hand.state !== 'ended' && hand.state !== 'dismissed') || noted === end) return null;
  return (
    <FocusKeeper state={hand.state}>
      <Alert
        role="group"
        withCloseButton
        closeButtonLabel={t('noted')}
        title={t(`over.${hand.state}.title`)}
        onClose={() => setNoted(end)}
      >
        {t(`over.${hand.state}.text`)}
      </Alert>
    </FocusKeeper>
  );
}

/** Takes the focus when the button that had it is gone with the state before. */
function FocusKeeper({ state, children }: { state: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [state]);
  return (
    <div ref={place} tabIndex={-1} className={classes.keeper}>
      {children}
    </div>
  );
}

/** The place in the queue, the invitation and the end; what happens during the turn, its own panel tells. */
function useStandingAnnouncement(hand: OwnHandDto | null): void {
  const { t } = useTranslation('hands');
  const wordsOf = ({ state, place }: OwnHandDto): string | null => {
    if (state === 'raised') return t('place', { place });
    if (hasTurn(state)) return `${t('speaker.invited.title')} ${t('speaker.invited.text')}`;
    if (state !== 'ended' && state !== 'dismissed') return null;
    return `${t(`over.${state}.title`)} ${t(`over.${state}.text`)}`;
  };
  useAnnouncedChange(hand && wordsOf(hand));
}
