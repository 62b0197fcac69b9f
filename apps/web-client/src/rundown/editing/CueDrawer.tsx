import { Drawer } from '@mantine/core';
import type { CueDto, SessionDto, VenueDto } from '@manyhalls/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../app/Confirm';
import { CueForm } from './CueForm';
import type { Editing } from './use-editing';

/** The form of one cue at the side of the page; what was typed is not thrown away without asking. */
export function CueDrawer({
  cue,
  afterCueId,
  title,
  session,
  venues,
  editing,
  onClose,
}: {
  cue: CueDto | null;
  afterCueId: string | null;
  title: string;
  session: SessionDto;
  venues: readonly VenueDto[];
  editing: Editing;
  onClose: () => void;
}) {
  const { t } = useTranslation(['rundown', 'app']);
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const leave = () => (dirty ? setLeaving(true) : onClose());
  return (
    <>
      <Drawer
        opened
        onClose={leave}
        position="right"
        size="xl"
        title={title}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        <CueForm
          cue={cue}
          afterCueId={afterCueId}
          session={session}
          venues={venues}
          editing={editing}
          onDirty={setDirty}
          onClose={onClose}
        />
      </Drawer>
      {leaving && (
        <Confirm
          title={t('leave.title')}
          action={t('leave.action')}
          onConfirm={async () => onClose()}
          onClose={() => setLeaving(false)}
        >
          {t('leave.text')}
        </Confirm>
      )}
    </>
  );
}
