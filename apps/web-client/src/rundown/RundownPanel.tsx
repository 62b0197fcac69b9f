import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../api/faults';
import { useNotice } from '../app/use-notice';
import type { LivePageContent } from '../live/LivePage';
import { saveExport } from '../moderate/save-export';
import { EditingNotices } from './editing/EditingNotices';
import { EmptyRundown } from './editing/EmptyRundown';
import { RundownTools } from './editing/RundownTools';
import { KeysHelp } from './KeysHelp';
import { RundownList } from './RundownList';
import classes from './RundownPanel.module.css';
import { useRundown } from './RundownRoom';
import type { Caller } from './use-caller';

/** The rundown, and what can be done to it. */
export function RundownPanel({
  content: { event, session, signIn },
  caller,
}: {
  content: LivePageContent;
  caller: Caller;
}) {
  const { t } = useTranslation('rundown');
  const { state } = useRundown();
  const notice = useNotice();
  const words = useFaultWords();
  const { selection, editing, dialog } = caller;
  const save = () =>
    void saveExport(
      signIn.signInId,
      `events/${event.id}/sessions/${session.id}/rundown.csv`,
      'rundown.csv',
    ).catch((error: unknown) => notice(words(asFault(error)), 'danger'));
  return (
    <section className={classes.panel} aria-label={t('title')}>
      <RundownTools caller={caller}>
        <Tooltip label={t('tools.export')}>
          <ActionIcon size="lg" variant="default" aria-label={t('tools.export')} onClick={save}>
            <IconFileSpreadsheet size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <KeysHelp
          opened={dialog?.deed === 'help'}
          onToggle={(open) => (open ? caller.do('help') : caller.close())}
        />
      </RundownTools>
      <EditingNotices editing={editing} />
      <div className={classes.scroll}>
        {!state.loaded && (
          <Text p="xl" c="dimmed">
            {t('loading')}
          </Text>
        )}
        {state.loaded && state.cues.length === 0 && (
          <EmptyRundown editing={editing} onAdd={() => caller.do('add')} />
        )}
        {state.cues.length > 0 && (
          <RundownList
            session={session}
            venues={event.venues.filter(({ id }) => session.venueIds.includes(id))}
            selection={selection}
            editing={editing}
          />
        )}
      </div>
    </section>
  );
}
