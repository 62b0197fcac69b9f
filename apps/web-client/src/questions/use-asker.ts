import type { AuthorDto, CrewQuestionDto, QuestionDto, VenueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useLocalize } from '../i18n/Localized';

/**
 * Who asks: a hall and where in it, a name with its institution, or nobody in particular. A name that only moderators may
 * know is theirs to see at the desk, and nowhere else.
 */
export function useAsker(
  venues: readonly VenueDto[],
): (question: Pick<QuestionDto, 'author' | 'venueId' | 'place'> & { anonymous?: boolean }) => string {
  const { t } = useTranslation('questions');
  const localize = useLocalize();
  return ({ author, venueId, place, anonymous }) => {
    const venue = venues.find(({ id }) => id === venueId);
    if (venue) {
      const city = localize(venue.city);
      return place ? t('asker.place', { city, place }) : t('asker.hall', { city });
    }
    return author && !anonymous ? nameOf(author) : t('asker.anonymous');
  };
}

const nameOf = ({ displayName, institution }: AuthorDto) =>
  [displayName, institution].filter(Boolean).join(' · ');

/** As `useAsker`, for moderators, who may be told more than the audience. */
export function useAskerForModerators(venues: readonly VenueDto[]): (question: CrewQuestionDto) => string {
  const { t } = useTranslation('questions');
  const asker = useAsker(venues);
  return (question) =>
    question.author && question.anonymous
      ? t('asker.anonymousTo', { name: nameOf(question.author) })
      : asker(question);
}
