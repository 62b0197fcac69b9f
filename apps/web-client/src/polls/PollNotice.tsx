import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Localized } from '../i18n/Localized';
import { useAudienceMay } from '../live/use-audience-may';
import classes from './PollNotice.module.css';
import { openPollOf } from './poll-state';
import { usePolls } from './PollRoom';

/** Leads to the open poll whoever has not answered it and is looking at something else. */
export function PollNotice({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('polls');
  const { state } = usePolls();
  const poll = openPollOf(state);
  const open = useAudienceMay('answer-poll');
  if (!poll || !open || state.answers[poll.id]?.length) return null;
  return (
    <button type="button" className={classes.notice} onClick={onOpen}>
      <IconChartBar size={20} aria-hidden />
      <span className={classes.words}>
        <strong>{t('notice')}</strong> <Localized text={poll.question} />
      </span>
    </button>
  );
}
