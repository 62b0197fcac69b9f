import type { AuthorDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../app/Confirm';
import { useLive } from '../../live/LiveRoom';
import { usePanel } from '../panel';
import { useUndo } from '../use-deed';

/** Asks once more before somebody is put out of the event. */
export function BanAuthor({ author }: { author: AuthorDto }) {
  const { t } = useTranslation('chat');
  const live = useLive();
  const offerUndo = useUndo();
  const { moderate } = usePanel();
  const { participantId, displayName } = author;
  return (
    <Confirm
      title={t('ban.title', { name: displayName })}
      action={t('ban.action')}
      onClose={() => moderate(null)}
      onConfirm={async () => {
        await live.ask('moderation:ban', { participantId });
        offerUndo(t('ban.done', { name: displayName }), () =>
          live.ask('moderation:unban', { participantId }),
        );
      }}
    >
      {t('ban.text')}
    </Confirm>
  );
}
