import { useTranslation } from 'react-i18next';
import { viewerZone, writeClock } from '../i18n/times';
import { writeDuration } from '../live/duration';
import { useChatState } from './ChatRoom';
import classes from './Composer.module.css';
import { usePanel } from './panel';
import type { Writing } from './writing';

/** Why one cannot write now, or what becomes of what one writes. */
export function ComposerNotice({
  writing,
  linkRefused,
  now,
}: {
  writing: Writing;
  linkRefused: boolean;
  now: number;
}) {
  const { t } = useTranslation('chat');
  const { chat } = usePanel();
  const settings = useChatState(chat, (state) => state.settings);
  const slow = !writing.may && writing.why === 'slow' ? writeDuration(writing.until - now) : null;
  const words = () => {
    if (!writing.may && writing.why === 'ended') return t('notice.ended');
    if (!writing.may && writing.why === 'muted')
      return t('notice.muted', { time: writeClock(new Date(writing.until), viewerZone()) });
    if (!writing.may && writing.why === 'paused') return t('notice.paused');
    if (linkRefused) return t('notice.linksOff');
    if (chat.channel === 'audience' && settings?.paused) return t('notice.pausedForAudience');
    if (chat.channel === 'audience' && settings?.preModerated) return t('notice.preModerated');
    return null;
  };
  return (
    <>
      {/* The region is there before it is filled, so that it is read out; a countdown is not. */}
      <div role="status">{words() && <p className={classes.notice}>{words()}</p>}</div>
      {slow && <p className={classes.notice}>{t('notice.slow', { time: slow })}</p>}
    </>
  );
}
