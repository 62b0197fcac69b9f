import { Alert, Button, Group } from '@mantine/core';
import type { ShowStateDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../api/faults';
import { useAnnouncedChange } from '../live/Announcer';
import { HandItem } from './HandItem';
import classes from './HandsPanel.module.css';
import { isSending, useHandMoves } from './use-hand-moves';

/** Who asks to speak, who is in the green room and who speaks. Not there while nobody does. */
export function HandsPanel({ show }: { show: ShowStateDto }) {
  const { t } = useTranslation('hands');
  const words = useFaultWords();
  const { hands, over, busy, fault, move } = useHandMoves();
  const waiting = hands.filter(({ state }) => state === 'raised').length;
  useAnnouncedChange(waiting > 0 ? t('crew.waiting', { count: waiting }) : null);
  if (hands.length === 0 && !over && !fault) return null;
  return (
    <section className={classes.panel} aria-label={t('crew.title')}>
      <h2 className={classes.heading}>
        {t('crew.title')}
        <span className={classes.count}>{waiting}</span>
      </h2>
      <ul className={classes.hands}>
        {hands.map((hand) => (
          <HandItem
            key={hand.id}
            hand={hand}
            sending={isSending(hand, show)}
            busy={busy}
            onStep={(step) => move(hand, step)}
          />
        ))}
      </ul>
      {fault && (
        <Alert role="alert" color="brass">
          {words(fault)}
        </Alert>
      )}
      {over && (
        <Group gap="sm" className={classes.over}>
          <span>
            {t(over.state === 'ended' ? 'crew.ended' : 'crew.dismissed', { name: over.person.displayName })}
          </span>
          <Button size="compact-sm" variant="default" loading={busy} onClick={() => move(over, 'reopen')}>
            {t('crew.undo')}
          </Button>
        </Group>
      )}
    </section>
  );
}
