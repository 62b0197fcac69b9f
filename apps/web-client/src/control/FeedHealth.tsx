import { useTranslation } from 'react-i18next';
import { StateMark, type Shape, type Tone } from '../app/StateMark';
import type { Reception } from '../media/reception';
import { useReception } from '../media/use-reception';

const marks: Record<Reception['grade'], { tone: Tone; shape: Shape }> = {
  good: { tone: 'good', shape: 'tick' },
  weak: { tone: 'attention', shape: 'triangle' },
  bad: { tone: 'on-air', shape: 'cross' },
};

/** How well a feed arrives here: in a word, and in figures for those who look closer. */
export function FeedHealth({ feedId }: { feedId: string | undefined }) {
  const { t } = useTranslation('control');
  const reception = useReception(feedId);
  if (!reception) return null;
  const { grade, loss, height, framesPerSecond } = reception;
  const figures = [
    height && `${height}p`,
    framesPerSecond && t('health.frames', { frames: Math.round(framesPerSecond) }),
    t('health.loss', { loss: (loss * 100).toFixed(1) }),
  ];
  return (
    <span title={figures.filter(Boolean).join(' · ')}>
      <StateMark {...marks[grade]}>{t(`health.${grade}`)}</StateMark>
    </span>
  );
}
