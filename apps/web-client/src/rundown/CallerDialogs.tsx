import { useTranslation } from 'react-i18next';
import type { LivePageContent } from '../live/LivePage';
import { useCueName } from './cue-name';
import { CueDrawer } from './editing/CueDrawer';
import { TakeDialog } from './TakeDialog';
import type { Caller } from './use-caller';

/** What is asked, and what is written, over the control room. */
export function CallerDialogs({
  content: { event, session, show },
  caller: { dialog, close, taking, editing },
}: {
  content: LivePageContent;
  caller: Caller;
}) {
  const { t } = useTranslation('rundown');
  const nameOf = useCueName(editing.cues);
  if (dialog?.deed === 'jump' || dialog?.deed === 'back')
    return <TakeDialog {...dialog} show={show} onTake={taking.take} onClose={close} />;
  if (dialog?.deed !== 'write') return null;
  const { cue, afterCueId } = dialog;
  const name = nameOf(cue?.id);
  const after = nameOf(afterCueId);
  return (
    <CueDrawer
      cue={cue}
      afterCueId={afterCueId}
      title={
        name ? t('form.editing', { ...name }) : after ? t('form.addingAfter', { ...after }) : t('form.adding')
      }
      session={session}
      venues={event.venues.filter(({ id }) => session.venueIds.includes(id))}
      editing={editing}
      onClose={close}
    />
  );
}
