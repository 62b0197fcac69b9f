import { Button } from '@mantine/core';
import type { PollDto } from '@manyhalls/contracts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import { useAnnouncedChange } from '../live/Announcer';
import { useAudienceMay } from '../live/use-audience-may';
import type { PollBoard } from './poll-board';
import { PollAnswerForm } from './PollAnswerForm';
import classes from './PollCard.module.css';
import { PollResults } from './PollResults';
import { PollStateMark } from './PollStateMark';

/** One poll for whoever may answer it. */
export function PollCard({ poll, own, board }: { poll: PollDto; own: readonly number[]; board: PollBoard }) {
  const { t } = useTranslation('polls');
  const [changing, setChanging] = useState(false);
  const open = useAudienceMay('answer-poll') && poll.state === 'open';
  const card = useRef<HTMLLIElement>(null);
  const answering = open && (own.length === 0 || changing);
  // The crew always knows the figures; as an audience it sees what the audience sees.
  const tally = poll.resultsShown ? poll.tally : null;
  useAnnouncedChange(
    [poll.state === 'closed' && t('fault.closed'), tally && t('shown')].filter(Boolean).join(' '),
  );
  return (
    <li ref={card} tabIndex={-1} className={classes.card} data-open={poll.state === 'open' || undefined}>
      <PollStateMark state={poll.state} />
      {answering ? (
        <PollAnswerForm
          // Taken back or answered elsewhere: a new form.
          key={own.join()}
          poll={poll}
          own={own}
          board={board}
          onDone={() => setChanging(false)}
          onLostFocus={() => card.current?.focus()}
        />
      ) : (
        <>
          <Localized text={poll.question} as="p" className={classes.question} />
          {!tally && own.length > 0 && <OwnAnswer poll={poll} own={own} />}
          {!tally && <p className={classes.hint}>{t(own.length > 0 ? 'later' : 'hidden')}</p>}
        </>
      )}
      {tally && <PollResults poll={poll} tally={tally} own={own} />}
      {open && !answering && (
        <Button variant="default" size="sm" className={classes.change} onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
      )}
    </li>
  );
}

function OwnAnswer({ poll, own }: { poll: PollDto; own: readonly number[] }) {
  const { t } = useTranslation('polls');
  return (
    <div>
      <p className={classes.hint}>{t('yours')}</p>
      <ul className={classes.own}>
        {own.map((choice) => (
          <li key={choice}>
            <Localized text={poll.options[choice]?.text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
