import { Alert, Button, Drawer, Stack, Text } from '@mantine/core';
import type { PollDto } from '@manyhalls/contracts';
import { IconChartBar, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../api/faults';
import classes from './PollCards.module.css';
import { PollDeskItem } from './PollDeskItem';
import { PollForm } from './PollForm';
import { pollsOf } from './poll-state';
import { PollRoom, usePolls } from './PollRoom';

/** Where moderators make polls, open and close them, and show their results. */
export function PollDesk() {
  const { t } = useTranslation(['polls', 'app']);
  const [opened, setOpened] = useState(false);
  return (
    <PollRoom>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconChartBar size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('title')}
      </Button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="right"
        size="lg"
        title={t('title')}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        <Polls />
      </Drawer>
    </PollRoom>
  );
}

function Polls() {
  const { t } = useTranslation('polls');
  const { board, state } = usePolls();
  const general = useFaultWords();
  /** The draft being written; `null` is a new one. */
  const [written, setWritten] = useState<PollDto | null | undefined>();
  const [trouble, setTrouble] = useState<string | null>(null);
  const polls = pollsOf(state).toReversed();

  const tried = (deed: Promise<void>) => {
    setTrouble(null);
    void deed.catch((error: unknown) => {
      const fault = asFault(error);
      setTrouble(fault.code === 'conflict' ? t('fault.changed') : general(fault));
    });
  };
  if (written !== undefined)
    return <PollForm poll={written} board={board} onClose={() => setWritten(undefined)} />;
  return (
    <Stack>
      <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setWritten(null)}>
        {t('make')}
      </Button>
      {trouble && (
        <Alert role="alert" color="brass">
          {trouble}
        </Alert>
      )}
      {polls.length === 0 && <Text c="dimmed">{t(state.loaded ? 'none' : 'loading')}</Text>}
      <ul className={classes.list}>
        {polls.map((poll) => (
          <PollDeskItem
            key={poll.id}
            poll={poll}
            // Only one may be open at a time.
            mayOpen={polls.every((other) => other.state !== 'open')}
            board={board}
            tried={tried}
            onEdit={() => setWritten(poll)}
          />
        ))}
      </ul>
    </Stack>
  );
}
