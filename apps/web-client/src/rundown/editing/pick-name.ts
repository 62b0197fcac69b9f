import type { PickDto, VenueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useLocalize } from '../../i18n/Localized';

/** "Tokyo, camera" */
export function usePickName(venues: readonly VenueDto[]): (pick: PickDto) => string {
  const { t } = useTranslation('rundown');
  const localize = useLocalize();
  return ({ venueId, source }) => {
    const city = localize(venues.find(({ id }) => id === venueId)?.city);
    return t(`source.${source}`, { city });
  };
}
