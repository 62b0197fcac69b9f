import { Button } from '@mantine/core';
import type { StandingDto } from '@manyhalls/contracts';
import { may } from '@manyhalls/domain';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../api/faults';
import { viewerZone, writeClock } from '../../i18n/times';
import { useLive } from '../../live/LiveRoom';
import { useReader } from '../ChatRoom';
import { useDeed } from '../use-deed';
import classes from './ModerationPanel.module.css';
import { useReread } from './use-reread';

/** Whoever is muted or banned now, and the way back. */
export function Standings() {
  const { t } = useTranslation('chat');
  const words = useFaultWords();
  const { data, fault, reload } = useReread('moderation:list', {});
  return (
    <section>
      <h3 className={classes.heading}>{t('moderation.standings')}</h3>
      {!data && fault && <p className={classes.none}>{words(fault)}</p>}
      {data?.length === 0 && <p className={classes.none}>{t('moderation.nobody')}</p>}
      <ul className={classes.list}>
        {data?.map((standing) => (
          <Standing key={standing.participantId} standing={standing} onChanged={reload} />
        ))}
      </ul>
    </section>
  );
}

function Standing({
  standing: { participantId, displayName, mutedUntil, bannedAt },
  onChanged,
}: {
  standing: StandingDto;
  onChanged: () => void;
}) {
  const { t } = useTranslation('chat');
  const live = useLive();
  const deed = useDeed();
  const reader = useReader();
  const release = () =>
    bannedAt
      ? live.ask('moderation:unban', { participantId })
      : live.ask('moderation:mute', { participantId, minutes: 0 });
  return (
    <li className={classes.row}>
      <bdi>{displayName}</bdi>
      {(!bannedAt || may(reader.role, 'moderation:ban')) && (
        <Button size="compact-sm" variant="default" onClick={() => void deed(release).then(onChanged)}>
          {t(bannedAt ? 'ban.end' : 'muted.end')}
        </Button>
      )}
      <span className={classes.about}>
        {bannedAt
          ? t('ban.state')
          : t('muted.state', { time: writeClock(new Date(mutedUntil ?? 0), viewerZone()) })}
      </span>
    </li>
  );
}
