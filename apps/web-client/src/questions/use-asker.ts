import type { QuestionDto, VenueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useLocalize } from '../i18n/Localized';

/** Who asks: a hall and where in it, a name with its institution, or nobody in particular. */
export function useAsker(
  venues: readonly VenueDto[],
): (question: Pick<QuestionDto, 'author' | 'venueId' | 'place'>) => string {
  const { t } = useTranslation('questions');
  const localize = useLocalize();
  return ({ author, venueId, place }) => {
    const venue = venues.find(({ id }) => id === venueId);
    if (venue) {
      const city = localize(venue.city);
      return place ? t('asker.place', { city, place }) : t('asker.hall', { city });
    }
    return author
      ? [author.displayName, author.institution].filter(Boolean).join(' · ')
      : t('asker.anonymous');
  };
}
