import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { CueContentDto, CueDto, VenueDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault, useFaultWords } from '../../api/faults';
import classes from './CueConflict.module.css';
import { useCueLines } from './cue-lines';

/** A cue as somebody else has left it while it was being written here. */
export interface Conflict {
  cue: CueDto;
  removed: boolean;
  changedBy: string;
}

/** See `cueConflict` of the server. */
export function conflictOf({ code, details }: Fault): Conflict | null {
  const { cue, removed, changedBy } = (details ?? {}) as Partial<Conflict>;
  return code === 'conflict' && cue ? { cue, removed: removed === true, changedBy: changedBy ?? '' } : null;
}

/** Both texts side by side, where they differ: keep mine, or take theirs. */
export function CueConflict({
  conflict,
  mine,
  venues,
  onKeepMine,
  onConflict,
  onTakeTheirs,
}: {
  conflict: Conflict;
  mine: CueContentDto;
  venues: readonly VenueDto[];
  /** @throws {Fault} */
  onKeepMine: () => Promise<void>;
  /** It has changed once more. */
  onConflict: (conflict: Conflict) => void;
  onTakeTheirs: () => void;
}) {
  const { t } = useTranslation('rundown');
  const words = useFaultWords();
  const linesOf = useCueLines(venues);
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { cue, removed, changedBy: name } = conflict;
  const theirs = linesOf(cue);
  const different = linesOf(mine)
    .map((line, index) => ({ ...line, theirs: theirs[index] }))
    .filter(({ text, id, theirs }) => text !== theirs?.text || id !== theirs.id);

  const keep = async () => {
    setSaving(true);
    setFault(null);
    try {
      await onKeepMine();
    } catch (error) {
      const again = conflictOf(asFault(error));
      if (again) onConflict(again);
      else setFault(asFault(error));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Stack>
      <Alert
        color="brass"
        role="alert"
        title={t(removed ? 'conflicting.removed' : 'conflicting.changed', { name })}
      >
        {t(removed ? 'conflicting.removedText' : 'conflicting.changedText')}
      </Alert>
      {!removed && (
        <table className={classes.both}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('conflicting.mine')}</th>
              <th scope="col">{t('conflicting.theirs', { name })}</th>
            </tr>
          </thead>
          <tbody>
            {different.map(({ label, text, theirs, lang }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td lang={lang}>{text || '–'}</td>
                <td lang={lang}>{theirs?.text || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!removed && different.length === 0 && <Text>{t('conflicting.same')}</Text>}
      {fault && (
        <Alert color="red" role="alert">
          {words(fault)}
        </Alert>
      )}
      <Group>
        <Button loading={saving} onClick={() => void keep()}>
          {t(removed ? 'conflicting.bringBack' : 'conflicting.keepMine')}
        </Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {t(removed ? 'conflicting.leave' : 'conflicting.takeTheirs')}
        </Button>
      </Group>
    </Stack>
  );
}
