import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../app/StateMark';
import { useServerNow } from '../live/use-server-now';
import type { Tile } from './tiles';

/** What a hall is doing, in a word, a colour and a shape: "On air", "Green room", "Offline 12 s". */
export function TileState({ feed }: Pick<Tile, 'feed'>) {
  const { t } = useTranslation('media');
  if (!feed)
    return (
      <StateMark tone="quiet" shape="ring">
        {t('state.notOnAir')}
      </StateMark>
    );
  if (!feed.online) return <Offline key={feed.id} />;
  if (feed.state === 'green-room')
    return (
      <StateMark tone="attention" shape="diamond">
        {t('state.greenRoom')}
      </StateMark>
    );
  return (
    <StateMark tone="on-air" shape="disc">
      {t('state.onAir')}
    </StateMark>
  );
}

function Offline() {
  const { t } = useTranslation('media');
  const now = useServerNow();
  // It counts from when this page learnt of it.
  const [since] = useState(now);
  return (
    <StateMark tone="attention" shape="cross">
      {t('state.offline', { seconds: Math.max(0, Math.round((now - since) / 1_000)) })}
    </StateMark>
  );
}
