import type { CueDto, ShowStateDto } from '@manyhalls/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../app/Confirm';
import { useCueName } from './cue-name';
import { cuesPassedOver } from './cues-passed-over';
import { useRundown } from './RundownRoom';
import { useTakingWords } from './taking-words';

/** Asks before the show leaves its order, and says what the audience will see. */
export function TakeDialog({
  deed,
  cue,
  afterTakeId,
  show,
  onTake,
  onClose,
}: {
  deed: 'jump' | 'back';
  cue: CueDto;
  afterTakeId: string | null;
  show: ShowStateDto;
  onTake: (cueId: string, afterTakeId: string | null) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation('rundown');
  const { state } = useRundown();
  const words = useTakingWords(state.cues);
  const name = useCueName(state.cues)(cue.id);
  if (!name) return null;
  const over = deed === 'jump' ? cuesPassedOver(state, cue.id) : 0;
  return (
    <Confirm
      title={t(`ask.${deed}Title`, { ...name })}
      action={t(`ask.${deed}`, { ...name })}
      onConfirm={() => onTake(cue.id, afterTakeId)}
      onClose={onClose}
      words={words}
    >
      <Text>{t(show.status === 'rehearsing' ? 'ask.rehearsal' : 'ask.audience', { ...name })}</Text>
      {over > 0 && <Text mt="xs">{t('ask.over', { count: over })}</Text>}
    </Confirm>
  );
}
