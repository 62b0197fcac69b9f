import type { CueTimes } from '@manyhalls/domain';
import type { CueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { StateMark, type Shape, type Tone } from '../app/StateMark';
import { writeDuration } from '../live/duration';

type Standing = CueTimes['state'] | 'standby';

const marks: Record<Standing, { tone: Tone; shape: Shape }> = {
  current: { tone: 'on-air', shape: 'disc' },
  standby: { tone: 'good', shape: 'triangle' },
  done: { tone: 'quiet', shape: 'tick' },
  'to-come': { tone: 'quiet', shape: 'ring' },
  'jumped-over': { tone: 'quiet', shape: 'cross' },
  skipped: { tone: 'quiet', shape: 'cross' },
};

/** Where a cue stands, and whether its time works out. */
export function CueStanding({
  cue,
  times,
  standby,
  held,
  lost,
}: {
  cue: CueDto;
  times: CueTimes;
  standby: boolean;
  held: boolean;
  /** It picks a hall that takes no part in the session any more. */
  lost: boolean;
}) {
  const { t } = useTranslation('rundown');
  const standing = standby && times.state !== 'current' ? 'standby' : times.state;
  return (
    <>
      <StateMark {...marks[standing]}>{t(`state.${standing}`)}</StateMark>
      {held && (
        <StateMark tone="attention" shape="square">
          {t('held')}
        </StateMark>
      )}
      {cue.type === 'greeting' && cue.greetingId === null && (
        <StateMark tone="attention" shape="cross">
          {t('noGreeting')}
        </StateMark>
      )}
      {lost && (
        <StateMark tone="attention" shape="cross">
          {t('pickLost')}
        </StateMark>
      )}
      {cue.adLib && (
        <StateMark tone="quiet" shape="diamond">
          {t('adLib')}
        </StateMark>
      )}
      <OverMark ms={times.overMs} running={times.state === 'current'} />
      <ConflictMark ms={times.conflictMs} />
    </>
  );
}

/** Differences of less than a second are none. */
const seconds = (ms: number) => Math.floor(Math.abs(ms) / 1_000) * 1_000;

/** How much longer or shorter than planned. A running cue is not shorter yet. */
export function OverMark({ ms, running = false }: { ms: number | null; running?: boolean }) {
  const { t } = useTranslation('rundown');
  if (ms === null || seconds(ms) === 0 || (running && ms < 0)) return null;
  const time = writeDuration(seconds(ms));
  return ms > 0 ? (
    <StateMark tone="attention" shape="triangle">
      {t('over', { time })}
    </StateMark>
  ) : (
    <StateMark tone="good" shape="diamond">
      {t('under', { time })}
    </StateMark>
  );
}

/** A hard start that what is before runs into, or waits for. */
function ConflictMark({ ms }: { ms: number | null }) {
  const { t } = useTranslation('rundown');
  if (ms === null || seconds(ms) === 0) return null;
  const time = writeDuration(seconds(ms));
  return ms > 0 ? (
    <StateMark tone="attention" shape="cross">
      {t('conflict', { time })}
    </StateMark>
  ) : (
    <StateMark tone="quiet" shape="square">
      {t('gap', { time })}
    </StateMark>
  );
}
