import { Button, Group } from '@mantine/core';
import type { HandDto, HandStep } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';
import { useTranslation } from 'react-i18next';
import { StateMark, type Shape, type Tone } from '../app/StateMark';
import { useLanguage } from '../i18n/language';
import classes from './HandsPanel.module.css';

type Standing = 'raised' | 'invited' | 'ready' | 'onProgramme';

const marks: Record<Standing, { tone: Tone; shape: Shape }> = {
  raised: { tone: 'quiet', shape: 'ring' },
  invited: { tone: 'attention', shape: 'triangle' },
  ready: { tone: 'good', shape: 'tick' },
  onProgramme: { tone: 'on-air', shape: 'disc' },
};

/** What the crew most likely wants first. */
const steps: Record<Standing, readonly Exclude<HandStep, 'reopen'>[]> = {
  raised: ['admit', 'dismiss'],
  invited: ['send-back', 'end'],
  ready: ['put-on', 'send-back', 'end'],
  onProgramme: ['end', 'take-off'],
};

function standingOf({ state }: HandDto, sending: boolean): Standing {
  if (state === 'on-programme') return 'onProgramme';
  if (state !== 'admitted') return 'raised';
  return sending ? 'ready' : 'invited';
}

/** One person who asks to speak, and what can be done. */
export function HandItem({
  hand,
  sending,
  busy,
  onStep,
}: {
  hand: HandDto;
  sending: boolean;
  busy: boolean;
  onStep: (step: HandStep) => void;
}) {
  const { t } = useTranslation('hands');
  const language = useLanguage();
  const { person, words } = hand;
  const standing = standingOf(hand, sending);
  const countries = new Intl.DisplayNames(languageTags[language], { type: 'region' });
  return (
    <li className={classes.hand}>
      <p className={classes.name}>
        {person.displayName}
        <StateMark {...marks[standing]}>{t(`crew.standing.${standing}`)}</StateMark>
      </p>
      <p className={classes.about}>
        <span>{person.institution}</span>
        {person.country && <span>{countries.of(person.country)}</span>}
      </p>
      {words && <p className={classes.words}>{words}</p>}
      <Group gap="xs" mt="xs">
        {steps[standing].map((step, index) => (
          <Button
            key={step}
            size="compact-sm"
            variant={index === 0 && standing !== 'invited' ? 'filled' : 'default'}
            color={step === 'put-on' ? 'red.6' : undefined}
            disabled={busy}
            aria-label={`${t(`crew.step.${step}`)}: ${person.displayName}`}
            onClick={() => onStep(step)}
          >
            {t(`crew.step.${step}`)}
          </Button>
        ))}
      </Group>
    </li>
  );
}
