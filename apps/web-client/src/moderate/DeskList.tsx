import type { CrewQuestionDto, VenueDto } from '@manyhalls/contracts';
import { IconBookmarkFilled } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTags } from '@manyhalls/contracts/text/language';
import { languageNames } from '../app/LanguageSwitch';
import { useAskerForModerators } from '../questions/use-asker';
import { QuestionStateMark, questionStanding } from '../questions/QuestionStateMark';
import classes from './DeskList.module.css';
import type { Desk } from './use-desk';

/** All questions that pass the filter, by section; one is selected. */
export function DeskList({ desk, venues }: { desk: Desk; venues: readonly VenueDto[] }) {
  const { t } = useTranslation('moderate');
  return (
    <nav className={classes.list} aria-label={t('list')}>
      {desk.sections.map(({ section, questions }) => (
        <section key={section} className={classes.section}>
          <h2 className={classes.heading}>
            {t(`section.${section}`)}
            <span className={classes.count}>{questions.length}</span>
          </h2>
          <ul className={classes.rows}>
            {questions.map((question) => (
              <Row
                key={question.id}
                question={question}
                venues={venues}
                selected={question.id === desk.selected?.id}
                marked={desk.marked.includes(question.id)}
                onChoose={() => desk.choose(question.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Row({
  question,
  venues,
  selected,
  marked,
  onChoose,
}: {
  question: CrewQuestionDto;
  venues: readonly VenueDto[];
  selected: boolean;
  marked: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation(['moderate', 'questions']);
  const asker = useAskerForModerators(venues);
  const row = useRef<HTMLButtonElement>(null);
  // The focus goes along, so that a screen reader reads what the keys select.
  useEffect(() => {
    if (!selected) return;
    row.current?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement?.closest(`.${classes.list}`)) row.current?.focus();
  }, [selected]);
  const standing = questionStanding(question);
  const { claimedBy, language, votes } = question;
  return (
    <li>
      <button
        ref={row}
        type="button"
        className={classes.row}
        aria-current={selected || undefined}
        tabIndex={selected ? 0 : -1}
        onClick={onChoose}
        onFocus={onChoose}
      >
        <span lang={languageTags[language]} className={classes.text}>
          {question.text}
        </span>
        <span className={classes.facts}>
          {marked && (
            <span className={classes.marked}>
              <IconBookmarkFilled size={14} aria-hidden /> {t('marked')}
            </span>
          )}
          <QuestionStateMark standing={standing}>{t(`state.${standing}`)}</QuestionStateMark>
          <span>{t('questions:vote.closed', { count: votes })}</span>
          <span lang={languageTags[language]}>{languageNames[language]}</span>
          <span>{asker(question)}</span>
          {claimedBy && <span>{claimedBy.displayName}</span>}
        </span>
      </button>
    </li>
  );
}
