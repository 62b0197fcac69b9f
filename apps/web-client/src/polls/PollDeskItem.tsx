import { Button, Group, Switch } from '@mantine/core';
import type { PollDto } from '@manyhalls/contracts';
import { pollStepsFrom } from '@manyhalls/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../app/Confirm';
import { Localized } from '../i18n/Localized';
import type { PollBoard } from './poll-board';
import classes from './PollCard.module.css';
import { PollResults } from './PollResults';
import { PollStateMark } from './PollStateMark';

/** One poll in a moderator's hands. */
export function PollDeskItem({
  poll,
  mayOpen,
  board,
  tried,
  onEdit,
}: {
  poll: PollDto;
  mayOpen: boolean;
  board: PollBoard;
  /** Says what went wrong with a deed. */
  tried: (deed: Promise<void>) => void;
  onEdit: () => void;
}) {
  const { t } = useTranslation('polls');
  const [deleting, setDeleting] = useState(false);
  const seen = { pollId: poll.id, version: poll.version };
  return (
    <li className={classes.card} data-open={poll.state === 'open' || undefined}>
      <PollStateMark state={poll.state} />
      <Localized text={poll.question} as="p" className={classes.question} />
      {poll.multiple && <p className={classes.hint}>{t('several')}</p>}
      {poll.tally && <PollResults poll={poll} tally={poll.tally} />}
      <Switch
        label={t('showResults')}
        checked={poll.resultsShown}
        onChange={(event) =>
          tried(board.request('poll:show-results', { ...seen, shown: event.currentTarget.checked }))
        }
      />
      <Group gap="xs">
        {pollStepsFrom(poll.state).map((step) => (
          <Button
            key={step}
            size="sm"
            variant={step === 'open' ? 'filled' : 'default'}
            disabled={step !== 'close' && !mayOpen}
            onClick={() => tried(board.request('poll:move', { ...seen, step }))}
          >
            {t(`step.${step}`)}
          </Button>
        ))}
        {poll.state === 'draft' && (
          <>
            <Button size="sm" variant="default" onClick={onEdit}>
              {t('edit')}
            </Button>
            <Button size="sm" variant="subtle" color="red" onClick={() => setDeleting(true)}>
              {t('delete')}
            </Button>
          </>
        )}
      </Group>
      {deleting && (
        <Confirm
          title={t('deleteTitle')}
          action={t('delete')}
          words={({ code }) => (code === 'conflict' ? t('fault.changed') : undefined)}
          onConfirm={() => board.delete(poll)}
          onClose={() => setDeleting(false)}
        >
          <Localized text={poll.question} />
        </Confirm>
      )}
    </li>
  );
}
