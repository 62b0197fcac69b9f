import { Button, Kbd } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconRowInsertBottom,
  IconTargetArrow,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallerDeed } from './caller-keys';
import { useKeyName } from './KeysHelp';
import { presentTake } from './rundown-state';
import { useRundown } from './RundownRoom';
import classes from './TakingBar.module.css';
import type { Caller } from './use-caller';

/** What the show caller does besides GO. */
export function TakingButtons({ caller }: { caller: Caller }) {
  const { t } = useTranslation('rundown');
  const keyName = useKeyName();
  const { state } = useRundown();
  const held = presentTake(state)?.heldSince != null;
  const buttons: [deed: CallerDeed, label: string, icon: Icon][] = [
    ['hold', t(held ? 'bar.release' : 'bar.hold'), held ? IconPlayerPlay : IconPlayerPause],
    ['standby', t('bar.makeStandby'), IconTargetArrow],
    ['jump', t('bar.jump'), IconArrowForwardUp],
    ['back', t('bar.back'), IconArrowBackUp],
    ['skip', t('bar.skip'), IconPlayerSkipForward],
    ['insert', t('bar.insert'), IconRowInsertBottom],
  ];
  return (
    <div className={classes.buttons}>
      {buttons.map(([deed, label, DeedIcon]) => (
        <Button
          key={deed}
          size="sm"
          variant={deed === 'hold' && held ? 'filled' : 'default'}
          color="brass.3"
          disabled={!caller.possible(deed)}
          aria-pressed={deed === 'hold' ? held : undefined}
          leftSection={<DeedIcon size={18} aria-hidden />}
          rightSection={
            <Kbd size="xs" className={classes.key} aria-hidden>
              {keyName(deed)}
            </Kbd>
          }
          onClick={() => caller.do(deed)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
