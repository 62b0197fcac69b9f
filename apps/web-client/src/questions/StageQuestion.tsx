import type { StageQuestionDto, VenueDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useAnnouncedChange } from '../live/Announcer';
import { QuestionText } from './QuestionText';
import classes from './StageQuestion.module.css';
import { useAsker } from './use-asker';

/** So many characters are still read in the large size; Han and Hangul take twice the room. */
const longText = 180;

const widthOf = (text: string) => text.length + (text.match(/[\u1100-\u{3ffff}]/gu)?.length ?? 0);

/** The question on stage, large enough for a projector: over the picture it is laid on, or alone. */
export function StageQuestion({
  question,
  venues,
  alone = false,
}: {
  question: StageQuestionDto | null;
  venues: readonly VenueDto[];
  /** There is no picture under it. */
  alone?: boolean;
}) {
  const { t } = useTranslation('questions');
  const asker = useAsker(venues);
  useAnnouncedChange(question && t('stage.announced', { asker: asker(question), text: question.text }));
  if (!question) return null;
  return (
    <div className={classes.place} data-alone={alone || undefined}>
      <div className={classes.frame}>
        <section
          className={classes.question}
          data-long={widthOf(question.text) > longText || undefined}
          aria-label={t('stage.title')}
          tabIndex={0}
        >
          <p className={classes.asker}>{asker(question)}</p>
          <QuestionText question={question} />
        </section>
      </div>
    </div>
  );
}
