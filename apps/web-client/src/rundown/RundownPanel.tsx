import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LivePageContent } from '../live/LivePage';
import { EditingNotices } from './editing/EditingNotices';
import { EmptyRundown } from './editing/EmptyRundown';
import { RundownTools } from './editing/RundownTools';
import { KeysHelp } from './KeysHelp';
import { RundownExports } from './RundownExports';
import { RundownList } from './RundownList';
import classes from './RundownPanel.module.css';
import { useRundown } from './RundownRoom';
import type { Caller } from './use-caller';

/** The rundown, and what can be done to it. */
export function RundownPanel({ content, caller }: { content: LivePageContent; caller: Caller }) {
  const { t } = useTranslation('rundown');
  const { event, session } = content;
  const { state } = useRundown();
  const { selection, editing, dialog } = caller;
  return (
    <section className={classes.panel} aria-label={t('title')}>
      <RundownTools caller={caller}>
        <RundownExports content={content} />
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
