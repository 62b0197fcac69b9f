import { useTranslation } from 'react-i18next';
import { StateMark, type Shape, type Tone } from '../app/StateMark';
import type { LinkHealth } from '../media/link-health';
import { useAnnouncedChange } from '../live/Announcer';
import classes from './LinkHealthPanel.module.css';

const marks: Record<LinkHealth['grade'], { tone: Tone; shape: Shape }> = {
  good: { tone: 'good', shape: 'tick' },
  weak: { tone: 'attention', shape: 'triangle' },
  bad: { tone: 'on-air', shape: 'cross' },
};

/** How well what this hall sends gets out: first in one word, then in figures. */
export function LinkHealthPanel({ health }: { health: LinkHealth | null }) {
  const { t } = useTranslation('hall');
  useAnnouncedChange(health && t('health.announced', { grade: t(`health.${health.grade}`) }));
  return (
    <section className={classes.panel} aria-label={t('health.title')}>
      <h2 className={classes.heading}>
        {t('health.title')}
        {health ? (
          <StateMark {...marks[health.grade]}>{t(`health.${health.grade}`)}</StateMark>
        ) : (
          <StateMark tone="quiet" shape="ring">
            {t('health.none')}
          </StateMark>
        )}
      </h2>
      {health && <Figures health={health} />}
      {health && health.grade !== 'good' && <p className={classes.advice}>{t('health.advice')}</p>}
    </section>
  );
}

function Figures({ health: { bitsPerSecond, loss, roundTripMs, layers } }: { health: LinkHealth }) {
  const { t } = useTranslation('hall');
  return (
    <dl className={classes.figures}>
      <div>
        <dt>{t('health.up')}</dt>
        <dd>{(bitsPerSecond / 1e6).toFixed(2)} Mbit/s</dd>
      </div>
      <div>
        <dt>{t('health.loss')}</dt>
        <dd>{(loss * 100).toFixed(1)} %</dd>
      </div>
      <div>
        <dt>{t('health.roundTrip')}</dt>
        <dd>{roundTripMs === null ? '–' : `${Math.round(roundTripMs)} ms`}</dd>
      </div>
      <div>
        <dt>{t('health.layers')}</dt>
        <dd>{layers.length > 0 ? layers.map(({ height }) => `${height}p`).join(' · ') : '–'}</dd>
      </div>
    </dl>
  );
}
