import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconEye,
  IconEyeOff,
  IconPencil,
  IconPlus,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallerDeed } from '../caller-keys';
import { useCueName } from '../cue-name';
import { useKeyName } from '../KeysHelp';
import type { Caller } from '../use-caller';
import classes from './RundownTools.module.css';

/** What can be done to the plan: to the selected cue, and to the whole. */
export function RundownTools({ caller, children }: { caller: Caller; children: ReactNode }) {
  const { t } = useTranslation('rundown');
  const keyName = useKeyName();
  const { cue } = caller.selection;
  const name = useCueName(caller.editing.cues)(cue?.id);
  const tools: [deed: CallerDeed, label: string, icon: Icon][] = [
    ['edit', t('tools.edit'), IconPencil],
    ['move-up', t('tools.up'), IconArrowUp],
    ['move-down', t('tools.down'), IconArrowDown],
    [
      'leave-out',
      t(cue?.skipped ? 'tools.bringBack' : 'tools.leaveOut'),
      cue?.skipped ? IconEye : IconEyeOff,
    ],
    ['remove', t('tools.remove'), IconTrash],
  ];
  return (
    <header className={classes.tools}>
      <h2 className={classes.heading}>{t('title')}</h2>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => caller.do('add')}
      >
        {t('tools.add')}
      </Button>
      {name && (
        <div role="toolbar" aria-label={t('tools.selected', { ...name })} className={classes.selected}>
          {tools.map(([deed, label, ToolIcon]) => (
            <Tooltip key={deed} label={`${label} (${keyName(deed)})`}>
              <ActionIcon
                size="lg"
                variant="subtle"
                color="gray"
                aria-label={`${label}: ${t('cue', { ...name })}`}
                disabled={!caller.possible(deed)}
                onClick={() => caller.do(deed)}
              >
                <ToolIcon size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ))}
        </div>
      )}
      <span className={classes.whole}>{children}</span>
    </header>
  );
}
