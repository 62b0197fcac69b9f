import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CueContentDto, CueDto, GreetingDto, SessionDto, VenueDto } from '@manyhalls/contracts';
import { cueTypes } from '@manyhalls/contracts/rundown/cue-type';
import { limits } from '@manyhalls/contracts/wire/limits';
import { showsAll } from '@manyhalls/domain';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault } from '../../api/faults';
import { newId } from '../../api/new-id';
import { useChecks } from '../../forms/checks';
import { Form } from '../../forms/Form';
import { LocalizedInput } from '../../forms/LocalizedInput';
import { isEmpty } from '../../forms/words';
import { CueConflict, conflictOf, type Conflict } from './CueConflict';
import { readLength, writeLength } from './cue-length';
import { fromValues, takesLayout, takesPicks, toSpeakerValues, toValues, type CueValues } from './cue-values';
import { GreetingInput } from './GreetingInput';
import { LayoutInput } from './LayoutInput';
import { PicksInput } from './PicksInput';
import { SpeakersInput } from './SpeakersInput';
import { clockPattern, StartInput } from './StartInput';
import type { Editing } from './use-editing';

interface CueFormProps {
  /** As it was when the form was opened; `null`: a new one. */
  cue: CueDto | null;
  /** What a new one comes after. */
  afterCueId: string | null;
  session: SessionDto;
  venues: readonly VenueDto[];
  editing: Editing;
  onDirty: (dirty: boolean) => void;
  onClose: () => void;
}

/** A cue being written. What somebody else has written meanwhile is shown beside it, and nothing of either is lost. */
export function CueForm({ cue, afterCueId, session, venues, editing, onDirty, onClose }: CueFormProps) {
  const { t } = useTranslation(['rundown', 'app']);
  const checks = useChecks();
  /** A retry has the same one and is stored once; other words are another cue. */
  const newCueId = useRef(newId());
  const [seen, setSeen] = useState(cue);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form = useForm<CueValues>({
    initialValues: toValues(cue, session, venues),
    onValuesChange: () => (newCueId.current = newId()),
    validate: {
      title: checks.anyLanguage,
      speakers: (speakers) => (speakers.some(({ name }) => isEmpty(name)) ? t('form.nameRule') : null),
      length: (length) => (readLength(length) === null ? t('form.lengthRule') : null),
      picks: (chosen, values) =>
        takesPicks(values) && chosen.length === 0 && !showsAll(values.layout) ? t('form.picksRule') : null,
      clock: (clock, { start }) =>
        start === 'hard' && !clockPattern.test(clock) ? t('form.clockRule') : null,
    },
  });
  const { type, layout, picks, greetingId, speakers } = form.values;
  const dirty = form.isDirty();
  useEffect(() => onDirty(dirty), [dirty, onDirty]);

  const write = async (content: CueContentDto, version: Pick<CueDto, 'id' | 'version'> | null) => {
    if (version) await editing.save(version, content);
    else await editing.add({ id: newCueId.current, afterCueId, ...content });
    onClose();
  };
  const save = async (values: CueValues) => {
    try {
      await write(fromValues(values, session), seen);
    } catch (error) {
      const found = conflictOf(asFault(error));
      if (!found) throw error;
      setConflict(found);
    }
  };
  const chooseGreeting = (greeting: GreetingDto | null) => {
    form.setFieldValue('greetingId', greeting?.id ?? null);
    if (!greeting) return;
    if (greeting.file) form.setFieldValue('length', writeLength(Math.ceil(greeting.file.lengthSeconds)));
    if (speakers.length === 0) form.setFieldValue('speakers', [toSpeakerValues(greeting.speaker)]);
  };

  if (conflict)
    return (
      <CueConflict
        conflict={conflict}
        mine={fromValues(form.values, session)}
        venues={venues}
        onKeepMine={async () => {
          if (conflict.removed) await editing.restore(conflict.cue.id);
          // Bringing it back is a change as well.
          const { id, version } = conflict.cue;
          await write(fromValues(form.values, session), {
            id,
            version: version + (conflict.removed ? 1 : 0),
          });
        }}
        onConflict={setConflict}
        onTakeTheirs={() => {
          if (conflict.removed) return onClose();
          form.setValues(toValues(conflict.cue, session, venues));
          form.resetDirty();
          setSeen(conflict.cue);
          setConflict(null);
        }}
      />
    );
  return (
    <Form
      form={form}
      save={save}
      submit={t('form.save')}
      sticky
      also={
        <Button variant="default" onClick={onClose}>
          {t('app:cancel')}
        </Button>
      }
    >
      <Select
        label={t('form.type')}
        data={cueTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
        {...form.getInputProps('type')}
      />
      {type === 'greeting' && <GreetingInput value={greetingId} onChange={chooseGreeting} />}
      <LocalizedInput
        label={t('form.title')}
        required
        maxLength={limits.title}
        {...form.getInputProps('title')}
      />
      <TextInput
        label={t('form.length')}
        description={t('form.lengthHint')}
        required
        w="12rem"
        {...form.getInputProps('length')}
      />
      <StartInput form={form} session={session} venues={venues} />
      <SpeakersInput
        value={speakers}
        onChange={(next) => form.setFieldValue('speakers', next)}
        error={form.errors['speakers']}
      />
      {takesLayout(form.values) && (
        <LayoutInput value={layout} onChange={(next) => form.setFieldValue('layout', next)} />
      )}
      {takesPicks(form.values) && (
        <PicksInput
          venues={venues}
          layout={layout}
          value={picks}
          onChange={(next) => form.setFieldValue('picks', next)}
          error={form.errors['picks']}
        />
      )}
      <Textarea
        label={t('form.notes')}
        description={t('form.notesHint')}
        maxLength={limits.description}
        {...form.getInputProps('notes')}
      />
    </Form>
  );
}
