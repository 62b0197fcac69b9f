import type { CrewQuestionDto, VenueDto } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../app/LanguageSwitch';
import { QuestionStateMark, questionStanding } from '../questions/QuestionStateMark';
import { useAskerForModerators } from '../questions/use-asker';
import classes from './DeskDetail.module.css';
import type { Desk } from './use-desk';

/** Everything about the selected question: its words in every language, who asks, and how it stands. */
export function DeskDetail({
  question,
  desk,
  venues,
}: {
  question: CrewQuestionDto;
  desk: Desk;
  venues: readonly VenueDto[];
}) {
  const { t } = useTranslation(['moderate', 'questions']);
  const asker = useAskerForModerators(venues);
  const standing = questionStanding(question);
  const { claimedBy, language, text, originalText } = question;
  const tag = languageTags[language];
  const into = desk.find(question.mergedIntoId);
  return (
    <article className={classes.detail} aria-label={t('selected')}>
      <p className={classes.facts}>
        <QuestionStateMark standing={standing}>{t(`state.${standing}`)}</QuestionStateMark>
        <span>{asker(question)}</span>
        <span>{t('questions:vote.closed', { count: question.votes })}</span>
        <span lang={tag}>{languageNames[language]}</span>
        {claimedBy && <span>{t('claimedBy', { name: claimedBy.displayName })}</span>}
        {question.assignedTo && <span>{t('questions:assigned', { name: question.assignedTo })}</span>}
      </p>
      <p lang={tag} className={classes.text}>
        {text}
      </p>
      {originalText !== text && (
        <Part title={t('original')} lang={tag}>
          {originalText}
        </Part>
      )}
      {question.translations.map((translation) => (
        <Part
          key={translation.language}
          title={languageNames[translation.language]}
          lang={languageTags[translation.language]}
        >
          {translation.text}
        </Part>
      ))}
      {into && <Part title={t('mergedInto')}>{into.text}</Part>}
      {question.rejectionReason && <Part title={t('reason')}>{question.rejectionReason}</Part>}
      {question.answer && <Part title={t('answer')}>{question.answer}</Part>}
    </article>
  );
}

function Part({ title, lang, children }: { title: string; lang?: string; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <p className={classes.title}>{title}</p>
      <p lang={lang} className={classes.words}>
        {children}
      </p>
    </div>
  );
}
