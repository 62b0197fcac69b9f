import { MultiSelect } from '@mantine/core';
import type { Layout, PickDto, VenueDto } from '@manyhalls/contracts';
import { pickedSources } from '@manyhalls/contracts/rundown/cue-type';
import { limits } from '@manyhalls/contracts/wire/limits';
import { showsAll } from '@manyhalls/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePickName } from './pick-name';

const keyOf = ({ venueId, source }: PickDto) => `${venueId} ${source}`;

/** Whose pictures a cue shows, in the layout's order. */
export function PicksInput({
  venues,
  layout,
  value,
  onChange,
  error,
}: {
  venues: readonly VenueDto[];
  layout: Layout;
  value: readonly PickDto[];
  onChange: (picks: PickDto[]) => void;
  error?: ReactNode;
}) {
  const { t } = useTranslation('rundown');
  const nameOf = usePickName(venues);
  const picks = venues.flatMap(({ id }) => pickedSources.map((source): PickDto => ({ venueId: id, source })));
  return (
    <MultiSelect
      label={t('form.picks')}
      description={t(showsAll(layout) ? 'form.picksHint' : 'form.picksHintSome')}
      required={!showsAll(layout)}
      error={error}
      data={picks.map((pick) => ({ value: keyOf(pick), label: nameOf(pick) }))}
      value={value.map(keyOf)}
      maxValues={limits.cuePicks}
      hidePickedOptions
      onChange={(keys) => onChange(keys.flatMap((key) => picks.filter((pick) => keyOf(pick) === key)))}
    />
  );
}
