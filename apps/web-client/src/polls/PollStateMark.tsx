import type { PollState } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { StateMark, type Shape, type Tone } from '../app/StateMark';

const looks: Record<PollState, { tone: Tone; shape: Shape }> = {
  draft: { tone: 'quiet', shape: 'ring' },
  open: { tone: 'good', shape: 'disc' },
  closed: { tone: 'quiet', shape: 'square' },
};

export function PollStateMark({ state }: { state: PollState }) {
  const { t } = useTranslation('polls');
  return <StateMark {...looks[state]}>{t(`state.${state}`)}</StateMark>;
}
