import { Alert, Button, Kbd, VisuallyHidden } from '@mantine/core';
import { runs } from '@manyhalls/domain';
import type { SessionDto, ShowStateDto } from '@manyhalls/contracts';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { CueCountdown } from './CueCountdown';
import { useCueName } from './cue-name';
import { presentTake } from './rundown-state';
import { useRundown } from './RundownRoom';
import classes from './TakingBar.module.css';
import { TakingButtons } from './TakingButtons';
import { useTakingWords } from './taking-words';
import type { Caller } from './use-caller';

/** Always in sight: GO, what it takes, what is on programme and for how long. */
export function TakingBar({
  session,
  show,
  caller,
  ref,
}: {
  session: SessionDto;
  show: ShowStateDto;
  caller: Caller;
  ref: Ref<HTMLElement>;
}) {
  const { t } = useTranslation('rundown');
  const { state } = useRundown();
  const { taking } = caller;
  const nameOf = useCueName(state.cues);
  const words = useTakingWords(state.cues);
  const next = nameOf(state.standbyCueId);
  const present = nameOf(presentTake(state)?.cueId);
  return (
    <section ref={ref} className={classes.bar} aria-label={t('bar.title')}>
      {taking.fault && (
        <Alert
          role="alert"
          color="brass"
          withCloseButton
          closeButtonLabel={t('trouble.close')}
          onClose={taking.forget}
          className={classes.fault}
        >
          {words(taking.fault)}
        </Alert>
      )}
      <div className={classes.go}>
        <Button
          size="xl"
          color="green.7"
          className={classes.goButton}
          disabled={!caller.possible('go')}
          aria-busy={taking.asking}
          aria-keyshortcuts="Space"
          // A key that is kept down is one press.
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          onClick={() => caller.do('go')}
        >
          {t('bar.go')}
          {next && <VisuallyHidden>{t('bar.goTo', { ...next })}</VisuallyHidden>}
          <Kbd className={classes.key} aria-hidden>
            {t('bar.goKey')}
          </Kbd>
        </Button>
        <div className={classes.next}>
          <span className={classes.label}>{t('bar.standby')}</span>
          {next ? (
            <strong className={classes.cue}>{t('cue', { ...next })}</strong>
          ) : (
            <span className={classes.hint}>
              {t(runs(show.status) ? 'bar.nothingStandby' : 'bar.notRunning')}
            </span>
          )}
        </div>
      </div>
      <div className={classes.present}>
        <CueCountdown session={session} />
        <div className={classes.next}>
          <span className={classes.label}>{t('bar.present')}</span>
          {present ? (
            <strong className={classes.cue}>{t('cue', { ...present })}</strong>
          ) : (
            <span className={classes.hint}>{t('bar.nothingPresent')}</span>
          )}
        </div>
      </div>
      <TakingButtons caller={caller} />
    </section>
  );
}
