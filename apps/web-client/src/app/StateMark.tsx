import type { SessionStatus } from '@manyhalls/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './StateMark.module.css';

/** Red (`on-air`) is for "on air" and danger only. */
export type Tone = 'on-air' | 'good' | 'attention' | 'quiet';
export type Shape = 'disc' | 'ring' | 'square' | 'diamond' | 'triangle' | 'tick' | 'cross';

const outlines: Record<Shape, ReactNode> = {
  disc: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
  square: <rect x="2" y="2" width="8" height="8" fill="currentColor" />,
  diamond: <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" fill="currentColor" />,
  triangle: <path d="M6 1 11.5 11h-11Z" fill="currentColor" />,
  tick: <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />,
  cross: <path d="m2 2 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="2" />,
};

/** A state in a word, a colour and a shape, so that none of the three has to be seen alone. */
export function StateMark({ tone, shape, children }: { tone: Tone; shape: Shape; children: ReactNode }) {
  return (
    <span className={classes.mark} data-tone={tone}>
      <svg viewBox="0 0 12 12" width="0.7em" height="0.7em" aria-hidden>
        {outlines[shape]}
      </svg>
      {children}
    </span>
  );
}

const statuses: Record<SessionStatus, { tone: Tone; shape: Shape }> = {
  scheduled: { tone: 'quiet', shape: 'ring' },
  rehearsing: { tone: 'attention', shape: 'diamond' },
  live: { tone: 'on-air', shape: 'disc' },
  ended: { tone: 'quiet', shape: 'square' },
};

export function SessionStatusMark({ status }: { status: SessionStatus }) {
  const { t } = useTranslation();
  return <StateMark {...statuses[status]}>{t(`status.${status}`)}</StateMark>;
}
