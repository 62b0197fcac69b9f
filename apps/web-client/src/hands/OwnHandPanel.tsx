import { Alert } from '@mantine/core';
import { hasTurn } from '@manyhalls/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SpeakerPanel } from './SpeakerPanel';
import type { OwnHand } from './use-own-hand';

/** What an attendee who asked to speak must not miss: the own turn, and what became of the wish. */
export function OwnHandPanel({ own }: { own: OwnHand }) {
  const { t } = useTranslation('hands');
  /** Which end the person has taken note of. */
  const [noted, setNoted] = useState('');
  const { hand } = own;
  if (!hand) return null;
  if (hasTurn(hand.state)) return <SpeakerPanel key={hand.id} own={own} hand={hand} />;
  const end = `${hand.id} ${hand.version}`;
  if ((hand.state !== 'ended' && hand.state !== 'dismissed') || noted === end) return null;
  return (
    <Alert
      role="status"
      withCloseButton
      closeButtonLabel={t('noted')}
      title={t(`over.${hand.state}.title`)}
      onClose={() => setNoted(end)}
    >
      {t(`over.${hand.state}.text`)}
    </Alert>
  );
}
