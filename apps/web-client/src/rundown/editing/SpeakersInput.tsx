import { ActionIcon, Button, Fieldset, Group, Stack } from '@mantine/core';
import { limits } from '@manyhalls/contracts/wire/limits';
import { IconArrowDown, IconArrowUp, IconTrash, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalizedInput } from '../../forms/LocalizedInput';
import { isEmpty } from '../../forms/words';
import { noSpeaker, type SpeakerValues } from './cue-values';

/** Who speaks, in order of precedence, each with name, title and institution. */
export function SpeakersInput({
  value,
  onChange,
  error,
}: {
  value: readonly SpeakerValues[];
  onChange: (speakers: SpeakerValues[]) => void;
  /** Stands with the speakers without a name. */
  error: ReactNode;
}) {
  const { t } = useTranslation('rundown');
  const change = (place: number, part: Partial<SpeakerValues>) =>
    onChange(value.map((speaker, index) => (index === place ? { ...speaker, ...part } : speaker)));
  const swap = (place: number, other: number) => {
    const [one, two] = [value[place], value[other]];
    if (one && two) onChange(value.with(place, two).with(other, one));
  };
  const action = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  return (
    <Stack>
      {value.map((speaker, place) => {
        const number = place + 1;
        return (
          // Speakers have no names of their own but their places, until they are written.
          <Fieldset key={place} legend={t('form.speaker', { number })}>
            <Group justify="flex-end" gap={4}>
              <ActionIcon
                {...action}
                aria-label={t('form.speakerUp', { number })}
                disabled={place === 0}
                onClick={() => swap(place, place - 1)}
              >
                <IconArrowUp size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                {...action}
                aria-label={t('form.speakerDown', { number })}
                disabled={place === value.length - 1}
                onClick={() => swap(place, place + 1)}
              >
                <IconArrowDown size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                {...action}
                aria-label={t('form.removeSpeaker', { number })}
                onClick={() => onChange(value.filter((_, index) => index !== place))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
            <Stack>
              <LocalizedInput
                label={t('form.name')}
                required
                maxLength={limits.name}
                value={speaker.name}
                onChange={(name) => change(place, { name })}
                error={isEmpty(speaker.name) && error}
              />
              <LocalizedInput
                label={t('form.speakerTitle')}
                maxLength={limits.title}
                value={speaker.title}
                onChange={(title) => change(place, { title })}
              />
              <LocalizedInput
                label={t('form.institution')}
                maxLength={limits.institution}
                value={speaker.institution}
                onChange={(institution) => change(place, { institution })}
              />
            </Stack>
          </Fieldset>
        );
      })}
      <Group>
        <Button
          variant="default"
          leftSection={<IconUserPlus size={18} aria-hidden />}
          disabled={value.length >= limits.cueSpeakers}
          onClick={() => onChange([...value, noSpeaker])}
        >
          {t('form.addSpeaker')}
        </Button>
      </Group>
    </Stack>
  );
}
